import type { Kernels } from '../kernels.ts';
import { ids } from './ids.ts';
import { moments } from './moments.ts';
import { clocks, numbers } from './numbers.ts';
import { patternMoments } from './pattern-moments.ts';
import { findFirst, lines, regular } from './records.ts';
import { index } from './separators.ts';
import { Views } from './views.ts';
import { addWord, makeTable, words } from './words.ts';

/** The kernels in TypeScript alone: plain rather than fast. They follow the memory when it grows. */
export function twinKernels(memory: WebAssembly.Memory | ArrayBufferLike): Kernels {
  const views = new Views(memory);
  return {
    index: (...args) => index(views, ...args),
    regular: (...args) => regular(views, ...args),
    findFirst: (...args) => findFirst(views, ...args),
    lines: (...args) => lines(views, ...args),
    moments: (...args) => moments(views, ...args),
    patternMoments: (...args) => patternMoments(views, ...args),
    numbers: (...args) => numbers(views, ...args),
    clocks: (...args) => clocks(views, ...args),
    words: (...args) => words(views, ...args),
    makeTable: (...args) => makeTable(views, ...args),
    addWord: (...args) => addWord(views, ...args),
    ids: (...args) => ids(views, ...args),
  };
}
