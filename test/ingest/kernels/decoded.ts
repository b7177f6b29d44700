import { expect } from 'vitest';
import type { Cells, Kernels } from '../../../src/ingest/lanes/fast/kernels/kernels.ts';
import { CellState } from '../../../src/model/batch.ts';
import { cellText, type Laid } from './columns.ts';
import { AT, Pair } from './pair.ts';

export const pair = new Pair();

export interface Expected {
  readonly value: number;
  readonly state: number;
}

/**
 * Runs a kernel that writes values and states over the cells, and holds every cell against what it should be.
 *
 * @param expected - of a bare text that is not empty; null for a miss
 */
export function checkColumn(
  laid: Laid,
  run: (kernels: Kernels, cells: Cells) => number,
  expected: (text: string) => Expected | null,
): readonly (Expected | null)[] {
  pair.clear();
  const cells = pair.putColumn(laid.region, laid.options);
  const count = pair.run((kernels) => run(kernels, cells));
  const misses = pair.integers(AT.misses, count);
  const values = pair.numbers(AT.values, laid.cells.length);
  const states = pair.bytes(AT.states, laid.cells.length);
  return laid.cells.map((raw, i) => {
    const text = cellText(laid, raw);
    const wanted = text === '' ? { value: Number.NaN, state: CellState.BLANK } : text === null ? null : expected(text);
    const found = misses.includes(i) ? null : { value: values[i], state: states[i] };
    expect(found, JSON.stringify(raw)).toEqual(wanted);
    return wanted;
  });
}
