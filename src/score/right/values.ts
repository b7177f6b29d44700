import type { Target } from '../../model/target.ts';
import { TOLERANCE } from '../../statistics/kaplan-meier.ts';
import type { ByRank } from '../../statistics/quantile.ts';
import { level } from '../../vocabulary/measures/quantile-figure.ts';
import { meets } from '../meets.ts';
import { least } from './least.ts';

/**
 * Values more that had to meet the target for their quantile to meet it: the least number that is enough whichever of
 * them, and wherever on the right side of the target they had been. Of values just on the target one fewer is not
 * enough. null where no number is.
 *
 * @param values - ascending
 */
export function valuesShort(values: ByRank, q: number, target: Target): number | null {
  const { op, value } = target;
  const below = countBelow(values, (one) => (op === '<=' ? one <= value : one < value));
  const isLifted = (number: number, rank: number): boolean =>
    op === '<=' ? rank >= below && rank < below + number : rank < below && rank >= below - number;
  return least(op === '<=' ? values.length - below : below, (number) => {
    // The nearest to the target, put just on it: what is left is as far off as can be.
    const at = (rank: number): number | undefined => (isLifted(number, rank) ? value : values.at(rank));
    const figure = level({ length: values.length, at }, q);
    return figure !== null && meets(figure, target);
  });
}

/**
 * The same where some cases are still open, for an at-most target: Kaplan and Meier's estimate at the target, as
 * `survivalQuantileOf` has it. Those that are still open and younger than the target stay as they are. A case that ends
 * sooner lends less weight to those that were not followed so long, so that all are taken to end at once. null also where
 * none might be left open: what has ended is judged by another estimate then.
 */
export function endedShort(values: ByRank, open: Float64Array, q: number, most: number): number | null {
  const ended = countBelow(values, (one) => one <= most);
  const young = open.filter((age) => age < most).sort();
  const upTo = Array.from(young, (age) => countBelow(values, (one) => one <= age));
  const all = values.length + open.length;
  const short = least(all - ended - young.length, (number) => {
    let atRisk = all;
    let known = 1;
    let since = all;
    let survival = 1;
    let counted = 0;
    const follow = (events: number): void => {
      if (events === counted) return;
      atRisk -= events - counted;
      counted = events;
      survival = known * (atRisk / since);
    };
    for (const events of upTo) {
      follow(events + number);
      atRisk -= 1;
      known = survival;
      since = atRisk;
    }
    follow(ended + number);
    return 1 - survival >= q - TOLERANCE;
  });
  return short === null || (young.length === 0 && short >= open.length) ? null : short;
}

/** How many values from the first on are so; those that are stand before those that are not. */
function countBelow(values: ByRank, isSo: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isSo(values.at(middle) ?? Number.NaN)) low = middle + 1;
    else high = middle;
  }
  return low;
}
