import { expect } from 'vitest';
import { type Kernels, LINE_END } from '../../../src/ingest/lanes/fast/kernels/kernels.ts';
import { kernelModule, loadKernels, twinKernels } from '../../../src/ingest/lanes/fast/kernels/load.ts';

const PAGES = 10;
const PAGE = 65_536;
const FILLER = 0xa5;

/** Where things lie in both memories: a page each. */
export const AT = {
  text: PAGE,
  separators: 2 * PAGE,
  quotedEnds: 3 * PAGE,
  values: 4 * PAGE,
  states: 5 * PAGE,
  misses: 5 * PAGE + 16_384,
  cells: 5 * PAGE + 32_768,
  result: 5 * PAGE + 33_024,
  steps: 5 * PAGE + 33_280,
  word: 5 * PAGE + 40_960,
  table: 6 * PAGE,
} as const;

export interface Region {
  /** Raw, quotes and blanks included. */
  readonly rows: readonly (readonly string[])[];
  readonly lineEnd?: '\n' | '\r\n';
  /** Bytes from AT.text to the region. */
  readonly shift?: number;
  /** What stands behind the region. */
  readonly behind?: string;
}

export interface ColumnOptions {
  readonly column?: number;
  readonly row0?: number;
  readonly quote?: string;
}

/** Two memories that hold the same; every kernel runs in WebAssembly over one and as its twin over the other. */
export class Pair {
  readonly #memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true });
  readonly #twinMemory = new ArrayBuffer(PAGES * PAGE);
  readonly #bytes = Buffer.from(this.#memory.buffer);
  readonly #twinBytes = Buffer.from(this.#twinMemory);
  readonly #kernels: Kernels;
  readonly #twin = twinKernels(this.#twinMemory);

  constructor() {
    const module = kernelModule();
    if (module === null) throw new Error('no WebAssembly');
    this.#kernels = loadKernels(this.#memory, module);
  }

  clear(): void {
    this.#bytes.fill(FILLER);
    this.#twinBytes.fill(FILLER);
  }

  put(at: number, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    this.#bytes.set(bytes, at);
    this.#twinBytes.set(bytes, at);
  }

  putIntegers(at: number, integers: readonly number[]): void {
    this.put(at, new Uint8Array(Int32Array.from(integers).buffer));
  }

  /**
   * Runs both: what they return is the same, and what the memories hold.
   *
   * @param undefinedParts - pairs of from and to that may differ, asked for once both have run
   */
  run<Result>(
    kernel: (kernels: Kernels) => Result,
    undefinedParts: () => readonly (readonly [number, number])[] = () => [],
  ): Result {
    const twinResult = kernel(this.#twin);
    const result = kernel(this.#kernels);
    expect(result).toBe(twinResult);
    for (const [from, to] of undefinedParts()) this.#twinBytes.copy(this.#bytes, from, from, to);
    if (!this.#bytes.equals(this.#twinBytes)) {
      const at = this.#bytes.findIndex((byte, i) => byte !== this.#twinBytes[i]);
      expect.fail(`byte ${at} is ${this.#bytes[at]}, and ${this.#twinBytes[at]} by the twin`);
    }
    return result;
  }

  /** A region of these rows and its separators. */
  putRegion({ rows, lineEnd = '\n', shift = 0, behind = '' }: Region): number {
    let text = '';
    const separators: number[] = [];
    for (const row of rows) {
      for (const [i, cell] of row.entries()) {
        const isLast = i === row.length - 1;
        text += cell + (isLast && lineEnd === '\r\n' ? '\r' : '');
        separators.push(isLast ? text.length + LINE_END : text.length);
        text += isLast ? '\n' : ',';
      }
    }
    this.put(AT.text + shift, text + behind);
    this.put(AT.separators, new Uint8Array(Uint32Array.from(separators).buffer));
    return AT.text + shift;
  }

  /** The same for one column of it, as `Cells`. */
  putColumn(region: Region, { column = 0, row0 = 0, quote = '"' }: ColumnOptions = {}): number {
    const from = this.putRegion(region);
    const width = region.rows[0]?.length ?? 1;
    const rows = region.rows.length - row0;
    const quoteByte = quote === '' ? 0 : quote.charCodeAt(0);
    this.putIntegers(AT.cells, [from, AT.separators, width, column, row0, rows, quoteByte, 0]);
    return AT.cells;
  }

  integers(at: number, count: number): number[] {
    return [...new Int32Array(this.#twinMemory, at, count)];
  }

  offsets(at: number, count: number): number[] {
    return [...new Uint32Array(this.#twinMemory, at, count)];
  }

  numbers(at: number, count: number): number[] {
    return [...new Float64Array(this.#twinMemory, at, count)];
  }

  bytes(at: number, count: number): number[] {
    return [...new Uint8Array(this.#twinMemory, at, count)];
  }
}
