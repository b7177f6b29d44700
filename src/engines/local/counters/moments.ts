import type { MomentTally } from '../../../model/tally.ts';
import { MomentSum } from '../../../statistics/moments.ts';
import { type CellCounter, mismatch } from './cell-counter.ts';
import { LevelCounter } from './levels.ts';

/** Adds values up without rounding, by group. */
export class MomentCounter extends LevelCounter {
  readonly #sums: (MomentSum | undefined)[] = [];

  protected keep(group: number, value: number): void {
    (this.#sums[group] ?? this.#sumOf(group)).add(value);
  }

  #sumOf(group: number): MomentSum {
    // Without holes, which would make reading it slow.
    while (this.#sums.length < group) this.#sums.push(undefined);
    const sum = this.#sums[group] ?? new MomentSum();
    this.#sums[group] = sum;
    return sum;
  }

  absorb(later: CellCounter, groups: Int32Array): void {
    if (!(later instanceof MomentCounter)) throw mismatch();
    for (const [from, sum] of later.#sums.entries()) {
      if (sum !== undefined) this.#sumOf(groups[from] ?? 0).absorb(sum.toMoments());
    }
    this.absorbRest(later, groups);
  }

  tally(groups: number): MomentTally {
    const none = new MomentSum().toMoments();
    const moments = Array.from({ length: groups }, (_, group) => this.#sums[group]?.toMoments() ?? none);
    return { kind: 'moments', moments, open: this.open.tally(), ...this.aside.tally(groups) };
  }
}
