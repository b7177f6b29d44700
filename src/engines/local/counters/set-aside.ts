import { CodeCounts, PLACE_OF } from './code-counts.ts';

/** Occasions that come to no outcome and no value, by group. */
export class SetAside {
  readonly #counts = new CodeCounts();

  /** Counts by group and place, for a loop over some rows to add one each to; those of other places are not looked at. */
  room(groups: number, rows: number): Int32Array {
    return this.#counts.room(groups, rows);
  }

  /** `weight`: occasions that a row stands for. */
  add(group: number, code: number, weight = 1): void {
    this.#counts.add(group, PLACE_OF[code] ?? 0, weight);
  }

  absorb(later: SetAside, groups: Int32Array): void {
    this.#counts.absorb(later.#counts, groups);
  }

  tally(groups: number): { excluded: Float64Array; unreadable: Float64Array; filtered: Float64Array } {
    return this.#counts.aside(groups);
  }
}
