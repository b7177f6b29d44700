import type { Moments } from '../model/tally.ts';
import { canonical, grow, plus, quotient, rounded, scaled, square, times } from './expansion.ts';

/**
 * Count, exact sum, exact sum of squares, smallest and largest of the values met so far: once a row, no allocation.
 * As nothing is rounded, neither the order of values nor how they are split changes a bit of what follows.
 */
export class MomentSum {
  #count = 0;
  readonly #sum: number[] = [];
  readonly #squares: number[] = [];
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;

  /** A finite value. */
  add(x: number): void {
    this.#count += 1;
    grow(this.#sum, x);
    const [low, high] = square(x);
    grow(this.#squares, low);
    grow(this.#squares, high);
    if (x < this.#min) this.#min = x;
    if (x > this.#max) this.#max = x;
  }

  absorb(other: Moments): void {
    this.#count += other.count;
    for (const part of other.sum) grow(this.#sum, part);
    for (const part of other.squares) grow(this.#squares, part);
    this.#min = Math.min(this.#min, other.min);
    this.#max = Math.max(this.#max, other.max);
  }

  /** Equal, component by component, for the same values in any order and split. */
  toMoments(): Moments {
    // Adding 0 makes a negative zero, which depends on the order, a plain one.
    return {
      count: this.#count,
      sum: canonical(this.#sum),
      squares: canonical(this.#squares),
      min: this.#min + 0,
      max: this.#max + 0,
    };
  }
}

export function momentsOf(values: Iterable<number>): Moments {
  const moments = new MomentSum();
  for (const value of values) moments.add(value);
  return moments.toMoments();
}

/** Sum, rounded once, in the unit of the values. @returns null without values, or beyond the range of doubles. */
export function sumOf(m: Moments): number | null {
  return m.count > 0 ? finite(rounded(m.sum)) : null;
}

/** Arithmetic mean, rounded once: that of equal values is the value. @returns null as for the sum. */
export function meanOf(m: Moments): number | null {
  return m.count > 0 ? finite(quotient(m.sum, m.count)) : null;
}

/**
 * Sample variance with n - 1, in the square of the values' unit. n S2 - S1^2 is the formula that cancels in doubles;
 * here it is exact, so that it needs one pass only and can be merged. 0 for equal values.
 *
 * @returns null below two values, or where squares leave the range of doubles.
 */
export function varianceOf(m: Moments): number | null {
  if (m.count < 2) return null;
  const spread = plus(scaled(m.squares, m.count), scaled(times(m.sum, m.sum), -1));
  // Below zero only where squares of values below 1e-146 have lost digits.
  return finite(Math.max(0, quotient(spread, m.count * (m.count - 1))));
}

/** Difference of two means, a less b, without the rounding of either. @returns null where either has no values. */
export function meanDifference(a: Moments, b: Moments): number | null {
  if (a.count === 0 || b.count === 0) return null;
  const crossed = plus(scaled(a.sum, b.count), scaled(b.sum, -a.count));
  return finite(quotient(crossed, a.count * b.count));
}

function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
