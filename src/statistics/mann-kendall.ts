import { twoSidedP } from './normal.ts';
import { quantile } from './quantile.ts';

export interface Trend {
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** Of s, were there no trend; corrected for ties. */
  readonly variance: number;
  /** Corrected for continuity; null where all values are equal. */
  readonly z: number | null;
  /** Two-sided, by the normal approximation, fair from about eight values on; null as z. */
  readonly p: number | null;
  /** Kendall's tau-b, -1 to 1; null as z. */
  readonly tau: number | null;
  /** Sen's slope, in the values' unit per step. */
  readonly slope: number;
}

/**
 * Does a series rise or fall? By ranks, so that neither an outlier nor the shape of the trend matters. H. B. Mann,
 * Nonparametric tests against trend, Econometrica 13 (1945); M. G. Kendall, Rank correlation methods (1975), for ties;
 * P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968). Looks at all pairs:
 * meant for periods, not for rows.
 *
 * @param at - where the values stand, in steps, ascending, none twice; periods may be missing
 * @returns null below two values.
 */
export function mannKendall(values: readonly number[], at: readonly number[] = [...values.keys()]): Trend | null {
  const n = values.length;
  if (n < 2) return null;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let s = 0;
  let pairs = 0;
  for (const [i, earlier] of values.entries()) {
    for (let j = i + 1; j < n; j += 1) {
      const change = (values[j] ?? Number.NaN) - earlier;
      s += Math.sign(change);
      slopes[pairs] = change / ((at[j] ?? Number.NaN) - (at[i] ?? Number.NaN));
      pairs += 1;
    }
  }
  const slope = quantile(slopes.sort(), 0.5) ?? 0;
  const ties = tiesOf(values);
  const tied = (of: (t: number) => number): number => ties.reduce((sum, t) => sum + of(t), 0);
  const weight = (t: number): number => t * (t - 1) * (2 * t + 5);
  const variance = (weight(n) - tied(weight)) / 18;
  if (variance === 0) return { s, variance, z: null, p: null, tau: null, slope };
  const untied = pairs - tied((t) => (t * (t - 1)) / 2);
  const z = (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, variance, z, p: twoSidedP(z), tau: s / Math.sqrt(pairs * untied), slope };
}

/** How many values each group of equal ones has. */
function tiesOf(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}
