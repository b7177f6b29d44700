import { diagnose } from '../../diagnostics/catalog.ts';
import { CellState } from '../../model/batch.ts';
import type { Within } from '../../model/condition.ts';
import { DAY_MS } from '../time/civil.ts';
import { blankOutcome } from './blank.ts';
import { moments, numbers, Scratch, zoneAt } from './columns.ts';
import type { CompileContext, Evaluate, LeafDefinition, Operator } from './condition.ts';
import { columnValue, spanValue } from './literal.ts';
import { NEVER_DUE, Outcome } from './outcome.ts';

/**
 * `replied: { within: 4h, of: opened, minus: on_hold }`: elapsed time from its start; a blank is not yet, so open
 * until its deadline has passed and missed from then on.
 */
export const within: LeafDefinition<'within'> = {
  kind: 'within',
  compile: (leaf, context) => (leaf.elapsed ? elapsed(leaf, context) : between(leaf, context)),
  words: ({ columns, limit, of, minus, elapsed: isDuration }) => {
    const less = minus === null ? '' : `, less ${minus}`;
    return `${columns.subject} within ${limit.text}${isDuration || of === null ? '' : ` of ${of}`}${less}`;
  },
};

/** Whole milliseconds, so that 1.001 s is within 1001 ms. */
function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

function between(leaf: Within<number>, { columns, place }: CompileContext): Evaluate {
  const { limit, minus } = leaf;
  const of = leaf.of ?? leaf.columns.subject;
  const eventZone = zoneAt(columns, leaf.columns.subject);
  const startZone = zoneAt(columns, of);
  const allowed = milliseconds(limit.seconds);
  const blank = leaf.blank === null ? null : blankOutcome(leaf.blank, place);
  const onlyDates = columns[leaf.columns.subject]?.cell.type === 'date';
  const scratch = new Scratch();
  return (batch) => {
    const events = moments(batch, leaf.columns.subject);
    const starts = moments(batch, of);
    const pauses = minus === null ? null : numbers(batch, minus);
    const codes = scratch.codes(batch.rows);
    const due = scratch.due(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      const startState = starts.states[row];
      const eventState = events.states[row];
      const pauseState = pauses === null ? CellState.BLANK : pauses.states[row];
      due[row] = NEVER_DUE;
      if (
        startState === CellState.UNREADABLE ||
        eventState === CellState.UNREADABLE ||
        pauseState === CellState.UNREADABLE
      ) {
        codes[row] = Outcome.UNREADABLE;
        continue;
      }
      if (startState === CellState.BLANK) {
        codes[row] = Outcome.EXCLUDED;
        continue;
      }
      const start = starts.values[row] ?? Number.NaN;
      const event = events.values[row] ?? Number.NaN;
      const pause = pauseState === CellState.VALUE ? Math.max(0, milliseconds(pauses?.values[row] ?? 0)) : 0;
      const startIsDay = startState === CellState.DATE;
      const eventIsDay = eventState === CellState.DATE || (eventState === CellState.BLANK && onlyDates);
      const wholeDays = startIsDay || eventIsDay;
      if (wholeDays && limit.days === null) {
        codes[row] = Outcome.TIMELESS;
        continue;
      }
      // A timestamp's day is taken where the date is a day of.
      const firstDay = wholeDays ? (startIsDay ? startZone : eventZone).dayOf(start) : 0;
      due[row] = wholeDays
        ? (startIsDay ? startZone : eventZone).endOfDay(firstDay + (limit.days ?? 0)) + pause
        : start + allowed + pause;
      if (eventState === CellState.BLANK) {
        codes[row] = blank ?? Outcome.OPEN_MISSED;
        if (blank !== null) due[row] = NEVER_DUE;
        continue;
      }
      const span = wholeDays ? ((eventIsDay ? eventZone : startZone).dayOf(event) - firstDay) * DAY_MS : event - start;
      if (span < 0) codes[row] = Outcome.EARLY;
      else codes[row] = Math.max(0, span - pause) <= allowed ? Outcome.KEPT : Outcome.MISSED;
    }
    return { codes, due };
  };
}

/**
 * The subject is the elapsed time itself; its deadline counts from `of`, and where the row bears no beginning it never
 * comes. What would have ended after an explicit as_of has not ended yet.
 */
function elapsed(leaf: Within<number>, { columns, place, asOf }: CompileContext): Evaluate {
  const { limit, minus, of } = leaf;
  const zone = zoneAt(columns, of ?? leaf.columns.subject);
  const allowed = milliseconds(limit.seconds);
  const blank = leaf.blank === null ? null : blankOutcome(leaf.blank, place);
  const scratch = new Scratch();
  return (batch) => {
    const spans = numbers(batch, leaf.columns.subject);
    const starts = of === null ? null : moments(batch, of);
    const pauses = minus === null ? null : numbers(batch, minus);
    const codes = scratch.codes(batch.rows);
    const due = scratch.due(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      const state = spans.states[row];
      const pauseState = pauses === null ? CellState.BLANK : pauses.states[row];
      const startState = starts?.states[row];
      due[row] = NEVER_DUE;
      if (
        state === CellState.UNREADABLE ||
        pauseState === CellState.UNREADABLE ||
        startState === CellState.UNREADABLE
      ) {
        codes[row] = Outcome.UNREADABLE;
        continue;
      }
      if (startState === CellState.BLANK) {
        codes[row] = Outcome.EXCLUDED;
        continue;
      }
      const pause = pauseState === CellState.VALUE ? Math.max(0, milliseconds(pauses?.values[row] ?? 0)) : 0;
      const start = starts?.values[row] ?? Number.NaN;
      const wholeDays = startState === CellState.DATE && limit.days !== null;
      const until =
        startState === undefined
          ? Number.POSITIVE_INFINITY
          : wholeDays
            ? zone.endOfDay(zone.dayOf(start) + (limit.days ?? 0)) + pause
            : (startState === CellState.DATE ? zone.endOfDay(zone.dayOf(start)) : start) + allowed + pause;
      const span = milliseconds(spans.values[row] ?? Number.NaN);
      if (span < 0) {
        codes[row] = Outcome.EARLY;
      } else if (state === CellState.BLANK || (asOf !== null && start + span > asOf)) {
        codes[row] = blank ?? Outcome.OPEN_MISSED;
        if (blank === null) due[row] = until;
      } else {
        if (startState !== undefined) due[row] = until;
        codes[row] = Math.max(0, span - pause) <= allowed ? Outcome.KEPT : Outcome.MISSED;
      }
    }
    return { codes, due };
  };
}

export const withinOperator: Operator = {
  key: 'within',
  takes: 'span',
  companions: { of: 'column', minus: 'column' },
  inWhere: false,
  teaches: 'elapsed time since of (default: at) is at most this long; a blank is not yet',
  read: ({ key, subject, value, companions, blank, path, valuePath, reading }) => {
    const limit = spanValue(value, key, valuePath, reading);
    reading.use(subject, { is: 'moment', firm: false }, path);
    const start = companion(companions['of'], 'of', 'moment');
    const of = companions['of'] === undefined ? reading.at : start;
    const minus = companion(companions['minus'], 'minus', 'duration');
    return (settled) => {
      if (limit === null) return null;
      const elapsedTime = settled.typeOf(subject) === 'duration';
      if (!elapsedTime && of === null) {
        if (companions['of'] === undefined) {
          const fault = diagnose(
            'within-of-what',
            { column: subject, channel: reading.channel },
            reading.position(path),
          );
          reading.report(fault);
        }
        return null;
      }
      const position = reading.position(path);
      return { kind: 'within', columns: { subject }, of, limit, minus, elapsed: elapsedTime, blank, position };
    };

    function companion(raw: typeof value | undefined, name: string, is: 'moment' | 'duration'): string | null {
      if (raw === undefined) return null;
      return columnValue(raw, name, { is, firm: true }, [...path, name], reading);
    }
  },
};
