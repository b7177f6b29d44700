import { CellState } from '../../model/batch.ts';
import type { Span } from '../../model/condition.ts';
import { type Zone, zoneOf } from '../time/zone.ts';
import { blankOutcome } from './blank.ts';
import { moments, Scratch } from './columns.ts';
import type { LeafDefinition, Operator } from './condition.ts';
import { columnValue, spanValue } from './literal.ts';
import { NEVER_DUE, Outcome } from './outcome.ts';

/** `delivered: { by: promised, grace: 1d }`: not after the deadline; a blank is not yet. */
export const by: LeafDefinition<'by'> = {
  kind: 'by',
  compile: (leaf, { columns, place }) => {
    const zone = zoneOf(leaf.zone);
    const { grace, at } = leaf;
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
        const until = lastInstant(zone, promised, limit === CellState.DATE, grace, eventIsDay);
        due[row] = until;
        if (event === CellState.BLANK) {
          codes[row] = blank ?? Outcome.OPEN_MISSED;
          if (blank !== null) due[row] = NEVER_DUE;
          continue;
        }
        const happened = events.values[row] ?? Number.NaN;
        if (start !== CellState.BLANK) {
          const began = starts?.values[row] ?? Number.NaN;
          const days = start === CellState.DATE || event === CellState.DATE;
          if (days ? zone.dayOf(happened) < zone.dayOf(began) : happened < began) {
            codes[row] = Outcome.EARLY;
            continue;
          }
        }
        codes[row] = happened <= until ? Outcome.KEPT : Outcome.MISSED;
      }
      return { codes, due };
    };
  },
  words: ({ columns, grace }) =>
    `${columns.subject} by ${columns.deadline}${grace === null ? '' : ` plus ${grace.text}`}`,
};

/**
 * The last instant that still keeps the promise: a date as a deadline is its end, grace in days moves it by whole
 * days, and an event that is a day is held against the deadline's day.
 */
function lastInstant(zone: Zone, promised: number, isDate: boolean, grace: Span | null, eventIsDay: boolean): number {
  if (isDate && (grace === null || grace.days !== null))
    return zone.endOfDay(zone.dayOf(promised) + (grace?.days ?? 0));
  const extra = grace === null ? 0 : grace.seconds * 1000;
  const until = (isDate ? zone.endOfDay(zone.dayOf(promised)) : promised) + extra;
  return eventIsDay ? zone.endOfDay(zone.dayOf(until)) : until;
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
    const { at, zone } = reading;
    const columns = { subject, deadline };
    return () => ({ kind: 'by', columns, grace, at, zone, blank, position: reading.position(path) });
  },
};
