import type { Batch } from '../../model/batch.ts';
import { CellState } from '../../model/batch.ts';
import type { RepeatedCases } from '../../model/tally.ts';
import { IdTable } from './id-table.ts';
import { LineList } from './line-list.ts';

const NAMED = 10;

/** Finds cases that stand twice (`repeats: error`), and names both places. */
export class RepeatFinder {
  readonly #column: number;
  readonly #ids = new IdTable();
  /** The line on which each case stands first. */
  readonly #lines = new LineList();
  /** Cases are numbered in reading order, so that of each file the first number says which are its own. */
  readonly #files: { readonly file: number; readonly from: number }[] = [];
  readonly #samples: RepeatedCases['samples'][number][] = [];
  #count = 0;
  #rows = new Int32Array(0);
  #codes = new Int32Array(0);

  constructor(column: number) {
    this.#column = column;
  }

  /** Notes rows of a batch, the first `count` of `rows`, in order. */
  note(batch: Batch, rows: Int32Array, count: number): void {
    const ids = batch.columns[this.#column];
    if (ids?.kind !== 'id') return;
    const { states, hashes } = ids;
    if (this.#rows.length < count) {
      this.#rows = new Int32Array(count);
      this.#codes = new Int32Array(count);
    }
    const held = this.#rows;
    let named = 0;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      if (states[row] === CellState.BLANK) continue;
      held[named] = row;
      named += 1;
    }
    this.#ids.codes(hashes, held, named, this.#codes);
    for (let index = 0; index < named; index += 1) {
      this.#place(this.#codes[index] ?? 0, batch.file, batch.lines[held[index] ?? 0] ?? 0);
    }
  }

  #place(code: number, file: number, line: number): void {
    if (code === this.#lines.length) {
      if (this.#files[this.#files.length - 1]?.file !== file) this.#files.push({ file, from: code });
      this.#lines.push(line);
      return;
    }
    this.#count += 1;
    if (this.#samples.length < NAMED) {
      const first = { file: this.#fileOf(code), line: this.#lines.get(code) };
      this.#samples.push({ first, again: { file, line } });
    }
  }

  #fileOf(code: number): number {
    return this.#files.findLast(({ from }) => from <= code)?.file ?? 0;
  }

  absorb(later: RepeatFinder): void {
    const codes = this.#ids.absorb(later.#ids);
    for (const [index, { file, from }] of later.#files.entries()) {
      const to = later.#files[index + 1]?.from ?? codes.length;
      for (let code = from; code < to; code += 1) this.#place(codes[code] ?? 0, file, later.#lines.get(code));
    }
    this.#count += later.#count;
    for (const sample of later.#samples) if (this.#samples.length < NAMED) this.#samples.push(sample);
  }

  tally(): RepeatedCases {
    return { count: this.#count, samples: this.#samples };
  }
}
