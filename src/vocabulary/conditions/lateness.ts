import { type Batch, CellState } from '../../model/batch.ts';
import type { By, Compare, Condition, LeafCondition, Within } from '../../model/condition.ts';
import type { Instant } from '../../model/time.ts';
import { milliseconds, moments, numbers, pausesOf, zoneAt } from './columns.ts';
import { compileCondition } from './compile.ts';
import type { CompileContext } from './condition.ts';
import { NEVER_DUE, Outcome, settled } from './outcome.ts';

/**
 * Seconds by which the row misses, where it does: from its deadline to the event that came too late, or to as_of where
 * none came; beyond the longest time where a duration is held against one. NaN where it does not miss, or where what it
 * misses has no length.
 */
export type Lateness = (row: number, asOf: Instant | null) => number;

/** How late the rows of a batch are, each worked out when it is asked for. */
export type EvaluateLateness = (batch: Batch) => Lateness;

/**
 * How late a condition leaves a row: of `all` the latest part that is missed, of `any` the one that came nearest, among
 * those of which all that is missed has a length: a call that nobody took did not come near for having rung briefly. What
 * stands under `not` has no deadline of its own.
 */
export function compileLateness(condition: Condition<number>, context: CompileContext): EvaluateLateness {
  switch (condition.kind) {
    case 'all':
      return joined(condition.of, context, Math.max, () => () => () => true);
    case 'any': {
      const nearest = joined(condition.of, context, Math.min, isWhole);
      const outcome = missedBy(condition, context);
      return (batch) => {
        const isMissed = outcome(batch);
        const late = nearest(batch);
        // Where one part is kept, or can still be, the others miss nothing.
        return (row, asOf) => (isMissed(row, asOf) ? late(row, asOf) : Number.NaN);
      };
    }
    case 'not':
      return () => () => Number.NaN;
    default:
      return ofLeaf(condition, context);
  }
}

function joined(
  conditions: readonly Condition<number>[],
  context: CompileContext,
  pick: (a: number, b: number) => number,
  counts: (condition: Condition<number>, context: CompileContext) => Says,
): EvaluateLateness {
  const parts = conditions.map((part) => ({ late: compileLateness(part, context), counts: counts(part, context) }));
  return (batch) => {
    const found = parts.map((part) => ({ late: part.late(batch), counts: part.counts(batch) }));
    return (row, asOf) => {
      let known = Number.NaN;
      for (const part of found) {
        const own = part.counts(row, asOf) ? part.late(row, asOf) : Number.NaN;
        if (!Number.isNaN(own)) known = Number.isNaN(known) ? own : pick(known, own);
      }
      return known;
    };
  };
}

type Says = (batch: Batch) => (row: number, asOf: Instant | null) => boolean;

/** Whether everything that a row misses of a condition has a length. */
function isWhole(condition: Condition<number>, context: CompileContext): Says {
  if (condition.kind === 'all' || condition.kind === 'any') {
    const parts = condition.of.map((part) => isWhole(part, context));
    return (batch) => {
      const found = parts.map((part) => part(batch));
      return condition.kind === 'all'
        ? (row, asOf) => found.every((says) => says(row, asOf))
        : (row, asOf) => found.some((says) => says(row, asOf));
    };
  }
  if (condition.kind !== 'not' && lengthOf(condition, context) !== null) return () => () => true;
  const missed = missedBy(condition, context);
  return (batch) => {
    const isMissed = missed(batch);
    return (row, asOf) => !isMissed(row, asOf);
  };
}

/** Whether a condition is missed on a row of a batch, by what is known at an instant (null: nothing has passed). */
function missedBy(condition: Condition<number>, context: CompileContext): Says {
  const run = compileCondition(condition, context);
  return (batch) => {
    const { codes, due } = run(batch);
    return (row, asOf) => {
      const code = codes[row] ?? Outcome.EXCLUDED;
      return settled(code, due?.[row] ?? NEVER_DUE, asOf ?? Number.NEGATIVE_INFINITY) === Outcome.MISSED;
    };
  };
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
      const until = due?.[row] ?? NEVER_DUE;
      if (code === Outcome.OPEN_MISSED) return asOf !== null && until <= asOf ? seconds(asOf - until) : Number.NaN;
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

/** What would have ended after an explicit as_of is a blank like any: missed by a rule it has a start and no deadline. */
function beyondLimit({ columns, limit, minus, of }: Within<number>): Length {
  const allowed = milliseconds(limit.seconds);
  return (batch) => {
    const { values } = numbers(batch, columns.subject);
    const pauses = pausesOf(batch, minus);
    return (row, due) => {
      if (of !== null && due === NEVER_DUE) return Number.NaN;
      return seconds(milliseconds(values[row] ?? Number.NaN) - (pauses(row) ?? 0) - allowed);
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
