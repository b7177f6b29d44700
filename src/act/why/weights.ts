import type { Moments } from '../../model/tally.ts';
import { tidy } from '../../score/figures.ts';
import { plus, rounded, scaled } from '../../statistics/expansion.ts';
import { keyness } from '../../statistics/keyness.ts';
import { MomentSum, meanDifference, meanOf, varianceOf } from '../../statistics/moments.ts';
import { twoSidedP } from '../../statistics/normal.ts';
import { differenceP } from '../../statistics/two-proportions.ts';
import { welch } from '../../statistics/welch.ts';
import type { Weight, Yardstick } from './yardstick.ts';

/** What the target allows so many cases, in cases; null for a level. */
export function allowedOf({ cases }: Weight, { kind, allowed }: Yardstick): number | null {
  return kind === 'share' ? tidy(allowed * cases) : null;
}

/**
 * What lies beyond what the target allows; below zero where there is room. Cases that count against the promise less
 * those allowed, or of a level the sum of (value - target) over the cases, on the side that is bad: exact, rounded once.
 */
export function excessOf({ cases, against, moments }: Weight, { allowed, isCeiling }: Yardstick): number {
  if (moments === null) return tidy((against ?? 0) - allowed * cases) + 0;
  const beyond = rounded(plus(moments.sum, scaled([-allowed], moments.count)));
  return tidy(isCeiling ? beyond : -beyond) + 0;
}

/** How bad a case is on average, in any unit: the greater, the worse; null without a case. */
export function badnessOf({ cases, against, moments }: Weight, { isCeiling }: Yardstick): number | null {
  if (cases === 0) return null;
  if (moments === null) return (against ?? 0) / cases;
  const mean = meanOf(moments);
  return mean === null ? null : isCeiling ? mean : -mean;
}

/** The whole without a part of it. */
export function without(whole: Weight, part: Weight): Weight {
  return {
    cases: whole.cases - part.cases,
    against: whole.against === null ? null : whole.against - (part.against ?? 0),
    moments: whole.moments === null || part.moments === null ? null : less(whole.moments, part.moments),
    isPart: whole.isPart,
  };
}

/** Least and greatest are those of the whole: no test asks for them. */
function less(whole: Moments, part: Moments): Moments {
  return {
    ...whole,
    count: whole.count - part.count,
    sum: plus(whole.sum, scaled(part.sum, -1)),
    squares: plus(whole.squares, scaled(part.squares, -1)),
  };
}

function joined(a: Moments, b: Moments): Moments {
  const sum = new MomentSum();
  sum.absorb(a);
  sum.absorb(b);
  return sum.toMoments();
}

/** Below so many values, a mean and its spread say little of the next ones: no test. */
const ENOUGH_VALUES = 10;

/**
 * Two-sided p-value for the difference of two weights: of shares as of segments in the report (z, or Fisher's exact
 * test). Of levels the greater of Welch's and that of the spread of all values together, under which the values might
 * have been dealt out at random (E. J. G. Pitman, Significance tests which may be applied to samples from any
 * populations, 1937): a few values that happen to be alike have no spread of their own, and would be certain by Welch.
 * Of what is counted for each case of another channel, the conditional test of two rates. null where there is nothing to
 * compare with, too little of it, or no spread to judge by.
 */
export function differs(a: Weight, b: Weight, confidence: number): number | null {
  if (a.cases === 0 || b.cases === 0) return null;
  if (!a.isPart) return ratesP(a, b);
  if (a.moments === null || b.moments === null) return differenceP(keptOf(a), keptOf(b));
  if (Math.min(a.cases, b.cases) < ENOUGH_VALUES) return null;
  const own = welch(a.moments, b.moments, confidence);
  const dealt = dealtZ(a.moments, b.moments);
  return own === null || dealt === null ? null : Math.max(own.p, twoSidedP(dealt));
}

/**
 * The least p-value that so many cases could have, however many of them counted against the promise: what can never
 * stand is no test (R. E. Tarone, A modified Bonferroni method for discrete data, Biometrics 46, 1990). 0 where the
 * values have no such bound.
 */
export function leastP(part: Weight, whole: Weight): number {
  const { cases, moments, isPart } = part;
  if (moments !== null || !isPart || cases === 0 || cases === whole.cases) return 0;
  const against = whole.against ?? 0;
  const most = Math.min(cases, against);
  const least = Math.max(0, cases - (whole.cases - against));
  const at = (own: number): number => {
    const other = { kept: whole.cases - against - (cases - own), cases: whole.cases - cases };
    return differenceP({ kept: cases - own, cases }, other) ?? 1;
  };
  return Math.min(at(most), at(least));
}

/** The strength of that difference, by which descriptions of the same occasions are told apart: G2, or the square of z. */
export function evidence(a: Weight, b: Weight): number {
  if (a.cases === 0 || b.cases === 0) return 0;
  if (a.moments !== null && b.moments !== null) return (dealtZ(a.moments, b.moments) ?? 0) ** 2;
  if (!a.isPart) return (ratesZ(a, b) ?? 0) ** 2;
  const held = (one: Weight) => ({ holding: one.against ?? 0, cases: one.cases });
  return keyness(held(a), held(b))?.g ?? 0;
}

/** Below it, the normal distribution is no likeness of a count. */
const LEAST_EXPECTED = 5;

/**
 * Given how many there are in all, each of them falls to a side by its part of the cases (J. Przyborowski and
 * H. Wilenski, Homogeneity of results in testing samples from Poisson series, Biometrika 31, 1940).
 */
function ratesZ(a: Weight, b: Weight): number | null {
  const events = (a.against ?? 0) + (b.against ?? 0);
  const part = a.cases / (a.cases + b.cases);
  if (events * Math.min(part, 1 - part) < LEAST_EXPECTED) return null;
  return ((a.against ?? 0) - events * part) / Math.sqrt(events * part * (1 - part));
}

function ratesP(a: Weight, b: Weight): number | null {
  const z = ratesZ(a, b);
  return z === null ? null : twoSidedP(z);
}

/** Difference of the means in standard errors, were the labels dealt out at random; null without spread. */
function dealtZ(a: Moments, b: Moments): number | null {
  const difference = meanDifference(a, b);
  const variance = varianceOf(joined(a, b));
  if (difference === null || variance === null || variance === 0) return null;
  return difference / Math.sqrt(variance * (1 / a.count + 1 / b.count));
}

function keptOf({ cases, against }: Weight): { readonly kept: number; readonly cases: number } {
  return { kept: cases - (against ?? 0), cases };
}
