import type { Bounds } from './interval.ts';
import { twoSidedZ } from './normal.ts';

/**
 * Wilson's score interval for a proportion, without continuity correction: bounds of the share that is behind `kept`
 * of `cases`. Unlike the textbook interval it stays within 0 and 1 and holds for small numbers and for 0 or all kept.
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
 *
 * @returns null without cases: there is no share to speak of.
 */
export function wilson(kept: number, cases: number, confidence: number): Bounds | null {
  if (!(cases > 0)) return null;
  const z = twoSidedZ(confidence);
  const z2 = z * z;
  const missed = cases - kept;
  const middle = kept + z2 / 2;
  const half = z * Math.sqrt((kept * missed) / cases + z2 / 4);
  const total = cases + z2;
  const upper = (middle + half) / total;
  // The bounds are the roots of a quadratic: from their product the lower one comes without a difference that cancels.
  const low = kept === 0 ? 0 : (kept * kept) / (cases * total) / upper;
  const high = missed === 0 ? 1 : upper;
  return { low, high };
}
