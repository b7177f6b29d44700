import cdf from '@stdlib/stats-base-dists-chisquare-cdf';
import quantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { normalQuantile, upperTail } from './normal.ts';

/**
 * Degrees of freedom from which on the library is not asked: where half the value passes 1000, its incomplete gamma
 * function is off by up to 2 percent of the probability.
 */
const MANY = 1000;

/**
 * Chi-squared quantile. With many degrees of freedom by the expansion of E. A. Cornish and R. A. Fisher as H. Goldberg
 * and H. Levine give it (Annals of Mathematical Statistics 17, 1946), to ten digits there for any confidence in use.
 *
 * @param p - 0 to 1, the lower tail
 */
export function chiSquareQuantile(p: number, df: number): number {
  if (df <= MANY) return quantile(p, df);
  const x = normalQuantile(p);
  const root = Math.sqrt(2 * df);
  const x2 = x * x;
  return (
    df +
    root * x +
    (2 / 3) * (x2 - 1) +
    (x * (x2 - 7)) / (9 * root) -
    (6 * x2 * x2 + 14 * x2 - 32) / (405 * df) +
    (x * (9 * x2 * x2 + 256 * x2 - 433)) / (4860 * df * root) +
    (12 * x2 ** 3 - 243 * x2 * x2 - 923 * x2 + 1472) / (25515 * df * df) -
    (x * (3753 * x2 ** 3 + 4353 * x2 * x2 - 289517 * x2 - 289717)) / (9185400 * df * df * root)
  );
}

/**
 * Probability of a chi-squared value above `x`, to about 1e-15, absolute; with many degrees of freedom by E. B. Wilson
 * and M. M. Hilferty's cube root (PNAS 17, 1931), to about 1e-5.
 */
export function chiSquareTail(x: number, df: number): number {
  if (df <= MANY) return Math.max(0, 1 - cdf(x, df));
  const variance = 2 / (9 * df);
  return upperTail((Math.cbrt(x / df) - (1 - variance)) / Math.sqrt(variance));
}
