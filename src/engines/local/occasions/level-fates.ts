import type { Batch } from '../../../model/batch.ts';
import { Fate } from '../../../model/engine.ts';
import type { Measure } from '../../../model/measure.ts';
import type { Target } from '../../../model/target.ts';
import type { Instant } from '../../../model/time.ts';
import { lastingUntil } from '../../../score/settle/levels.ts';
import type { Observe } from '../../../vocabulary/measures/index.ts';
import type { Zone } from '../../../vocabulary/time/zone.ts';

interface LevelFate {
  readonly fate: number;
  /** As in `OccasionCell`. */
  readonly beyond: number;
}

/** What became of a row that has a value, or is open. */
export type LevelFates = (batch: Batch) => (row: number, isOpen: boolean) => LevelFate;

interface Terms {
  readonly target: Target;
  readonly asOf: Instant | null;
  readonly zone: Zone;
}

const KEPT: LevelFate = { fate: Fate.KEPT, beyond: Number.NaN };

/**
 * An occasion whose own value is beyond what the promise allows of the figure counts as missed; one that is still open
 * and has outlasted it already, too.
 */
export function levelFates(measure: Measure<number>, seen: Observe, terms: Terms): LevelFates {
  switch (seen.kind) {
    case 'values':
    case 'moments':
      return ofLevels(measure, seen.run, terms);
    case 'counts':
      // How many of its occasions the row says were not kept.
      return (batch) => {
        const { kept, of } = seen.run(batch);
        return (row) => {
          const missed = (of[row] ?? 0) - (kept[row] ?? 0);
          return missed > 0 ? { fate: Fate.MISSED, beyond: missed } : KEPT;
        };
      };
    default:
      return () => () => KEPT;
  }
}

type Levels = Extract<Observe, { readonly kind: 'values' | 'moments' }>['run'];

function ofLevels(measure: Measure<number>, run: Levels, { target, asOf, zone }: Terms): LevelFates {
  // A detractor is one whatever the score is to be.
  if (measure.kind === 'nps') return (batch) => (row) => answer(run(batch).values[row] ?? 0);
  // What adds up over all occasions asks nothing of one of them.
  if (measure.kind === 'sum') return () => () => KEPT;
  const operand = 'operand' in measure && measure.operand.kind === 'elapsed' ? measure.operand : null;
  const lasted = lastingUntil({ asOf, calendar: operand?.calendar ?? null, zone });
  return (batch) => {
    const { values, open } = run(batch);
    return (row, isOpen) => {
      if (!isOpen || open === null) return held(values[row] ?? Number.NaN, target);
      const soFar = lasted(open.start[row] ?? Number.NaN, open.pause[row] ?? 0, open.wholeDays[row] === 1);
      if (target.op === '<=' && soFar > target.value) return { fate: Fate.MISSED, beyond: soFar - target.value };
      return { fate: Fate.PENDING, beyond: target.op === '<=' ? target.value - soFar : Number.NaN };
    };
  };
}

function answer(score: number): LevelFate {
  return score < 0 ? { fate: Fate.MISSED, beyond: Number.NaN } : KEPT;
}

function held(value: number, { op, value: target }: Target): LevelFate {
  const beyond = op === '<=' ? value - target : target - value;
  return beyond > 0 ? { fate: Fate.MISSED, beyond } : KEPT;
}
