import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/model/calendar.ts';
import type { Condition, Span } from '../../../src/model/condition.ts';
import { NEVER_DUE, Outcome } from '../../../src/vocabulary/conditions/index.ts';
import { DAY_MS, isoDate } from '../../../src/vocabulary/time/civil.ts';
import { zoneOf } from '../../../src/vocabulary/time/zone.ts';
import { ALWAYS, DESK, FIRST_MINUTE, MINUTE, MINUTES, Minutes, NIGHT } from './minutes.ts';
import { NOWHERE, outcomes } from './rows.ts';

const calendars = [DESK, NIGHT, ALWAYS].map((calendar) => ({ calendar, minutes: new Minutes(calendar) }));
/** So that three open days, and ten open hours, later still lies in the minutes that the twin knows. */
const LATEST = MINUTES - 14 * 1440;
const minute = fc.integer({ min: 2 * 1440, max: LATEST });
const row = fc.record({
  start: minute,
  /** After the start, most often. */
  event: fc.option(fc.integer({ min: -600, max: 8 * 1440 }), { freq: 4 }),
  pause: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: -30, max: 700 })), { freq: 2 }),
});
const rows = fc.array(row, { minLength: 1, maxLength: 30 });

const at = (index: number): number => FIRST_MINUTE + index * MINUTE;
const hours = (count: number): Span => ({ seconds: count * 60, days: null, text: `${count}m` });
const days = (count: number): Span => ({ seconds: count * 86_400, days: count, text: `${count}d` });

function within(calendar: Calendar, limit: Span): Condition<number> {
  const columns = { subject: 1 };
  const more = { minus: 2, calendar, elapsed: false, blank: null, position: NOWHERE };
  return { kind: 'within', columns, of: 0, limit, ...more };
}

function durations(found: readonly { readonly pause: number | null }[]) {
  return { type: 'duration', cells: found.map(({ pause }) => (pause === null ? null : pause * 60)) } as const;
}

describe.each(calendars)('within under a calendar, minute by minute: $calendar.name', ({ calendar, minutes }) => {
  it('in open time', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 600 }), (cases, limit) => {
        const found = outcomes(within(calendar, hours(limit)), [
          { type: 'timestamp', cells: cases.map(({ start }) => at(start)) },
          { type: 'timestamp', cells: cases.map(({ start, event }) => (event === null ? null : at(start + event))) },
          durations(cases),
        ]);
        for (const [index, { start, event, pause }] of cases.entries()) {
          const keeps = (end: number): boolean =>
            Math.max(0, minutes.between(start, end) - Math.max(0, pause ?? 0)) <= limit;
          check(found[index], start, event, keeps);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('in open days', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 3 }), (cases, limit) => {
        const found = outcomes(within(calendar, days(limit)), [
          { type: 'timestamp', cells: cases.map(({ start }) => at(start)) },
          { type: 'timestamp', cells: cases.map(({ start, event }) => (event === null ? null : at(start + event))) },
          durations(cases),
        ]);
        for (const [index, { start, event, pause }] of cases.entries()) {
          const { close } = minutes.openDay(minutes.dayOf(start), limit);
          const more = Math.max(0, pause ?? 0);
          const keeps = (end: number): boolean => end <= close || (more > 0 && minutes.between(close, end) <= more);
          check(found[index], start, event, keeps);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a time to a date', false, true],
    ['a date to a time', true, false],
    ['a date to a date', true, true],
  ])('in open days, from %s', (_name, startIsDay, eventIsDay) => {
    const zone = zoneOf('America/New_York');
    const day = (index: number): number => zone.dayOf(at(index));
    const cell = (index: number, isDay: boolean): number | string => (isDay ? isoDate(day(index)) : at(index));
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 3 }), (cases, limit) => {
        const columns = [
          { type: 'timestamp', zone: zone.name, cells: cases.map(({ start }) => cell(start, startIsDay)) },
          {
            type: 'timestamp',
            zone: zone.name,
            cells: cases.map(({ start, event }) => (event === null ? null : cell(start + event, eventIsDay))),
          },
          durations(cases),
        ] as const;
        const found = outcomes(within(calendar, days(limit)), columns);
        for (const [index, { start, event, pause }] of cases.entries()) {
          if (event === null) continue;
          const last = minutes.openDay(startIsDay ? day(start) : minutes.dayOf(start), limit);
          const more = Math.max(0, pause ?? 0);
          const lastDay = more === 0 ? last.day : minutes.dayAfter(last.close, more);
          const end = start + event;
          const inTime = eventIsDay
            ? day(end) <= lastDay
            : end <= last.close || (more > 0 && minutes.between(last.close, end) <= more);
          const expected = day(end) < day(start) ? Outcome.EARLY : inTime ? Outcome.KEPT : Outcome.MISSED;
          expect(found[index]?.code).toBe(expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('during', () => {
    const condition = {
      kind: 'during',
      columns: { subject: 0 },
      calendar,
      blank: null,
      position: NOWHERE,
    } as const;
    const cells = Array.from({ length: MINUTES }, (_, index) => at(index));
    const found = outcomes(condition, [{ type: 'timestamp', cells }]);
    const wrong = cells.filter((_, index) => (found[index]?.code === Outcome.KEPT) !== minutes.isOpen(index));
    expect(wrong).toEqual([]);
  });
});

/** Holds an outcome against what the twin says of the event, and of every minute at which it could have come. */
function check(
  found: { readonly code: number; readonly due: number | null } | undefined,
  start: number,
  event: number | null,
  keeps: (end: number) => boolean,
): void {
  if (event !== null && event < 0) {
    expect(found?.code).toBe(Outcome.EARLY);
    return;
  }
  if (event !== null) expect(found?.code).toBe(keeps(start + event) ? Outcome.KEPT : Outcome.MISSED);
  else expect(found?.code).toBe(Outcome.OPEN_MISSED);
  const due = found?.due ?? NEVER_DUE;
  const last = Math.floor((due - FIRST_MINUTE) / MINUTE);
  expect(due).toBeGreaterThan(0);
  expect(last * MINUTE + FIRST_MINUTE).toBe(due);
  if (last >= start) expect(keeps(last)).toBe(true);
  expect(keeps(last + 1)).toBe(false);
  // Once too late, too late for good.
  expect(keeps(Math.min(last + (7 * DAY_MS) / MINUTE, MINUTES - 1))).toBe(false);
}
