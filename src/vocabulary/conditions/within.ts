import { diagnose } from '../../diagnostics/catalog.ts';
import { CellState } from '../../model/batch.ts';
import type { Within } from '../../model/condition.ts';
import { isItself } from '../itself.ts';
import { DAY_MS } from '../time/civil.ts';
import { blankOutcome } from './blank.ts';
import { milliseconds, moments, numbers, Scratch, zoneAt } from './columns.ts';
import type { CompileContext, Evaluate, LeafDefinition, Operator } from './condition.ts';
import { calendarValue, columnValue, spanValue } from './literal.ts';
import { inOpenTime } from './open-deadline.ts';
import { NEVER_DUE, Outcome } from './outcome.ts';
import { withinDuration } from './within-duration.ts';
import { withinOpen } from './within-open.ts';

/**
 * `replied: { within: 4h, of: opened, minus: on_hold }`: elapsed time from its start; a blank is not yet, so open
 * until its deadline has passed and missed from then on.
 */
export const within: LeafDefinition<'within'> = {
  kind: 'within',
  compile: (leaf, context) => {
    if (leaf.elapsed) return withinDuration(leaf, context);
    return leaf.calendar === null ? between(leaf, context) : withinOpen(leaf, leaf.calendar, context);
  },
  words: ({ columns, limit, of, minus, calendar, elapsed }) => {
    const less = minus === null ? '' : `, less ${minus}`;
    const open = calendar === null ? '' : `, ${elapsed ? 'its deadline ' : ''}${inOpenTime(calendar, limit)}`;
    return `${columns.subject} within ${limit.text}${elapsed || of === null ? '' : ` of ${of}`}${less}${open}`;
  },
};

/** In time, late, before its start: room for each, by whether there is an event. */
const SIGNS = 4;

function between(leaf: Within<number>, { columns, place }: CompileContext): Evaluate {
  const { limit, minus } = leaf;
  const of = leaf.of ?? leaf.columns.subject;
  const eventZone = zoneAt(columns, leaf.columns.subject);
  const startZone = zoneAt(columns, of);
  const allowed = milliseconds(limit.seconds);
  const blank = leaf.blank === null ? null : blankOutcome(leaf.blank, place);
  const onlyDates = columns[leaf.columns.subject]?.cell.type === 'date';
  const isPlain = minus === null && !onlyDates;
  // Whether there is an event, and whether it is in time, is as good as random: a branch on it is guessed wrong time
  // and again.
  const table = new Uint8Array(2 * SIGNS).fill(blank ?? Outcome.OPEN_MISSED);
  table.set([Outcome.KEPT, Outcome.MISSED, Outcome.EARLY, Outcome.EARLY]);
  const further = Float64Array.of(0, blank === null ? 0 : NEVER_DUE);
  const scratch = new Scratch();
  return (batch) => {
    const { values: events, states: eventStates } = moments(batch, leaf.columns.subject);
    const { values: starts, states: startStates } = moments(batch, of);
    const pauses = minus === null ? null : numbers(batch, minus);
    const codes = scratch.codes(batch.rows);
    const due = scratch.due(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      const startState = startStates[row];
      const eventState = eventStates[row] ?? CellState.UNREADABLE;
      if (isPlain && startState === CellState.VALUE && eventState <= CellState.BLANK) {
        // What nearly every row is, with an event or none, without what the others need.
        const from = starts[row] ?? Number.NaN;
        const span = (events[row] ?? Number.NaN) - from;
        due[row] = from + allowed + (further[eventState] ?? 0);
        codes[row] = table[eventState * SIGNS + Number(span > allowed) + 2 * Number(span < 0)] ?? 0;
        continue;
      }
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
      const start = starts[row] ?? Number.NaN;
      const event = events[row] ?? Number.NaN;
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

export const withinOperator: Operator = {
  key: 'within',
  takes: 'span',
  companions: { of: 'column', minus: 'column', calendar: 'calendar' },
  inWhere: 'with blank',
  teaches: 'elapsed time since of (default: at) is at most this long; a blank is not yet',
  read: ({ key, subject, value, companions, blank, path, valuePath, reading }) => {
    const limit = spanValue(value, key, valuePath, reading);
    reading.use(subject, { is: 'moment', firm: false }, path);
    const start = companion(companions['of'], 'of', 'moment');
    const of = companions['of'] === undefined ? reading.at : start;
    const isAt = companions['of'] === undefined;
    const second = {
      column: of ?? '',
      path: isAt ? path : [...path, 'of'],
      what: isAt ? 'key' : 'value',
      isAt,
    } as const;
    const isSame = of !== null && isItself(subject, second, reading);
    const minus = companion(companions['minus'], 'minus', 'duration');
    const named = companions['calendar'];
    const calendar = named === undefined ? null : calendarValue(named, 'calendar', [...path, 'calendar'], reading);
    return (settled) => {
      if (isSame || limit === null || (named !== undefined && calendar === null)) return null;
      const elapsed = settled.typeOf(subject) === 'duration';
      if (!elapsed && of === null) {
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
      return { kind: 'within', columns: { subject }, of, limit, minus, calendar, elapsed, blank, position };
    };

    function companion(raw: typeof value | undefined, name: string, is: 'moment' | 'duration'): string | null {
      if (raw === undefined) return null;
      return columnValue(raw, name, { is, firm: true }, [...path, name], reading);
    }
  },
};
