import type { MomentTally } from '../../../model/tally.ts';
import { MomentSum } from '../../../statistics/moments.ts';
import { type CellCounter, mismatch } from './cell-counter.ts';
import { LevelCounter } from './levels.ts';
import { SmallSums } from './small-sums.ts';

/** Adds values up without rounding, by group. */
export class MomentCounter extends LevelCounter {
  readonly #sums: (MomentSum | undefined)[] = [];
  /** What needs no more than doubles to be exact, added to the sums now and then. */
  readonly #small = new SmallSums();

  protected keepAll(groups: Int32Array, values: Float64Array, count: number, groupsMet: number): void {
    if (this.#small.isFull(count)) this.#settle();
    const others = this.#small.addAll(groups, values, count, groupsMet);
    for (let index = 0; index < others; index += 1) {
      this.#sumOf(groups[index] ?? 0).add(values[index] ?? Number.NaN);
    }
  }

  #settle(): void {
    this.#small.take((group, sums) => this.#sumOf(group).absorb(sums));
  }

  #sumOf(group: number): MomentSum {
    const known = this.#sums[group];
    if (known !== undefined) return known;
    // Without holes, which would make reading it slow.
    while (this.#sums.length < group) this.#sums.push(undefined);
    const sum = new MomentSum();
    this.#sums[group] = sum;
    return sum;
  }

  absorb(later: CellCounter, groups: Int32Array): void {
    if (!(later instanceof MomentCounter)) throw mismatch();
    later.#settle();
    for (const [from, sum] of later.#sums.entries()) {
      if (sum !== undefined) this.#sumOf(groups[from] ?? 0).absorb(sum.toMoments());
    }
    this.absorbRest(later, groups);
  }

  tally(groups: number): MomentTally {
    this.#settle();
    const none = new MomentSum().toMoments();
    const moments = Array.from({ length: groups }, (_, group) => this.#sums[group]?.toMoments() ?? none);
    return { kind: 'moments', moments, open: this.open.tally(), ...this.aside.tally(groups) };
  }
}
