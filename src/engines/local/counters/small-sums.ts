import type { Moments } from '../../../model/tally.ts';
import { float64, Growing, int32 } from '../growing.ts';

const MOST = 0xffff;
/** Of values up to `MOST`, as many squares add up to less than 2^53. */
const MOST_VALUES = 1 << 20;

/** Sums of small whole numbers by group, added up in doubles without rounding: as many as there is room for. */
export class SmallSums {
  readonly #count = new Growing(int32);
  readonly #sum = new Growing(float64);
  readonly #squares = new Growing(float64);
  readonly #min = new Growing(float64, Number.POSITIVE_INFINITY);
  readonly #max = new Growing(float64, Number.NEGATIVE_INFINITY);
  #values = 0;

  /** Whether as many could be too many, so that what there is must be taken first. */
  isFull(count: number): boolean {
    return this.#values + count > MOST_VALUES;
  }

  /** Takes those of the first `count` values that are small whole numbers; gives the others room at the start of both. */
  addAll(groups: Int32Array, values: Float64Array, count: number, groupsMet: number): number {
    const counts = this.#count.room(groupsMet);
    const sums = this.#sum.room(groupsMet);
    const squares = this.#squares.room(groupsMet);
    const min = this.#min.room(groupsMet);
    const max = this.#max.room(groupsMet);
    let others = 0;
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? 0;
      const value = values[index] ?? Number.NaN;
      if (Math.abs(value) > MOST || !Number.isInteger(value)) {
        groups[others] = group;
        values[others] = value;
        others += 1;
        continue;
      }
      counts[group] = (counts[group] ?? 0) + 1;
      sums[group] = (sums[group] ?? 0) + value;
      squares[group] = (squares[group] ?? 0) + value * value;
      // Seldom true, so that it is guessed right.
      if (value < (min[group] ?? value)) min[group] = value;
      if (value > (max[group] ?? value)) max[group] = value;
    }
    this.#values += count - others;
    return others;
  }

  /** The sums of each group that has any; there are none left then. */
  take(visit: (group: number, sums: Moments) => void): void {
    if (this.#values === 0) return;
    this.#values = 0;
    for (let group = 0; group < this.#count.length; group += 1) {
      const count = this.#count.get(group);
      if (count === 0) continue;
      const terms = (sum: number): readonly number[] => (sum === 0 ? [] : [sum]);
      const [min, max] = [this.#min.get(group), this.#max.get(group)];
      visit(group, { count, sum: terms(this.#sum.get(group)), squares: terms(this.#squares.get(group)), min, max });
      this.#count.set(group, 0);
      this.#sum.set(group, 0);
      this.#squares.set(group, 0);
      this.#min.set(group, Number.POSITIVE_INFINITY);
      this.#max.set(group, Number.NEGATIVE_INFINITY);
    }
  }
}
