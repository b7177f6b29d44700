import { type Batch, CellState } from '../../model/batch.ts';
import type { RepeatedCases } from '../../model/tally.ts';
import { float64, Growing, int32 } from './growing.ts';
import { IdTable } from './id-table.ts';

const NAMED = 10;

/** Finds cases that stand twice (`repeats: error`), and names both places. */
export class RepeatFinder {
  readonly #column: number;
  readonly #ids = new IdTable();
  readonly #file = new Growing(int32, -1);
  readonly #line = new Growing(float64);
  readonly #samples: RepeatedCases['samples'][number][] = [];
  #count = 0;

  constructor(column: number) {
    this.#column = column;
  }

  note(batch: Batch, row: number): void {
    const ids = batch.columns[this.#column];
    if (ids?.kind !== 'id' || ids.states[row] === CellState.BLANK) return;
    this.#place(this.#ids.code(ids.hashes, row * 4), batch.file, batch.lines[row] ?? 0);
  }

  #place(code: number, file: number, line: number): void {
    const before = this.#file.get(code);
    if (before < 0) {
      this.#file.set(code, file);
      this.#line.set(code, line);
      return;
    }
    this.#count += 1;
    if (this.#samples.length < NAMED) {
      this.#samples.push({ first: { file: before, line: this.#line.get(code) }, again: { file, line } });
    }
  }

  absorb(later: RepeatFinder): void {
    const codes = this.#ids.absorb(later.#ids);
    for (let from = 0; from < codes.length; from += 1) {
      this.#place(codes[from] ?? 0, later.#file.get(from), later.#line.get(from));
    }
    this.#count += later.#count;
    for (const sample of later.#samples) if (this.#samples.length < NAMED) this.#samples.push(sample);
  }

  tally(): RepeatedCases {
    return { count: this.#count, samples: this.#samples };
  }
}
