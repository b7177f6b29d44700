import type { Batch } from '../../../model/batch.ts';
import type { CountTally } from '../../../model/tally.ts';
import { isUnreadable, Outcome } from '../../../vocabulary/conditions/index.ts';
import type { Counted } from '../../../vocabulary/measures/measure.ts';
import { exactly, float64, Growing } from '../growing.ts';
import { type CellCounter, mismatch, type Rows } from './cell-counter.ts';
import { SetAside } from './set-aside.ts';

/** Adds up what the export has counted itself, by group. */
export class CountCounter implements CellCounter {
  readonly #run: (batch: Batch) => Counted;
  #counted: Counted | null = null;
  readonly #kept = new Growing(float64);
  readonly #of = new Growing(float64);
  readonly #rows = new Growing(float64);
  readonly #left = new Growing(float64);
  readonly #aside = new SetAside();

  constructor(run: (batch: Batch) => Counted) {
    this.#run = run;
  }

  observe(batch: Batch): Uint8Array {
    this.#counted = this.#run(batch);
    return this.#counted.codes;
  }

  count(codes: Uint8Array, { count, rows, groups }: Rows): boolean {
    let hasUnreadable = false;
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      if (group < 0) continue;
      const row = rows[index] ?? 0;
      const code = codes[row] ?? 0;
      if (code === Outcome.KEPT) this.#add(group, this.#counted?.kept[row] ?? 0, this.#counted?.of[row] ?? 0, 1);
      else {
        this.#leaveOut(group, code, this.#counted?.of[row] ?? Number.NaN);
        hasUnreadable ||= isUnreadable(code);
      }
    }
    return hasUnreadable;
  }

  /** A row whose share is blank stands for as many occasions as it counts, where it says how many. */
  #leaveOut(group: number, code: number, of: number): void {
    const isCounted = code === Outcome.EXCLUDED && !Number.isNaN(of);
    this.#aside.add(group, code, isCounted ? of : 1);
    if (isCounted) this.#left.add(group, of);
  }

  /** Whole numbers, so that the order of additions changes nothing below 2^53. */
  #add(group: number, kept: number, of: number, rows: number): void {
    this.#kept.add(group, kept);
    this.#of.add(group, of);
    this.#rows.add(group, rows);
  }

  settle(): void {}

  absorb(later: CellCounter, groups: Int32Array): void {
    if (!(later instanceof CountCounter)) throw mismatch();
    for (let from = 0; from < groups.length; from += 1) {
      this.#add(groups[from] ?? 0, later.#kept.get(from), later.#of.get(from), later.#rows.get(from));
      this.#left.add(groups[from] ?? 0, later.#left.get(from));
    }
    this.#aside.absorb(later.#aside, groups);
  }

  tally(groups: number): CountTally {
    return {
      kind: 'counts',
      kept: exactly(this.#kept, groups),
      of: exactly(this.#of, groups),
      rows: exactly(this.#rows, groups),
      left: exactly(this.#left, groups),
      ...this.#aside.tally(groups),
    };
  }
}
