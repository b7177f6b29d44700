import type { Diagnostic } from '../../model/diagnostic.ts';
import { answeredOnly } from './answered-only.ts';
import { noArrivals } from './no-arrivals.ts';
import { officeHours } from './office-hours.ts';
import type { Scored } from './scored.ts';
import { simpson } from './simpson.ts';
import { unjudged } from './unjudged.ts';
import { droppedCases, meanTail } from './whole.ts';

export { handful } from './handful.ts';

/** What the figures of a cell do not say by themselves; what several cells share is told by promise. Each stands at the measure in the promise file. */
export function cellFindings(scored: Scored): readonly Diagnostic[] {
  return [
    ...simpson(scored),
    ...droppedCases(scored),
    ...meanTail(scored),
    ...answeredOnly(scored.context),
    ...officeHours(scored.context),
    ...noArrivals(scored),
    ...unjudged(scored),
  ];
}
