/**
 * Exact sums and products of doubles. J. R. Shewchuk, Adaptive precision floating-point arithmetic and fast robust
 * geometric predicates, Discrete & Computational Geometry 18 (1997); products after T. J. Dekker, Numerische
 * Mathematik 18 (1971).
 *
 * Beyond the range of doubles nothing is exact: a sum past 1.8e308, a square of a value past 1e154 or a factor past
 * 1e300 makes the expansion `[NaN]`, and it stays so; squares of values below 1e-146 lose digits to underflow.
 */

/** A number as the sum of its components: they do not overlap, grow in magnitude, and none is zero; `[]` is 0. */
export type Expansion = number[];

/** Adds `x` to `e` in place: one pass over the few components, no allocation. */
export function grow(e: number[], x: number): void {
  let carried = x;
  let kept = 0;
  const length = e.length;
  for (let i = 0; i < length; i += 1) {
    const part = e[i] ?? 0;
    const high = carried + part;
    const virtual = high - carried;
    const low = carried - (high - virtual) + (part - virtual);
    if (low !== 0) {
      e[kept] = low;
      kept += 1;
    }
    carried = high;
  }
  if (carried - carried !== 0) {
    // Else every further value would add one more NaN.
    kept = 0;
    carried = Number.NaN;
  }
  if (carried !== 0) {
    if (kept < length) e[kept] = carried;
    else e.push(carried);
    kept += 1;
  }
  while (e.length > kept) e.pop();
}

/** Exact sum. */
export function plus(a: readonly number[], b: readonly number[]): Expansion {
  const total = [...a];
  for (const part of b) grow(total, part);
  return total;
}

/** Exact product. */
export function times(a: readonly number[], b: readonly number[]): Expansion {
  const total: Expansion = [];
  for (const x of a) {
    for (const y of b) {
      const high = x * y;
      grow(total, error(x, y, high));
      grow(total, high);
    }
  }
  return total;
}

/** Exact product with one double. */
export function scaled(a: readonly number[], factor: number): Expansion {
  return times(a, [factor]);
}

/** x * x without rounding: the part that rounding would lose, then the rounded square. */
export function square(x: number): readonly [number, number] {
  const high = x * x;
  return [error(x, x, high), high];
}

/** What `high`, the rounded x * y, lacks. */
function error(x: number, y: number, high: number): number {
  const x1 = leading(x);
  const x2 = x - x1;
  const y1 = leading(y);
  const y2 = y - y1;
  return x2 * y2 - (high - x1 * y1 - x2 * y1 - x1 * y2);
}

/** The upper 26 bits of a double, after G. W. Veltkamp: products of such halves are exact. */
function leading(x: number): number {
  const large = 134217729 * x;
  return large - (large - x);
}

/** The double next to the exact number, ties to even, as Python's `math.fsum`; NaN beyond the range of doubles. */
export function rounded(e: readonly number[]): number {
  let i = e.length - 1;
  let high = e[i] ?? 0;
  let low = 0;
  while (i > 0 && low === 0) {
    i -= 1;
    const part = e[i] ?? 0;
    const sum = high + part;
    low = part - (sum - high);
    high = sum;
  }
  const below = i > 0 ? (e[i - 1] ?? 0) : 0;
  if (low * Math.sign(below) > 0) {
    // `low` may be exactly half of the last digit; what lies below it then decides instead of the even digit.
    const step = 2 * low;
    const next = high + step;
    if (next - high === step) return next;
  }
  return high;
}

/** The same number in the one form that follows from it: what is the nearest double, then of the rest, and so on. */
export function canonical(e: readonly number[]): Expansion {
  const rest = [...e];
  const parts: Expansion = [];
  while (rest.length > 0) {
    const part = rounded(rest);
    parts.unshift(part);
    if (part - part !== 0) return [Number.NaN];
    grow(rest, -part);
  }
  return parts;
}

/** The double next to the exact number divided by `divisor`, ties to even: judged by three times the digits of a double. */
export function quotient(e: readonly number[], divisor: number): number {
  const parts: Expansion = [];
  let rest: readonly number[] = e;
  for (let i = 0; i < 3 && rest.length > 0; i += 1) {
    const part = rounded(rest) / divisor;
    grow(parts, part);
    rest = plus(rest, scaled([part], -divisor));
  }
  return rounded(parts);
}
