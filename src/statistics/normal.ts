import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** Standard normal quantile of `p`, the lower tail. */
export function normalQuantile(p: number): number {
  return quantile(p, 0, 1);
}

/** Standard normal quantile of a two-sided confidence, as 1.96 for 0.95. */
export function twoSidedZ(confidence: number): number {
  return normalQuantile(1 - (1 - confidence) / 2);
}

/** Probability of a standard normal value above `z`. */
export function upperTail(z: number): number {
  // By symmetry: one minus the lower tail keeps no digit of a small probability.
  return cdf(-z, 0, 1);
}

/** Probability of a standard normal value at least as far from 0 as `z`, on either side. */
export function twoSidedP(z: number): number {
  return 2 * upperTail(Math.abs(z));
}
