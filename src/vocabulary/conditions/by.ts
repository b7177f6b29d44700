import { CellState } from '../../model/batch.ts';
import type { Span } from '../../model/condition.ts';
import type { Zone } from '../time/zone.ts';
import { blankOutcome } from './blank.ts';
import { moments, Scratch, zoneAt } from './columns.ts';
import type { LeafDefinition, Operator } from './condition.ts';
import { columnValue, spanValue } from './literal.ts';
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
        const until = lastInstant(deadlineZone, promised, limit === CellState.DATE, grace);
        due[row] = eventIsDay ? eventZone.endOfDay(deadlineZone.dayOf(until)) : until;
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
        const inTime = eventIsDay ? eventZone.dayOf(happened) <= deadlineZone.dayOf(until) : happened <= until;
        codes[row] = inTime ? Outcome.KEPT : Outcome.MISSED;
      }
      return { codes, due };
    };
  },
  words: ({ columns, grace }) =>
    `${columns.subject} by ${columns.deadline}${grace === null ? '' : ` plus ${grace.text}`}`,
};

/**
 * The last instant that still keeps the promise: a date as a deadline is its end, and grace in days moves it by whole
 * days.
 */
function lastInstant(zone: Zone, promised: number, isDate: boolean, grace: Span | null): number {
  if (!isDate) return promised + (grace === null ? 0 : Math.round(grace.seconds * 1000));
  const day = zone.dayOf(promised);
  if (grace === null || grace.days !== null) return zone.endOfDay(day + (grace?.days ?? 0));
  return zone.endOfDay(day) + Math.round(grace.seconds * 1000);
}

export const byOperator: Operator = {
  key: 'by',
  takes: 'column',
  companions: { grace: 'span' },
  inWhere: false,
  teaches: 'not after the deadline in this column; a blank is not yet',
  read: ({ key, subject, value, companions, blank, path, valuePath, reading }) => {
    const moment = { is: 'moment', firm: true } as const;
    reading.use(subject, moment, path);
    const deadline = columnValue(value, key, moment, valuePath, reading);
    const written = companions['grace'];
    const grace = written === undefined ? null : spanValue(written, 'grace', [...path, 'grace'], reading);
    if (deadline === null || (written !== undefined && grace === null)) return () => null;
    const { at } = reading;
    const columns = { subject, deadline };
    return () => ({ kind: 'by', columns, grace, at, blank, position: reading.position(path) });
  },
};
