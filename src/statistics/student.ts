import quantile from '@stdlib/stats-base-dists-t-quantile';
import type { Moments } from '../model/tally.ts';
import type { Bounds } from './interval.ts';
import { meanOf, varianceOf } from './moments.ts';

/** Quantile of Student's t of a two-sided confidence, as 2.36 for 0.95 with 7 degrees of freedom (whole or not). */
export function twoSidedT(confidence: number, df: number): number {
  return quantile(1 - (1 - confidence) / 2, df);
}

/**
 * Interval for a mean, in the unit of the values: mean -+ t s / sqrt(n), n - 1 degrees of freedom. Exact for normal
 * values, and by the central limit theorem good for others as n grows; unlike with z, the spread may be unknown.
 * Student (W. S. Gosset), The probable error of a mean, Biometrika 6 (1908). Equal values give one of no width.
 *
 * @returns null below two values: they have no spread to judge by.
 */
export function studentInterval(m: Moments, confidence: number): Bounds | null {
  const mean = meanOf(m);
  const variance = varianceOf(m);
  if (mean === null || variance === null) return null;
  const half = twoSidedT(confidence, m.count - 1) * Math.sqrt(variance / m.count);
  return { low: mean - half, high: mean + half };
}
