import type { SetsRightReport } from '../../model/report.ts';
import type { Target } from '../../model/target.ts';
import { type NpsCounts, npsOf } from '../../statistics/nps.ts';
import { meets } from '../meets.ts';
import { least } from './least.ts';

/**
 * How many fewer, or more, of what is counted would have met the target.
 *
 * @param most - as many of them as there can be
 */
export function eventsShort(
  events: number,
  target: Target,
  valueAt: (events: number) => number,
  most: number,
): SetsRightReport | null {
  const isAtMost = target.op === '<=';
  const number = least(isAtMost ? events : most - events, (change) =>
    meets(valueAt(isAtMost ? events - change : events + change), target),
  );
  return number === null ? null : { number, of: isAtMost ? 'fewer' : 'more', unit: null };
}

/** Detractors who had to be promoters; null where there are too few of them, or the target is at most. */
export function promotersShort({ promoters, passives, detractors }: NpsCounts, target: Target): SetsRightReport | null {
  if (target.op === '<=') return null;
  const number = least(detractors, (won) => {
    const score = npsOf({ promoters: promoters + won, passives, detractors: detractors - won });
    return score !== null && meets(score, target);
  });
  return number === null ? null : { number, of: 'promoters', unit: null };
}
