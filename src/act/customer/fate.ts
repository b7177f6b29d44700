import { Fate } from '../../model/engine.ts';
import type { Instant } from '../../model/time.ts';
import { isoInstant } from '../../report/assemble.ts';
import type { FollowedCell } from '../followed.ts';
import type { Followable } from './followable.ts';
import type { Outcome, RecordOccasion } from './record.ts';

/** What became of an occasion, as it is told. */
export type Told = Pick<RecordOccasion, 'outcome' | 'over' | 'left' | 'unit' | 'due'>;

const OUTCOME_OF: ReadonlyMap<number, Outcome> = new Map([
  [Fate.KEPT, 'kept'],
  [Fate.MISSED, 'missed'],
  [Fate.PENDING, 'pending'],
  [Fate.EXCLUDED, 'excluded'],
  [Fate.UNREADABLE, 'unreadable'],
]);

/** null for a row that is no occasion of the promise, or is told at another row. */
export function toldBy(fate: number, beyond: number, cell: FollowedCell, channel: Followable): Told | null {
  const outcome = OUTCOME_OF.get(fate);
  if (outcome === undefined) return null;
  const length = Number.isFinite(beyond) ? beyond : null;
  const over = outcome === 'missed' ? length : null;
  const left = outcome === 'pending' ? length : null;
  const unit = over === null && left === null ? null : unitOf(cell);
  return { outcome, over, left, unit, due: left === null ? null : dueAt(left, cell, channel) };
}

/** Lengths of `kept_when` and of what is counted are times; counts of the export's own are numbers. */
function unitOf({ pledge }: FollowedCell): Told['unit'] {
  switch (pledge.measure?.kind) {
    case 'kept_when':
    case 'count':
    case 'rate':
    case 'ratio':
      return 'seconds';
    case 'tally':
      return 'number';
    default:
      return pledge.target.unit;
  }
}

/** What is left of a level may be open time, which does not run all day. */
function dueAt(left: number, { pledge }: FollowedCell, { asOf, plan }: Followable): Told['due'] {
  if (asOf === null || pledge.measure?.kind !== 'kept_when') return null;
  const due: Instant = asOf + Math.round(left * 1000);
  return isoInstant(due, plan.zone);
}
