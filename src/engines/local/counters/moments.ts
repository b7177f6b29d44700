import type { Batch } from '../../../model/batch.ts';
import type { MomentTally } from '../../../model/tally.ts';
import { MomentSum } from '../../../statistics/moments.ts';
import { isOpen, Outcome } from '../../../vocabulary/conditions/index.ts';
import type { Levels } from '../../../vocabulary/measures/measure.ts';
import { type CellCounter, mismatch, type Rows } from './cell-counter.ts';
import { OpenList } from './open-list.ts';
import { SetAside } from './set-aside.ts';

/** Adds values up without rounding, by group. */
export class MomentCounter implements CellCounter {
  readonly #run: (batch: Batch) => Levels;
  #levels: Levels | null = null;
  readonly #sums: (MomentSum | undefined)[] = [];
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
      if (code === Outcome.KEPT) (this.#sums[group] ?? this.#sumOf(group)).add(values?.[row] ?? Number.NaN);
      else if (open !== null && isOpen(code)) this.#open.push(group, open, row);
      else this.#aside.add(group, code);
    }
  }

  #sumOf(group: number): MomentSum {
    // Without holes, which would make reading it slow.
    while (this.#sums.length < group) this.#sums.push(undefined);
    const sum = this.#sums[group] ?? new MomentSum();
    this.#sums[group] = sum;
    return sum;
  }

  settle(): void {}

  absorb(later: CellCounter, groups: Int32Array): void {
    if (!(later instanceof MomentCounter)) throw mismatch();
    for (const [from, sum] of later.#sums.entries()) {
      if (sum !== undefined) this.#sumOf(groups[from] ?? 0).absorb(sum.toMoments());
    }
    this.#open.absorb(later.#open, groups);
    this.#aside.absorb(later.#aside, groups);
  }

  tally(groups: number): MomentTally {
    const none = new MomentSum().toMoments();
    const moments = Array.from({ length: groups }, (_, group) => this.#sums[group]?.toMoments() ?? none);
    return { kind: 'moments', moments, open: this.#open.tally(), ...this.#aside.tally(groups) };
  }
}
