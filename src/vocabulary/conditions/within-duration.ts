import { CellState } from '../../model/batch.ts';
import type { Within } from '../../model/condition.ts';
import type { Instant } from '../../model/time.ts';
import { blankOutcome } from './blank.ts';
import { milliseconds, moments, numbers, Scratch, zoneAt } from './columns.ts';
import type { CompileContext, Evaluate } from './condition.ts';
import { OpenDeadline } from './open-deadline.ts';
import { NEVER_DUE, Outcome } from './outcome.ts';

/**
 * The subject is the elapsed time itself; its deadline counts from `of`, and where the row bears no beginning it never
 * comes. Under a calendar the deadline alone is in open time: the duration is what the export says it is. What would
 * have ended after an explicit as_of has not ended yet.
 */
export function withinDuration(leaf: Within<number>, { columns, place, asOf }: CompileContext): Evaluate {
  const { limit, minus, of } = leaf;
  const zone = zoneAt(columns, of ?? leaf.columns.subject);
  const allowed = milliseconds(limit.seconds);
  const blank = leaf.blank === null ? null : blankOutcome(leaf.blank, place);
  const open = leaf.calendar === null ? null : new OpenDeadline(leaf.calendar);
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
      const isDay = startState === CellState.DATE;
      const until =
        startState === undefined
          ? Number.POSITIVE_INFINITY
          : open !== null
            ? openUntil(open, start, isDay, pause)
            : isDay && limit.days !== null
              ? zone.endOfDay(zone.dayOf(start) + limit.days) + pause
              : (isDay ? zone.endOfDay(zone.dayOf(start)) : start) + allowed + pause;
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

  function openUntil(deadline: OpenDeadline, start: Instant, isDay: boolean, pause: number): Instant {
    if (limit.days === null) {
      return deadline.clock.until(isDay ? zone.endOfDay(zone.dayOf(start)) : start, allowed + pause);
    }
    deadline.afterDays((isDay ? zone : deadline.clock.zone).dayOf(start), limit.days, pause);
    return deadline.instant;
  }
}
