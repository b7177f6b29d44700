import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CellContext } from '../cell.ts';
import type { Judged } from '../judge.ts';
import type { JudgedPeriod } from '../periods.ts';
import type { Settled } from '../settle/index.ts';
import type { Split } from '../splits.ts';
import { answeredOnly } from './answered-only.ts';
import { noArrivals } from './no-arrivals.ts';
import { officeHours } from './office-hours.ts';
import { simpson } from './simpson.ts';
import { unjudged } from './unjudged.ts';
import { droppedCases, meanTail } from './whole.ts';

export { handful } from './handful.ts';

/** A cell that has been scored, with all that its figures were made from. */
export interface Scored {
  readonly judged: Judged;
  readonly settled: Settled;
  /** Periods that can be held against each other. */
  readonly compared: readonly JudgedPeriod[];
  readonly splits: readonly Split[];
  readonly context: CellContext;
}

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
