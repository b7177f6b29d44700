import type { Calendar, OpenSpan } from '../../../src/model/calendar.ts';
import { DAY_MS, dayOf, weekday } from '../../../src/vocabulary/time/civil.ts';
import { zoneOf } from '../../../src/vocabulary/time/zone.ts';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export function span(from: number, to: number): OpenSpan {
  return { from: from * HOUR, to: to * HOUR };
}

/** Mondays to Fridays with a break, Saturdays short; Easter 2026, and a Sunday that it opens by exception. */
export const DESK: Calendar = {
  name: 'desk',
  zone: 'Europe/Oslo',
  week: [...Array.from({ length: 5 }, () => [span(8, 12), span(12.5, 17)]), [span(10, 14)], []],
  holidays: [dayOf(2026, 4, 2), dayOf(2026, 4, 3), dayOf(2026, 4, 6)],
  overrides: [
    { day: dayOf(2026, 3, 29), spans: [span(1, 5)] },
    { day: dayOf(2026, 4, 2), spans: [span(8, 12)] },
    { day: dayOf(2026, 4, 8), spans: [] },
  ],
};
/** Nights, of which one has the clock change in it. */
export const NIGHT: Calendar = {
  name: 'night',
  zone: 'Europe/Oslo',
  week: [[], [], [span(22, 30)], [span(22, 30)], [span(20, 24)], [span(22, 30)], []],
  holidays: [dayOf(2026, 4, 2)],
  overrides: [],
};
export const ALWAYS: Calendar = {
  name: 'always',
  zone: 'Asia/Tokyo',
  week: Array.from({ length: 7 }, () => [span(0, 24)]),
  holidays: [],
  overrides: [],
};

export const FIRST_MINUTE = dayOf(2026, 3, 16) * DAY_MS;
/** Five weeks of minutes, the clock change of 29 March in their midst. */
export const MINUTES = 35 * 1440;

/** A calendar minute by minute, by what the clock on the wall shows: slow, and plain to see. */
export class Minutes {
  readonly #calendar: Calendar;
  /** Open minutes before each. */
  readonly #before: readonly number[];
  /** Day that the span over a minute starts on; null where none is. */
  readonly #days: readonly (number | null)[];

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
    this.#days = Array.from({ length: MINUTES }, (_, minute) => this.#spanDay(FIRST_MINUTE + minute * MINUTE));
    const before = [0];
    for (const day of this.#days) before.push((before.at(-1) ?? 0) + (day === null ? 0 : 1));
    this.#before = before;
  }

  /** Open minutes from one minute to another. */
  between(from: number, to: number): number {
    return (this.#before[to] ?? Number.NaN) - (this.#before[from] ?? Number.NaN);
  }

  isOpen(minute: number): boolean {
    return this.#days[minute] !== null;
  }

  /** Local day of a minute. */
  dayOf(minute: number): number {
    return zoneOf(this.#calendar.zone).dayOf(FIRST_MINUTE + minute * MINUTE);
  }

  /** The n-th day after one on which a span starts, and the minute at which its last span ends. */
  openDay(after: number, count: number): { readonly day: number; readonly close: number } {
    let day = after - (count === 0 ? 1 : 0);
    for (let left = Math.max(count, 1); left > 0; ) {
      day += 1;
      if (this.#spansOn(day).length > 0) left -= 1;
    }
    return { day, close: this.#days.lastIndexOf(day) + 1 };
  }

  /** The day on which so many open minutes after a minute are up: that of the last of them. */
  dayAfter(minute: number, open: number): number {
    let last = minute;
    while (this.between(minute, last + 1) < open) last += 1;
    return this.dayOf(last);
  }

  #spanDay(instant: number): number | null {
    const local = zoneOf(this.#calendar.zone).toLocal(instant);
    const day = Math.floor(local / DAY_MS);
    for (const start of [day, day - 1]) {
      const passed = local - start * DAY_MS;
      if (this.#spansOn(start).some(({ from, to }) => passed >= from && passed < to)) return start;
    }
    return null;
  }

  #spansOn(day: number): readonly OpenSpan[] {
    const { week, holidays, overrides } = this.#calendar;
    const own = overrides.find((override) => override.day === day);
    if (own !== undefined) return own.spans;
    return holidays.includes(day) ? [] : (week[weekday(day)] ?? []);
  }
}
