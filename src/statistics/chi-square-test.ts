import { chiSquareTail } from './chi-square.ts';

export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly df: number;
  /** To about 1e-15, absolute: smaller ones come out as 0. */
  readonly p: number;
  /** The smallest count expected in any cell; below 5 the test is not to be relied on (W. G. Cochran, 1954). */
  readonly minExpected: number;
}

/**
 * Do several groups share one proportion? Pearson's chi-squared on the table of kept and missed by group, without a
 * correction. K. Pearson, Philosophical Magazine 50 (1900). For two groups it is the square of the pooled z of
 * `twoProportions`.
 *
 * @returns null below two groups with cases, or where nothing or everything is kept.
 */
export function chiSquareTest(
  groups: readonly { readonly kept: number; readonly cases: number }[],
): ChiSquareTest | null {
  const met = groups.filter(({ cases }) => cases > 0);
  const cases = met.reduce((sum, group) => sum + group.cases, 0);
  const kept = met.reduce((sum, group) => sum + group.kept, 0);
  const missed = cases - kept;
  if (met.length < 2 || kept === 0 || missed === 0) return null;
  const scale = cases / kept + cases / missed;
  const chiSquare = met.reduce((sum, group) => {
    const off = group.kept - (group.cases * kept) / cases;
    return sum + ((off * off) / group.cases) * scale;
  }, 0);
  const df = met.length - 1;
  const fewest = met.reduce((least, group) => Math.min(least, group.cases), cases);
  return { chiSquare, df, p: chiSquareTail(chiSquare, df), minExpected: (fewest * Math.min(kept, missed)) / cases };
}
