import { Fate, type OccasionCell } from '../../../model/engine.ts';
import type { Rows } from '../counters/cell-counter.ts';
import { caseOf } from '../folds/cell-fold.ts';
import { float64, Growing } from '../growing.ts';

/** For each case the missed row that is late by most; of equal ones, and of those without a length, the first. */
export class WorstRows {
  readonly #row = new Growing(float64, -1);
  readonly #beyond = new Growing(float64, Number.NaN);

  add({ fates, beyond }: OccasionCell, { count, rows, groups }: Rows, first: number): void {
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      if (group >= -1 || fates[index] !== Fate.MISSED) continue;
      const code = caseOf(group);
      const length = beyond[index] ?? Number.NaN;
      const known = this.#beyond.get(code);
      const isWorse = length > known || (Number.isNaN(known) && !Number.isNaN(length));
      if (!isWorse && this.#row.get(code) >= 0) continue;
      this.#row.set(code, first + (rows[index] ?? 0));
      this.#beyond.set(code, length);
    }
  }

  /** Its number, counted through the source. */
  rowOf(code: number): number {
    return this.#row.get(code);
  }
}
