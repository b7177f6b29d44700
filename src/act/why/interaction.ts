import { varianceOf } from '../../statistics/moments.ts';
import { twoSidedP } from '../../statistics/normal.ts';
import { badnessOf, without } from './weights.ts';
import type { Weight, Yardstick } from './yardstick.ts';

/** Below so many cases in one of the four, nothing is said of what they come to together. */
const ENOUGH = 10;

export interface Interaction {
  /** Two-sided. */
  readonly p: number;
  /** A case of the pair is worse than its two parts add up to. */
  readonly isWorse: boolean;
}

/**
 * Is a pair worse, or better, than its two parts together let expect? The four groups are those in both parts, in one
 * alone, in the other alone, in neither; where the parts only add up, both - one - other + neither is nothing (K. J.
 * Rothman, Modern Epidemiology: departure from additivity). Tested as a contrast of four independent means or shares,
 * a share counted with half a case more on each side, so that none has no spread.
 *
 * @returns null where one of the four has too few cases, or there is no spread.
 */
export function interaction(
  pair: Weight,
  [one, other]: readonly [Weight, Weight],
  whole: Weight,
  yardstick: Yardstick,
): Interaction | null {
  const either = without(without(whole, one), without(other, pair));
  const cells = [pair, without(one, pair), without(other, pair), either];
  const signs = [1, -1, -1, 1];
  let difference = 0;
  let variance = 0;
  for (const [index, cell] of cells.entries()) {
    const badness = badnessOf(cell, yardstick);
    const spread = spreadOf(cell);
    if (cell.cases < ENOUGH || badness === null || spread === null) return null;
    difference += (signs[index] ?? 0) * badness;
    variance += spread / cell.cases;
  }
  if (!(variance > 0) || difference === 0) return null;
  return { p: twoSidedP(difference / Math.sqrt(variance)), isWorse: difference > 0 };
}

/** Variance of one case; of what is counted elsewhere (a ratio) that of a count. */
function spreadOf({ cases, against, moments, isPart }: Weight): number | null {
  if (moments !== null) return varianceOf(moments);
  const share = ((against ?? 0) + 0.5) / (cases + 1);
  return isPart ? share * (1 - share) : share;
}
