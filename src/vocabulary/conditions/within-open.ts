import { CellState } from '../../model/batch.ts';
import type { Calendar } from '../../model/calendar.ts';
import type { Within } from '../../model/condition.ts';
import { blankOutcome } from './blank.ts';
import { milliseconds, moments, pausesOf, Scratch, zoneAt } from './columns.ts';
import type { CompileContext, Evaluate } from './condition.ts';
import { OpenDeadline } from './open-deadline.ts';
import { NEVER_DUE, Outcome } from './outcome.ts';

/**
 * `within: 4h, calendar: desk`: open time from the start, or for a limit in days up to the close of the last open day
 * of them. An event is in time until its deadline, the same instant until which a blank is open.
 */
export function withinOpen(leaf: Within<number>, calendar: Calendar, { columns, place }: CompileContext): Evaluate {
  const { minus } = leaf;
  const { days } = leaf.limit;
  const of = leaf.of ?? leaf.columns.subject;
  const eventZone = zoneAt(columns, leaf.columns.subject);
  const startZone = zoneAt(columns, of);
  const deadline = new OpenDeadline(calendar);
  const { clock } = deadline;
  const allowed = milliseconds(leaf.limit.seconds);
  const blank = leaf.blank === null ? null : blankOutcome(leaf.blank, place);
  const onlyDates = columns[leaf.columns.subject]?.cell.type === 'date';
  const scratch = new Scratch();
  return (batch) => {
    const events = moments(batch, leaf.columns.subject);
    const starts = moments(batch, of);
    const pauses = pausesOf(batch, minus);
    const codes = scratch.codes(batch.rows);
    const due = scratch.due(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      const startState = starts.states[row];
      const eventState = events.states[row];
      const pause = pauses(row);
      due[row] = NEVER_DUE;
      if (startState === CellState.UNREADABLE || eventState === CellState.UNREADABLE || pause === null) {
        codes[row] = Outcome.UNREADABLE;
        continue;
      }
      if (startState === CellState.BLANK) {
        codes[row] = Outcome.EXCLUDED;
        continue;
      }
      const start = starts.values[row] ?? Number.NaN;
      const event = events.values[row] ?? Number.NaN;
      const startIsDay = startState === CellState.DATE;
      const eventIsDay = eventState === CellState.DATE || (eventState === CellState.BLANK && onlyDates);
      if (days === null) {
        if (startIsDay || eventIsDay) {
          codes[row] = Outcome.TIMELESS;
          continue;
        }
        due[row] = clock.until(start, allowed + pause);
      } else {
        deadline.afterDays((startIsDay ? startZone : clock.zone).dayOf(start), days, pause);
        due[row] = deadline.dueOf(eventState, eventZone, onlyDates, startIsDay);
      }
      if (eventState === CellState.BLANK) {
        codes[row] = blank ?? Outcome.OPEN_MISSED;
        if (blank !== null) due[row] = NEVER_DUE;
        continue;
      }
      // A timestamp's day is taken where the date is a day of.
      const early =
        startIsDay || eventIsDay
          ? (eventIsDay ? eventZone : startZone).dayOf(event) < (startIsDay ? startZone : eventZone).dayOf(start)
          : event < start;
      if (early) codes[row] = Outcome.EARLY;
      else codes[row] = event <= (due[row] ?? NEVER_DUE) ? Outcome.KEPT : Outcome.MISSED;
    }
    return { codes, due };
  };
}
