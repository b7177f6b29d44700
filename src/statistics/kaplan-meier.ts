import type { Bounds } from './interval.ts';
import { twoSidedZ } from './normal.ts';

/** Parallel arrays, one entry for each time at which a case ended or was still open, ascending. */
export interface SurvivalCurve {
  /** In the unit of the times given. */
  readonly time: Float64Array;
  /** Cases that were followed at least as long: one that was still open at a time counts at it. */
  readonly atRisk: Uint32Array;
  readonly events: Uint32Array;
  readonly censored: Uint32Array;
  /** Share not ended by then, 0 to 1. */
  readonly survival: Float64Array;
  /** Greenwood's sum d / (n (n - d)) so far; infinite once the survival is 0. */
  readonly greenwood: Float64Array;
}

export interface SurvivalAt {
  /** 0 beyond the longest time: what is said there is what was last known. */
  readonly atRisk: number;
  readonly survival: number;
  /** 1 - survival: the share that had ended by then. */
  readonly within: number;
  /** Greenwood's, of the survival; null where the survival is 0. */
  readonly standardError: number | null;
  /** Log-log interval of `within`; null where nothing or everything has ended by then. */
  readonly interval: Bounds | null;
}

/** Times, in the unit of those given; null where the curve, or that bound of it, never gets so far. */
export interface SurvivalQuantile {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * What rounding may have added to a survival of exactly 1 - q. Far above the error of the products, far below the step
 * of one case; R's `quantile.survfit` allows 1.5e-8 for the same reason.
 */
export const TOLERANCE = 1e-10;

/**
 * Kaplan and Meier's product-limit estimate: how long cases last where some are still open. Leaving the open ones out,
 * or taking them for ended, would make times look shorter than they are. E. L. Kaplan and P. Meier, Nonparametric
 * estimation from incomplete observations, JASA 53 (1958); variance by M. Greenwood (1926). O(n log n).
 *
 * @param ended - times of cases that ended, finite, from 0 on, in any order
 * @param open - times for which cases had been open when last seen, the same
 */
export function kaplanMeier(ended: Float64Array, open: Float64Array): SurvivalCurve {
  const ends = ended.slice().sort();
  const opens = open.slice().sort();
  let rows = 0;
  walk(ends, opens, () => {
    rows += 1;
  });
  const curve = {
    time: new Float64Array(rows),
    atRisk: new Uint32Array(rows),
    events: new Uint32Array(rows),
    censored: new Uint32Array(rows),
    survival: new Float64Array(rows),
    greenwood: new Float64Array(rows),
  };
  let row = 0;
  let atRisk = ends.length + opens.length;
  let survival = 1;
  let greenwood = 0;
  // Between two open cases the product telescopes: one division, and exact shares where nothing is open.
  let known = 1;
  let since = atRisk;
  walk(ends, opens, (time, events, censored) => {
    const left = atRisk - events;
    if (events > 0) {
      survival = known * (left / since);
      greenwood += events / (atRisk * left);
    }
    curve.time[row] = time;
    curve.atRisk[row] = atRisk;
    curve.events[row] = events;
    curve.censored[row] = censored;
    curve.survival[row] = survival;
    curve.greenwood[row] = greenwood;
    row += 1;
    atRisk = left - censored;
    if (censored > 0) {
      known = survival;
      since = atRisk;
    }
  });
  return curve;
}

/** Survival by time `t`, the cases ending at `t` included. @returns null where the curve has no cases. */
export function survivalAt(curve: SurvivalCurve, t: number, confidence: number): SurvivalAt | null {
  if (curve.time.length === 0) return null;
  const next = firstRow(curve.time, (time) => time >= t);
  const last = firstRow(curve.time, (time) => time > t) - 1;
  const survival = curve.survival[last] ?? 1;
  const greenwood = curve.greenwood[last] ?? 0;
  const bounds = logLog(survival, greenwood, twoSidedZ(confidence));
  return {
    atRisk: curve.atRisk[next] ?? 0,
    survival,
    within: 1 - survival,
    standardError: survival > 0 ? survival * Math.sqrt(greenwood) : null,
    interval: bounds,
  };
}

/**
 * The first time by which a share q has ended, and its bounds: the times at which the bounds of the curve get there (R.
 * Brookmeyer and J. Crowley, A confidence interval for the median survival time, Biometrics 38, 1982), log-log as R's
 * `survfit` has them. Where the curve is flat at exactly 1 - q R takes the middle; here it is the first time.
 *
 * @param q - between 0 and 1
 */
export function survivalQuantile(curve: SurvivalCurve, q: number, confidence: number): SurvivalQuantile {
  const z = twoSidedZ(confidence);
  const enough = q - TOLERANCE;
  let low: number | null = null;
  let value: number | null = null;
  for (const [row, time] of curve.time.entries()) {
    if (curve.events[row] === 0) continue;
    const survival = curve.survival[row] ?? 1;
    if (value === null && 1 - survival >= enough) value = time;
    const within = logLog(survival, curve.greenwood[row] ?? 0, z);
    if (within === null) continue;
    if (low === null && within.high >= enough) low = time;
    if (within.low >= enough) return { value, low, high: time };
  }
  return { value, low, high: null };
}

/** Interval of 1 - survival, from a symmetric one of log(-log survival): it stays within 0 and 1. */
export function logLog(survival: number, greenwood: number, z: number): Bounds | null {
  if (survival <= 0 || survival >= 1) return null;
  const log = Math.log(survival);
  const spread = Math.exp((z * Math.sqrt(greenwood)) / -log);
  return { low: -Math.expm1(log / spread), high: -Math.expm1(log * spread) };
}

/** Visits each time once, ascending, with how many ended and how many were open at it. */
function walk(
  ends: Float64Array,
  opens: Float64Array,
  visit: (time: number, events: number, censored: number) => void,
): void {
  let i = 0;
  let j = 0;
  while (i < ends.length || j < opens.length) {
    const time = Math.min(ends[i] ?? Number.POSITIVE_INFINITY, opens[j] ?? Number.POSITIVE_INFINITY);
    const nextEnd = past(ends, i, time);
    const nextOpen = past(opens, j, time);
    visit(time, nextEnd - i, nextOpen - j);
    i = nextEnd;
    j = nextOpen;
  }
}

function past(sorted: Float64Array, from: number, time: number): number {
  let i = from;
  while (i < sorted.length && !((sorted[i] ?? time) > time)) i += 1;
  return i;
}

/** The first row whose time passes, their number where none does; times that pass stand at the end. */
function firstRow(times: Float64Array, passes: (time: number) => boolean): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(times[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
