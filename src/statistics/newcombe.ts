import type { Bounds } from './interval.ts';
import { wilson } from './wilson.ts';

/**
 * Newcombe's interval for the difference of two proportions, later minus earlier (method 10: a hybrid of two Wilson
 * intervals, no correction). R. G. Newcombe, Interval estimation for the difference between independent proportions,
 * Statistics in Medicine 17 (1998).
 *
 * @returns null where either side has no cases.
 */
export function newcombe(
  later: { readonly kept: number; readonly cases: number },
  earlier: { readonly kept: number; readonly cases: number },
  confidence: number,
): Bounds | null {
  const a = wilson(later.kept, later.cases, confidence);
  const b = wilson(earlier.kept, earlier.cases, confidence);
  if (a === null || b === null) return null;
  const p1 = later.kept / later.cases;
  const p2 = earlier.kept / earlier.cases;
  const difference = p1 - p2;
  return {
    low: difference - Math.hypot(p1 - a.low, b.high - p2),
    high: difference + Math.hypot(a.high - p1, p2 - b.low),
  };
}
