import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil, dayOf, isDate, isoDate, isoWeek, parseIsoDate, weekday } from '../../../src/vocabulary/time/civil.ts';

describe('days', () => {
  it('agree with Date on every day of eight centuries', () => {
    for (let day = -200_000; day <= 100_000; day++) {
      const date = new Date(day * 86_400_000);
      const found = civil(day);
      if (found.year !== date.getUTCFullYear() || found.month !== date.getUTCMonth() + 1) expect.fail(isoDate(day));
      if (found.day !== date.getUTCDate() || weekday(day) !== (date.getUTCDay() + 6) % 7) expect.fail(isoDate(day));
      if (dayOf(found.year, found.month, found.day) !== day) expect.fail(isoDate(day));
    }
  });

  it('are written as Date writes them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (day) => {
        expect(isoDate(day)).toBe(new Date(day * 86_400_000).toISOString().split('T')[0]);
      }),
    );
  });

  it('come back from their text', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf(0, 1, 1), max: dayOf(9999, 12, 31) }), (day) => {
        expect(parseIsoDate(isoDate(day))).toBe(day);
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    ' 2026-01-01',
    '20260101',
    '',
    '2026-01-01T',
  ])('are not in %j', (text) => expect(parseIsoDate(text)).toBeNull());

  it.each([
    [2024, 2, 29, true],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [2026, 4, 31, false],
    [2026, 12, 31, true],
    [0, 2, 29, true],
    [2026, 1, 0, false],
  ])('%d-%d-%d is a date: %s', (year, month, day, expected) => expect(isDate(year, month, day)).toBe(expected));
});

// Wikipedia, "ISO week date", table of dates around the turn of the year.
describe('ISO weeks', () => {
  it.each([
    ['1977-01-01', 1976, 53],
    ['1977-01-02', 1976, 53],
    ['1977-12-31', 1977, 52],
    ['1978-01-02', 1978, 1],
    ['1979-12-31', 1980, 1],
    ['1980-12-28', 1980, 52],
    ['1981-12-31', 1981, 53],
    ['1982-01-03', 1981, 53],
    ['2026-02-14', 2026, 7],
  ])('%s lies in %d-W%d', (text, year, week) => {
    expect(isoWeek(parseIsoDate(text) ?? Number.NaN)).toEqual({ year, week });
  });
});
