import type { Calendar } from '../../model/calendar.ts';
import type { DayNumber, Instant } from '../../model/time.ts';
import { AlwaysClock, HoursClock } from './calendar-clocks.ts';
import { Hours } from './calendar-hours.ts';
import { type Zone, zoneOf } from './zone.ts';

export { neverOpens } from './calendar-hours.ts';

/**
 * A clock that runs while a desk is open, in real time: an hour that the clock change repeats counts twice, one that
 * it skips not at all. An instant is open where its wall clock lies in a span of any day. A day is open where a span
 * starts on it, unless the clock change skips all its hours.
 *
 * Time ends, here too, with what a `Date` can hold: an instant or a day beyond is a RangeError, as is a number of
 * milliseconds below zero; what would come only after it never comes.
 */
export interface OpenClock {
  readonly zone: Zone;
  /** It never stands still: every instant is open. */
  readonly always: boolean;
  isOpen(at: Instant): boolean;
  /** Open milliseconds that pass from one instant to the other; below zero where the second is the earlier. */
  between(from: Instant, to: Instant): number;
  /**
   * The first instant at which `ms` open milliseconds have passed since `from`: the closing time, where they are up
   * just then. null where that never comes.
   */
  due(from: Instant, ms: number): Instant | null;
  /**
   * The last instant until which no more than `ms` open milliseconds have passed since `from`: the next opening, where
   * they are up just at closing time. Infinite where more never pass.
   */
  until(from: Instant, ms: number): Instant;
  /** Open days after `from`, up to and with `to`; below zero where `to` lies before. */
  openDays(from: DayNumber, to: DayNumber): number;
  /**
   * The `count`-th open day after `day`, and the instant at which its last span closes, past midnight too; for a count
   * of 0 the first open day from `day` on. null where there is none.
   */
  openDay(day: DayNumber, count: number): { readonly day: DayNumber; readonly close: Instant } | null;
}

const clocks = new WeakMap<Calendar, OpenClock>();

/**
 * The clock of a calendar; one object a calendar. Nothing is computed before it is asked for.
 *
 * @throws RangeError for a zone that `Intl` does not know.
 */
export function openClock(calendar: Calendar): OpenClock {
  const known = clocks.get(calendar);
  if (known !== undefined) return known;
  const zone = zoneOf(calendar.zone);
  const hours = new Hours(calendar);
  const clock = hours.isAlways() ? new AlwaysClock(zone, hours) : new HoursClock(zone, hours);
  clocks.set(calendar, clock);
  return clock;
}
