import { fisherExact } from './fisher.ts';
import { twoSidedP } from './normal.ts';

interface Proportion {
  readonly kept: number;
  readonly cases: number;
}

export interface ProportionTest {
  /** Share of a less share of b. */
  readonly difference: number;
  /** null where nothing or everything is kept on both sides: there is no spread to judge by. */
  readonly z: number | null;
  /** Two-sided; null as z. */
  readonly p: number | null;
}

/**
 * Do two shares differ? The z test with the pooled share, whose square is Pearson's chi-squared without a correction.
 * K. Pearson (1900); R. A. Fisher, Statistical methods for research workers (1925). For numbers that are large enough,
 * see `differenceP`.
 *
 * @returns null where either side has no cases.
 */
export function twoProportions(a: Proportion, b: Proportion): ProportionTest | null {
  if (!(a.cases > 0 && b.cases > 0)) return null;
  const difference = a.kept / a.cases - b.kept / b.cases;
  const cases = a.cases + b.cases;
  const kept = a.kept + b.kept;
  const missed = cases - kept;
  if (kept === 0 || missed === 0) return { difference, z: null, p: null };
  // Whole numbers, in place of shares that are nearly equal.
  const crossed = a.kept * b.cases - b.kept * a.cases;
  const z = crossed / Math.sqrt(((a.cases * b.cases) / cases) * kept * missed);
  return { difference, z, p: twoSidedP(z) };
}

/**
 * Two-sided p-value for the difference of two shares: Fisher's exact test where any expected count is below 5 (W. G.
 * Cochran, Some methods for strengthening the common chi-squared tests, Biometrics 10, 1954), else the z test.
 *
 * @returns null where either side has no cases.
 */
export function differenceP(a: Proportion, b: Proportion): number | null {
  const test = twoProportions(a, b);
  if (test === null) return null;
  const kept = a.kept + b.kept;
  const cases = a.cases + b.cases;
  const least = (Math.min(a.cases, b.cases) * Math.min(kept, cases - kept)) / cases;
  return least < 5 ? fisherExact(a, b) : test.p;
}
