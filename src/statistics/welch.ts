import cdf from '@stdlib/stats-base-dists-t-cdf';
import type { Moments } from '../model/tally.ts';
import type { Bounds } from './interval.ts';
import { meanDifference, varianceOf } from './moments.ts';
import { twoSidedT } from './student.ts';

export interface WelchTest extends Bounds {
  /** Mean of a less mean of b, in the unit of the values; `low` and `high` are its bounds. */
  readonly difference: number;
  readonly t: number;
  /** Degrees of freedom, seldom whole. */
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Welch's test and interval for the difference of two means. It does not take the two spreads for equal, which two
 * periods or two channels seldom are. B. L. Welch, The generalization of Student's problem when several different
 * population variances are involved, Biometrika 34 (1947); degrees of freedom after F. E. Satterthwaite (1946).
 *
 * @returns null where either side has fewer than two values, or neither has any spread.
 */
export function welch(a: Moments, b: Moments, confidence: number): WelchTest | null {
  const found = comparison(a, b);
  if (found === null) return null;
  const { difference, error, df } = found;
  const t = difference / error;
  return { difference, t, df, p: 2 * cdf(-Math.abs(t), df), ...bounds(found, confidence) };
}

/** The interval alone, for less work: `low` and `high` of `welch`, and null where that is. */
export function welchInterval(a: Moments, b: Moments, confidence: number): Bounds | null {
  const found = comparison(a, b);
  return found === null ? null : bounds(found, confidence);
}

interface Comparison {
  readonly difference: number;
  /** Standard error of the difference. */
  readonly error: number;
  readonly df: number;
}

function comparison(a: Moments, b: Moments): Comparison | null {
  const difference = meanDifference(a, b);
  const varianceA = varianceOf(a);
  const varianceB = varianceOf(b);
  if (difference === null || varianceA === null || varianceB === null) return null;
  const partA = varianceA / a.count;
  const partB = varianceB / b.count;
  const error = Math.sqrt(partA + partB);
  if (error === 0) return null;
  // In shares of the whole, as squares of small variances would underflow.
  const shareA = partA / (partA + partB);
  const shareB = partB / (partA + partB);
  const df = 1 / ((shareA * shareA) / (a.count - 1) + (shareB * shareB) / (b.count - 1));
  return { difference, error, df };
}

function bounds({ difference, error, df }: Comparison, confidence: number): Bounds {
  const half = twoSidedT(confidence, df) * error;
  return { low: difference - half, high: difference + half };
}
