import type { Bounds } from './interval.ts';
import { twoSidedZ } from './normal.ts';

/** Answers on the scale from 0 to 10: promoters 9 and 10, passives 7 and 8, detractors 0 to 6. */
export interface NpsCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** All in points, -100 to 100. */
export interface NpsWald extends Bounds {
  readonly score: number;
  /** Standard error with n as the divisor. */
  readonly se: number;
  /** With n - 1; null for a single answer. */
  readonly seSample: number | null;
}

/**
 * Net Promoter Score in points: 100 (promoters - detractors) / answers. F. F. Reichheld, The one number you need to
 * grow, Harvard Business Review 81 (2003).
 *
 * @returns null without answers.
 */
export function npsOf(counts: NpsCounts): number | null {
  const n = counts.promoters + counts.passives + counts.detractors;
  return n > 0 ? (100 * (counts.promoters - counts.detractors)) / n : null;
}

/**
 * The textbook (Wald) interval, not cut to the scale. It is what other tools show, so it is here to compare with; it
 * has no width where all answers are of one kind, so saydo reports `npsInterval` instead.
 *
 * @returns null without answers.
 */
export function npsWald(counts: NpsCounts, confidence: number): NpsWald | null {
  const { promoters, passives, detractors } = counts;
  const n = promoters + passives + detractors;
  const score = npsOf(counts);
  if (score === null) return null;
  const net = promoters - detractors;
  // n times the sum of squared deviations of +1, 0 and -1 from their mean: whole numbers, nothing cancels.
  const spread = n * (promoters + detractors) - net * net;
  const se = (100 * Math.sqrt(spread / n)) / n;
  const seSample = n > 1 ? (100 * Math.sqrt(spread / (n - 1))) / n : null;
  const half = twoSidedZ(confidence) * se;
  return { score, se, seSample, low: score - half, high: score + half };
}

/**
 * Adjusted Wald interval in points: the textbook one after three answers were added, three quarters of one promoter,
 * three quarters of one detractor, the rest passive; cut to -100 to 100. It holds for small surveys and keeps a width
 * where all answers are of one kind. B. Rocks, Interval estimation for the Net Promoter Score, The American
 * Statistician 70 (2016), after A. Agresti and B. Caffo (2000); as J. Lewis and J. Sauro recommend it (2021).
 *
 * @returns null without answers.
 */
export function npsInterval(counts: NpsCounts, confidence: number): Bounds | null {
  if (npsOf(counts) === null) return null;
  const wald = npsWald(
    { promoters: counts.promoters + 0.75, passives: counts.passives + 1.5, detractors: counts.detractors + 0.75 },
    confidence,
  );
  return wald === null ? null : { low: Math.max(-100, wald.low), high: Math.min(100, wald.high) };
}
