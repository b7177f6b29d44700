/** The statistics of saydo, for the public API: pure functions, each with its source. */
export { benjaminiHochberg } from './benjamini-hochberg.ts';
export { type ChiSquareTest, chiSquareTest } from './chi-square-test.ts';
export { fisherExact } from './fisher.ts';
export { garwood } from './garwood.ts';
export type { Bounds } from './interval.ts';
export {
  kaplanMeier,
  type SurvivalAt,
  type SurvivalCurve,
  type SurvivalQuantile,
  survivalAt,
  survivalQuantile,
} from './kaplan-meier.ts';
export { type Keyness, keyness } from './keyness.ts';
export { type Decomposition, type KitagawaGroup, kitagawa } from './kitagawa.ts';
export { mannKendall, type Trend } from './mann-kendall.ts';
export { MomentSum, meanDifference, meanOf, momentsOf, sumOf, varianceOf } from './moments.ts';
export { type Estimate, mover } from './mover.ts';
export { newcombe } from './newcombe.ts';
export { type NpsCounts, type NpsWald, npsInterval, npsOf, npsWald } from './nps.ts';
export { quantile } from './quantile.ts';
export { quantileCoverage, quantileInterval, quantileRanks, type Ranks } from './quantile-interval.ts';
export { studentInterval } from './student.ts';
export { differenceP, type ProportionTest, twoProportions } from './two-proportions.ts';
export { type WelchTest, welch, welchInterval } from './welch.ts';
export { wilson } from './wilson.ts';
