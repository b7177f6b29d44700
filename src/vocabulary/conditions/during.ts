import { CellState } from '../../model/batch.ts';
import { openClock } from '../time/open-clock.ts';
import { blankOutcome } from './blank.ts';
import { moments, Scratch } from './columns.ts';
import type { LeafDefinition, Operator } from './condition.ts';
import { calendarValue } from './literal.ts';
import { Outcome } from './outcome.ts';

/** `queued: { during: desk }`: the moment lies in opening hours; a date without a time cannot be told. */
export const during: LeafDefinition<'during'> = {
  kind: 'during',
  compile: (leaf, { place }) => {
    const clock = openClock(leaf.calendar);
    const blank = blankOutcome(leaf.blank, place);
    const scratch = new Scratch();
    return (batch) => {
      const { values, states } = moments(batch, leaf.columns.subject);
      const codes = scratch.codes(batch.rows);
      for (let row = 0; row < batch.rows; row += 1) {
        const state = states[row];
        if (state === CellState.VALUE) {
          codes[row] = clock.isOpen(values[row] ?? Number.NaN) ? Outcome.KEPT : Outcome.MISSED;
        } else if (state === CellState.BLANK) codes[row] = blank;
        else codes[row] = state === CellState.DATE ? Outcome.TIMELESS : Outcome.UNREADABLE;
      }
      return { codes, due: null };
    };
  },
  words: ({ columns, calendar }) => `${columns.subject} during ${calendar.name}`,
};

export const duringOperator: Operator = {
  key: 'during',
  takes: 'calendar',
  companions: {},
  inWhere: 'always',
  teaches: 'the moment lies in the opening hours of this calendar',
  read: ({ key, subject, value, blank, path, valuePath, reading }) => {
    reading.use(subject, { is: 'moment', firm: true }, path);
    const calendar = calendarValue(value, key, valuePath, reading);
    if (calendar === null) return () => null;
    const columns = { subject };
    return () => ({ kind: 'during', columns, calendar, blank, position: reading.position(path) });
  },
};
