import { chiSquareQuantile } from './chi-square.ts';
import type { Bounds } from './interval.ts';

/**
 * Exact Poisson interval for a rate: bounds of the events per one of exposure, from chi-squared quantiles. It holds for
 * few events and for none, where a normal interval fails; the exposure (orders, say) is taken as fixed.
 * F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936).
 *
 * @param events - a whole number
 * @returns null without exposure: there is no rate to speak of.
 */
export function garwood(events: number, exposure: number, confidence: number): Bounds | null {
  if (!(exposure > 0)) return null;
  const tail = (1 - confidence) / 2;
  return {
    low: events === 0 ? 0 : chiSquareQuantile(tail, 2 * events) / 2 / exposure,
    high: chiSquareQuantile(1 - tail, 2 * events + 2) / 2 / exposure,
  };
}
