import { CellState } from '../../model/batch.ts';
import type { Calendar } from '../../model/calendar.ts';
import type { Span } from '../../model/condition.ts';
import type { DayNumber, Instant } from '../../model/time.ts';
import { type OpenClock, openClock } from '../time/open-clock.ts';
import type { Zone } from '../time/zone.ts';

/** `in desk hours`, `in desk days` */
export function inOpenTime(calendar: Calendar, { days }: Span): string {
  return `in ${calendar.name} ${days === null ? 'hours' : 'days'}`;
}

/**
 * The last moment that still keeps a promise under a calendar, as an instant for events that bear a time and as a day
 * for those that do not. Set anew for each row; infinite where the desk never opens again.
 */
export class OpenDeadline {
  readonly clock: OpenClock;
  instant: Instant = 0;
  day: DayNumber = 0;

  constructor(calendar: Calendar) {
    this.clock = openClock(calendar);
  }

  /** `ms` of open time after an instant. Where they are up at closing time, an event before the next opening is in time. */
  afterTime(from: Instant, ms: number): void {
    this.instant = this.clock.until(from, ms);
    this.day = this.#dayOf(from, ms);
  }

  /** The close of the `count`-th open day after `first`, and `pause` ms of open time more. */
  afterDays(first: DayNumber, count: number, pause: number): void {
    const last = this.clock.openDay(first, count);
    this.instant = last === null ? Number.POSITIVE_INFINITY : last.close;
    this.day = last === null ? Number.POSITIVE_INFINITY : last.day;
    if (last === null || pause === 0) return;
    this.instant = this.clock.until(last.close, pause);
    this.day = this.#dayOf(last.close, pause);
  }

  /** Not before the instant and its day: what was promised for a day, or a time, outside opening hours stands. */
  atLeast(instant: Instant, day: DayNumber): void {
    if (this.instant < instant) this.instant = instant;
    if (this.day < day) this.day = day;
  }

  /**
   * The last instant at which the event can still come in time, by the state of its cell. A blank may turn out to be
   * either where `mayBeDay`.
   */
  dueOf(state: number | undefined, zone: Zone, onlyDates: boolean, mayBeDay: boolean): Instant {
    const blank = state === CellState.BLANK;
    if (state === CellState.DATE || (blank && onlyDates)) return this.#endOf(zone);
    return blank && mayBeDay ? Math.max(this.instant, this.#endOf(zone)) : this.instant;
  }

  #endOf(zone: Zone): Instant {
    return Number.isFinite(this.day) ? zone.endOfDay(this.day) : Number.POSITIVE_INFINITY;
  }

  /** The day on which open time is up: that of its last millisecond, for closing time may be midnight. */
  #dayOf(from: Instant, ms: number): DayNumber {
    if (ms === 0) return this.clock.zone.dayOf(from);
    const due = this.clock.due(from, ms);
    return due === null ? Number.POSITIVE_INFINITY : this.clock.zone.dayOf(due - 1);
  }
}
