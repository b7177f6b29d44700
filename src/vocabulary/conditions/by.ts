import { diagnose } from '../../diagnostics/catalog.ts';
import { CellState } from '../../model/batch.ts';
import type { By, Span } from '../../model/condition.ts';
import type { Instant } from '../../model/time.ts';
import { isItself } from '../itself.ts';
import type { Zone } from '../time/zone.ts';
import { blankOutcome } from './blank.ts';
import { milliseconds, moments, Scratch, zoneAt } from './columns.ts';
import type { LeafDefinition, Operator } from './condition.ts';
import { calendarValue, columnValue, spanValue } from './literal.ts';
import { inOpenTime, OpenDeadline } from './open-deadline.ts';
import { NEVER_DUE, Outcome } from './outcome.ts';

/** `delivered: { by: promised, grace: 1d }`: not after the deadline; a blank is not yet. */
export const by: LeafDefinition<'by'> = {
  kind: 'by',
  compile: (leaf, { columns, place }) => {
    const { grace, at } = leaf;
    const eventZone = zoneAt(columns, leaf.columns.subject);
    const deadlineZone = zoneAt(columns, leaf.columns.deadline);
    const startZone = at === null ? eventZone : zoneAt(columns, at);
    const blank = leaf.blank === null ? null : blankOutcome(leaf.blank, place);
    const onlyDates = columns[leaf.columns.subject]?.cell.type === 'date';
    const setDeadline = openDeadline(leaf, deadlineZone);
    const scratch = new Scratch();
    return (batch) => {
      const events = moments(batch, leaf.columns.subject);
      const deadlines = moments(batch, leaf.columns.deadline);
      const starts = at === null ? null : moments(batch, at);
      const codes = scratch.codes(batch.rows);
      const due = scratch.due(batch.rows);
      for (let row = 0; row < batch.rows; row += 1) {
        const event = events.states[row];
        const limit = deadlines.states[row];
        const start = starts === null ? CellState.BLANK : starts.states[row];
        due[row] = NEVER_DUE;
        if (event === CellState.UNREADABLE || limit === CellState.UNREADABLE || start === CellState.UNREADABLE) {
          codes[row] = Outcome.UNREADABLE;
          continue;
        }
        if (limit === CellState.BLANK) {
          codes[row] = Outcome.EXCLUDED;
          continue;
        }
        const promised = deadlines.values[row] ?? Number.NaN;
        const eventIsDay = event === CellState.DATE || (event === CellState.BLANK && onlyDates);
        const promisedDay = limit === CellState.DATE;
        if (setDeadline === null) {
          const until = lastInstant(deadlineZone, promised, promisedDay, grace);
          due[row] = eventIsDay ? eventZone.endOfDay(deadlineZone.dayOf(until)) : until;
        } else due[row] = setDeadline(promised, promisedDay).dueOf(event, eventZone, onlyDates, promisedDay);
        if (event === CellState.BLANK) {
          codes[row] = blank ?? Outcome.OPEN_MISSED;
          if (blank !== null) due[row] = NEVER_DUE;
          continue;
        }
        const happened = events.values[row] ?? Number.NaN;
        if (start !== CellState.BLANK) {
          const began = starts?.values[row] ?? Number.NaN;
          const isDay = event === CellState.DATE || start === CellState.DATE;
          const happenedDay = (event === CellState.DATE ? eventZone : startZone).dayOf(happened);
          const beganDay = (start === CellState.DATE ? startZone : eventZone).dayOf(began);
          if (isDay ? happenedDay < beganDay : happened < began) {
            codes[row] = Outcome.EARLY;
            continue;
          }
        }
        codes[row] = happened <= (due[row] ?? NEVER_DUE) ? Outcome.KEPT : Outcome.MISSED;
      }
      return { codes, due };
    };
  },
  words: ({ columns, grace, calendar }) => {
    const open = grace === null || calendar === null ? '' : `, ${inOpenTime(calendar, grace)}`;
    return `${columns.subject} by ${columns.deadline}${grace === null ? '' : ` plus ${grace.text}`}${open}`;
  },
};

/**
 * The last instant that still keeps the promise: a date as a deadline is its end, and grace in days moves it by whole
 * days.
 */
function lastInstant(zone: Zone, promised: number, isDate: boolean, grace: Span | null): number {
  if (!isDate) return promised + (grace === null ? 0 : milliseconds(grace.seconds));
  const day = zone.dayOf(promised);
  if (grace === null || grace.days !== null) return zone.endOfDay(day + (grace?.days ?? 0));
  return zone.endOfDay(day) + milliseconds(grace.seconds);
}

/** Grace in open time: never before the deadline itself, which stands in and outside opening hours. */
function openDeadline(
  { grace, calendar }: By<number>,
  zone: Zone,
): ((promised: Instant, isDate: boolean) => OpenDeadline) | null {
  if (grace === null || calendar === null) return null;
  const deadline = new OpenDeadline(calendar);
  const { days } = grace;
  const allowed = milliseconds(grace.seconds);
  return (promised, isDate) => {
    const day = zone.dayOf(promised);
    const last = isDate ? zone.endOfDay(day) : promised;
    if (days === null) deadline.afterTime(last, allowed);
    else deadline.afterDays(isDate ? day : deadline.clock.zone.dayOf(promised), days, 0);
    deadline.atLeast(last, day);
    return deadline;
  };
}

export const byOperator: Operator = {
  key: 'by',
  takes: 'column',
  companions: { grace: 'span', calendar: 'calendar' },
  inWhere: 'with blank',
  teaches: 'not after the deadline in this column; a blank is not yet',
  read: ({ key, subject, value, companions, blank, path, valuePath, reading }) => {
    const moment = { is: 'moment', firm: true } as const;
    reading.use(subject, moment, path);
    const deadline = columnValue(value, key, moment, valuePath, reading);
    const written = companions['grace'];
    const grace = written === undefined ? null : spanValue(written, 'grace', [...path, 'grace'], reading);
    const named = companions['calendar'];
    const calendar = named === undefined ? null : calendarValue(named, 'calendar', [...path, 'calendar'], reading);
    if (calendar !== null && written === undefined) {
      const args = { calendar: calendar.name, deadline: deadline ?? 'COLUMN' };
      reading.report(diagnose('calendar-without-grace', args, reading.position([...path, 'calendar'], 'key')));
    }
    const second = { column: deadline ?? '', path: valuePath, what: 'value', isAt: false } as const;
    if (deadline !== null && isItself(subject, second, reading)) return () => null;
    if (deadline === null || (written !== undefined && grace === null)) return () => null;
    if (named !== undefined && (calendar === null || grace === null)) return () => null;
    const { at } = reading;
    const columns = { subject, deadline };
    return () => ({ kind: 'by', columns, grace, calendar, at, blank, position: reading.position(path) });
  },
};
