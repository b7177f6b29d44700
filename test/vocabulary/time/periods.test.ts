import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeriodGrain } from '../../../src/model/time.ts';
import { isoDate, parseIsoDate } from '../../../src/vocabulary/time/civil.ts';
import {
  nextPeriod,
  periodEnd,
  periodName,
  periodStart,
  periodsBetween,
} from '../../../src/vocabulary/time/periods.ts';

const day = (text: string): number => parseIsoDate(text) ?? Number.NaN;

describe('periods', () => {
  it.each<[PeriodGrain, string, string, string, string]>([
    ['day', '2026-01-31', '2026-01-31', '2026-01-31', '2026-01-31'],
    ['week', '2026-02-14', '2026-02-09', '2026-02-15', '2026-W07'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03', '2026-W53'],
    ['month', '2024-02-10', '2024-02-01', '2024-02-29', '2024-02'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31', '2026-12'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31', '2026-Q1'],
    ['quarter', '2026-11-05', '2026-10-01', '2026-12-31', '2026-Q4'],
  ])('%s of %s is %s to %s, named %s', (grain, text, from, to, name) => {
    expect(isoDate(periodStart(grain, day(text)))).toBe(from);
    expect(isoDate(periodEnd(grain, day(text)))).toBe(to);
    expect(isoDate(nextPeriod(grain, day(text)) - 1)).toBe(to);
    expect(periodName(grain, day(text))).toBe(name);
  });

  it('cover every day once, in order, and share their name with no other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<PeriodGrain>('day', 'week', 'month', 'quarter'),
        fc.integer({ min: -30_000, max: 60_000 }),
        fc.integer({ min: 0, max: 800 }),
        (grain, from, length) => {
          const periods = periodsBetween(grain, from, from + length);
          const names = periods.map((period) => periodName(grain, period.from));
          expect(periods[0]?.from).toBe(periodStart(grain, from));
          expect(periods.at(-1)?.to).toBe(periodEnd(grain, from + length));
          expect(periods.slice(1).map((period) => period.from)).toEqual(periods.slice(0, -1).map(({ to }) => to + 1));
          expect(new Set(names).size).toBe(names.length);
          expect([...names].sort()).toEqual(names);
          for (const period of periods) expect(periodName(grain, period.to)).toBe(periodName(grain, period.from));
        },
      ),
    );
  });

  it('are none where the end lies before the start', () => {
    expect(periodsBetween('month', 10, 9)).toEqual([]);
  });
});
