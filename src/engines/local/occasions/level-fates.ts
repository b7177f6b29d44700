import type { Batch } from '../../../model/batch.ts';
import { Fate } from '../../../model/engine.ts';
import type { Measure } from '../../../model/measure.ts';
import type { Target } from '../../../model/target.ts';
import type { Instant } from '../../../model/time.ts';
import { lastingUntil } from '../../../score/settle/levels.ts';
import type { Observe } from '../../../vocabulary/measures/index.ts';
import type { Zone } from '../../../vocabulary/time/zone.ts';

/** What became of the rows of a batch that have a value, or are open. */
export interface LevelFates {
  fate(row: number, isOpen: boolean): number;
  /** As in `OccasionCell`, of a row that is missed or pending. */
  beyond(row: number, isOpen: boolean): number;
}

interface Terms {
  readonly target: Target;
  readonly asOf: Instant | null;
  readonly zone: Zone;
}

/** Asks nothing of a single occasion: what it holds enters the figure, or will. */
const ENTERS: LevelFates = {
  fate: (_row, isOpen) => (isOpen ? Fate.PENDING : Fate.KEPT),
  beyond: () => Number.NaN,
};

/**
 * An occasion whose own value is beyond what the promise allows of the figure counts as missed; one that is still open
 * and has outlasted it already, too.
 */
export function levelFates(measure: Measure<number>, seen: Observe, terms: Terms): (batch: Batch) => LevelFates {
  switch (seen.kind) {
    case 'values':
    case 'moments':
      // What adds up over all occasions asks nothing of one of them.
      if (measure.kind === 'sum') return () => ENTERS;
      return measure.kind === 'nps' ? ofAnswers(seen.run) : ofLevels(measure, seen.run, terms);
    case 'counts':
      // How many of its occasions the row says were not kept.
      return (batch) => {
        const { kept, of } = seen.run(batch);
        const missed = (row: number): number => (of[row] ?? 0) - (kept[row] ?? 0);
        return { fate: (row) => (missed(row) > 0 ? Fate.MISSED : Fate.KEPT), beyond: missed };
      };
    default:
      return () => ENTERS;
  }
}

type RunLevels = Extract<Observe, { readonly kind: 'values' | 'moments' }>['run'];

/** A detractor is one whatever the score is to be. */
function ofAnswers(run: RunLevels): (batch: Batch) => LevelFates {
  return (batch) => {
    const { values } = run(batch);
    return { fate: (row) => ((values[row] ?? 0) < 0 ? Fate.MISSED : Fate.KEPT), beyond: () => Number.NaN };
  };
}

function ofLevels(
  measure: Measure<number>,
  run: RunLevels,
  { target, asOf, zone }: Terms,
): (batch: Batch) => LevelFates {
  const { op, value: limit } = target;
  const operand = 'operand' in measure && measure.operand.kind === 'elapsed' ? measure.operand : null;
  const lasted = lastingUntil({ asOf, calendar: operand?.calendar ?? null, zone });
  return (batch) => {
    const { values, open } = run(batch);
    const soFar = (row: number): number =>
      lasted(open?.start[row] ?? Number.NaN, open?.pause[row] ?? 0, open?.wholeDays[row] === 1);
    const beyond = (row: number): number => {
      const value = values[row] ?? Number.NaN;
      return op === '<=' ? value - limit : limit - value;
    };
    return {
      fate: (row, isOpen) => {
        if (isOpen) return op === '<=' && soFar(row) > limit ? Fate.MISSED : Fate.PENDING;
        return beyond(row) > 0 ? Fate.MISSED : Fate.KEPT;
      },
      beyond: (row, isOpen) => {
        if (!isOpen) return beyond(row);
        return op === '<=' && asOf !== null ? Math.abs(soFar(row) - limit) : Number.NaN;
      },
    };
  };
}
