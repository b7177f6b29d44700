import { type Batch, CellState } from '../../model/batch.ts';
import type { By, Compare, Condition, LeafCondition, Within } from '../../model/condition.ts';
import type { Instant } from '../../model/time.ts';
import { milliseconds, moments, numbers, zoneAt } from './columns.ts';
import { compileCondition } from './compile.ts';
import type { CompileContext } from './condition.ts';
import { isOpen, Outcome, settled } from './outcome.ts';

/**
 * Seconds by which the row misses, where it does: from its deadline to the event that came too late, or to as_of where
 * none came; beyond the longest time where a duration is held against one. NaN where it does not miss, or where what it
 * misses has no length.
 */
export type Lateness = (row: number, asOf: Instant | null) => number;

/** How late the rows of a batch are, each worked out when it is asked for. */
export type EvaluateLateness = (batch: Batch) => Lateness;

/**
 * How late a condition leaves a row: of `all` the latest part that is missed, of `any` the one that came nearest. What
 * stands under `not` has no deadline of its own.
 */
export function compileLateness(condition: Condition<number>, context: CompileContext): EvaluateLateness {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => compileLateness(part, context));
      const pick = condition.kind === 'all' ? Math.max : Math.min;
      return (batch) => {
        const found = parts.map((part) => part(batch));
        return (row, asOf) => {
          const known = found.map((late) => late(row, asOf)).filter((late) => !Number.isNaN(late));
          return known.length === 0 ? Number.NaN : pick(...known);
        };
      };
    }
    case 'not':
      return () => () => Number.NaN;
    default:
      return ofLeaf(condition, context);
  }
}

function ofLeaf(leaf: LeafCondition<number>, context: CompileContext): EvaluateLateness {
  const length = lengthOf(leaf, context);
  if (length === null) return () => () => Number.NaN;
  const run = compileCondition(leaf, context);
  return (batch) => {
    const { codes, due } = run(batch);
    const lengthAt = length(batch);
    return (row, asOf) => {
      const code = codes[row] ?? Outcome.EXCLUDED;
      const until = due?.[row] ?? Number.NaN;
      if (isOpen(code)) {
        const isMissed = asOf !== null && settled(code, until, asOf) === Outcome.MISSED;
        return isMissed ? seconds(asOf - until) : Number.NaN;
      }
      return code === Outcome.MISSED ? lengthAt(row, until) : Number.NaN;
    };
  };
}

/** Of a row that is missed, given the instant of its deadline. */
type Length = (batch: Batch) => (row: number, due: Instant) => number;

function lengthOf(leaf: LeafCondition<number>, context: CompileContext): Length | null {
  switch (leaf.kind) {
    case 'within':
      return leaf.elapsed ? beyondLimit(leaf) : afterDue(leaf, context);
    case 'by':
      return afterDue(leaf, context);
    case 'compare':
      return beyondValue(leaf, context);
    default:
      return null;
  }
}

/** A day that is late is late by whole days: it may have been at its end. */
function afterDue({ columns }: Within<number> | By<number>, context: CompileContext): Length {
  const zone = zoneAt(context.columns, columns.subject);
  return (batch) => {
    const { values, states } = moments(batch, columns.subject);
    return (row, due) => {
      const event = values[row] ?? Number.NaN;
      const last = states[row] === CellState.DATE ? zone.endOfDay(zone.dayOf(event)) : event;
      return seconds(last - due);
    };
  };
}

function beyondLimit({ columns, limit, minus }: Within<number>): Length {
  return (batch) => {
    const { values } = numbers(batch, columns.subject);
    const pauses = minus === null ? null : numbers(batch, minus);
    return (row) => {
      const pause = pauses?.states[row] === CellState.VALUE ? Math.max(0, pauses.values[row] ?? 0) : 0;
      return seconds(milliseconds((values[row] ?? Number.NaN) - pause - limit.seconds));
    };
  };
}

/** Only a duration that is too long is late. */
function beyondValue({ columns, comparison, value }: Compare<number>, context: CompileContext): Length | null {
  const isDuration = context.columns[columns.subject]?.cell.type === 'duration' && value.type === 'duration';
  if (!isDuration || comparison === 'at least' || comparison === 'over') return null;
  return (batch) => {
    const { values } = numbers(batch, columns.subject);
    return (row) => seconds(milliseconds((values[row] ?? Number.NaN) - value.value));
  };
}

/** What is unknown or without end has no length. */
function seconds(ms: number): number {
  return Number.isFinite(ms) ? Math.max(0, ms) / 1000 : Number.NaN;
}
