import type { Batch } from '../../../model/batch.ts';
import type { ValueTally } from '../../../model/tally.ts';
import { isOpen, Outcome } from '../../../vocabulary/conditions/index.ts';
import type { Levels } from '../../../vocabulary/measures/measure.ts';
import { type CellCounter, mismatch, type Rows } from './cell-counter.ts';
import { OpenList } from './open-list.ts';
import { SetAside } from './set-aside.ts';
import { ValueList } from './value-list.ts';

/** Keeps the values themselves: memory grows by 12 bytes a row. */
export class ValueCounter implements CellCounter {
  readonly #run: (batch: Batch) => Levels;
  #levels: Levels | null = null;
  readonly #values = new ValueList();
  readonly #open = new OpenList();
  readonly #aside = new SetAside();

  constructor(run: (batch: Batch) => Levels) {
    this.#run = run;
  }

  observe(batch: Batch): Uint8Array {
    this.#levels = this.#run(batch);
    return this.#levels.codes;
  }

  count(codes: Uint8Array, rows: number, { groups }: Rows): void {
    const values = this.#levels?.values;
    const open = this.#levels?.open ?? null;
    for (let row = 0; row < rows; row += 1) {
      const group = groups[row] ?? -1;
      if (group < 0) continue;
      const code = codes[row] ?? 0;
      if (code === Outcome.KEPT) this.#values.push(group, values?.[row] ?? Number.NaN);
      else if (open !== null && isOpen(code)) this.#open.push(group, open, row);
      else this.#aside.add(group, code);
    }
  }

  settle(): void {}

  absorb(later: CellCounter, groups: Int32Array): void {
    if (!(later instanceof ValueCounter)) throw mismatch();
    this.#values.absorb(later.#values, groups);
    this.#open.absorb(later.#open, groups);
    this.#aside.absorb(later.#aside, groups);
  }

  tally(groups: number): ValueTally {
    return { kind: 'values', ...this.#values.joined(), open: this.#open.tally(), ...this.#aside.tally(groups) };
  }
}
