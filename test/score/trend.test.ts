import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/model/measure.ts';
import type { CellTally } from '../../src/model/tally.ts';
import { judgePeriods, periodReports } from '../../src/score/periods.ts';
import { settle } from '../../src/score/settle/index.ts';
import { settledPeriods, trendReport } from '../../src/score/trend.ts';
import { mannKendall } from '../../src/statistics/mann-kendall.ts';
import { momentsOf } from '../../src/statistics/moments.ts';
import { newcombe } from '../../src/statistics/newcombe.ts';
import { welch } from '../../src/statistics/welch.ts';
import { zoneOf } from '../../src/vocabulary/time/zone.ts';
import { contextOf, keysOf, NO_OPEN, nothingAside, outcomesOf, pledgeOf, SHARE, valuesOf } from './hand-made.ts';

const UTC = zoneOf('UTC');

const everyRow = { kind: 'all', of: [] } as const;
const kept: Measure<string> = { kind: 'kept_when', condition: everyRow };
const operand = { kind: 'column', column: 'x', at: null } as const;

/** The trend of a tally of one group a day; null is a day without any row. */
function trendOf(measure: Measure<string>, days: readonly (number | null)[], tally: CellTally, known = {}) {
  const groups = days.flatMap((value, day) => (value === null ? [] : [{ day, labels: [] }]));
  const target = measure.kind === 'kept_when' ? SHARE : ({ op: '<=', value: 5, unit: 'number', text: '' } as const);
  const pledge = pledgeOf(measure, target, known);
  const context = contextOf(pledge);
  const settled = settle(tally, measure, keysOf(groups, []), 1e15, UTC);
  const periods = judgePeriods(settled, pledge.period, { from: 0, to: days.length - 1 }, context);
  const isJudged = measure.kind !== 'count' && measure.kind !== 'sum';
  return {
    periods: periodReports(periods, isJudged),
    trend: trendReport(settledPeriods(periods, isJudged), settled, measure, 0.95),
  };
}

const shares = (days: readonly (number | null)[], cases = 1000, known = {}) =>
  trendOf(kept, days, outcomesOf(days.flatMap((day) => (day === null ? [] : [[day, cases - day] as const]))), known);

describe('four periods or more', () => {
  const series = fc.array(fc.option(fc.integer({ min: 880, max: 960 }), { freq: 4 }), { minLength: 4, maxLength: 14 });
  it("have Mann-Kendall's p and Sen's slope, over the days as they lie", () => {
    fc.assert(
      fc.property(series, (days) => {
        const known = days.flatMap((value, day) => (value === null ? [] : [{ value: value / 1000, day }]));
        fc.pre(known.length >= 4);
        const values = known.map(({ value }) => value);
        const oracle = mannKendall(
          values,
          known.map(({ day }) => day),
        );
        const { trend } = shares(days);
        expect(trend?.p).toBe(oracle?.p);
        expect(trend?.slope).toBeCloseTo(oracle?.slope ?? Number.NaN, 12);
        const isTrend = oracle !== null && oracle.p !== null && oracle.p < 0.05;
        expect(trend?.direction).toBe(isTrend ? (oracle.s > 0 ? 'rising' : 'falling') : 'steady');
        const [first = 0, last = 0] = [values[0], values.at(-1)];
        expect(trend?.change).toBeCloseTo(last - first, 12);
        const bounds = newcombe({ kept: last * 1000, cases: 1000 }, { kept: first * 1000, cases: 1000 }, 0.95);
        expect(trend?.interval?.low).toBeCloseTo(bounds?.low ?? Number.NaN, 9);
        expect(trend?.interval?.method).toBe('newcombe');
      }),
      { numRuns: 150 },
    );
  });

  it('rise, fall, stay', () => {
    expect(shares([900, 910, 920, 930, 940, 950]).trend).toMatchObject({
      direction: 'rising',
      slope: expect.closeTo(0.01, 9),
    });
    expect(shares([950, 940, 930, 920, 910, 900]).trend).toMatchObject({ direction: 'falling' });
    expect(shares([900, 900, 900, 900]).trend).toEqual({
      ...{ direction: 'steady', p: null, change: 0, slope: 0 },
      interval: expect.objectContaining({ method: 'newcombe' }),
    });
    // Four cannot reach 95%, however steep.
    expect(shares([100, 300, 600, 900]).trend).toMatchObject({ direction: 'steady', p: expect.closeTo(0.0894, 3) });
  });
});

describe('two or three periods', () => {
  it('move where the interval of the change leaves zero out', () => {
    expect(shares([900, 950]).trend).toMatchObject({ direction: 'rising', p: null, slope: null });
    expect(shares([950, 900]).trend).toMatchObject({ direction: 'falling', p: null, slope: null });
    expect(shares([90, 95], 100).trend).toMatchObject({ direction: 'steady', p: null, slope: null });
  });

  it('one is no trend', () => {
    expect(shares([900]).trend).toBeNull();
    expect(shares([900, null, null]).trend).toBeNull();
  });

  it('below min_cases they are not judged', () => {
    expect(shares([900, 950], 1000, { minCases: 1001 }).trend).toBeNull();
  });
});

describe('of measures that are no share', () => {
  const values = [
    [1, 2, 3],
    [7, 8, 9],
  ];
  const moments = values.map((list) => momentsOf(list));
  const asValues = valuesOf(values);
  const [first, last] = moments;
  const oracle = first === undefined || last === undefined ? null : welch(last, first, 0.95);
  const bounds = { low: expect.closeTo(oracle?.low ?? 0, 12), high: expect.closeTo(oracle?.high ?? 0, 12) };

  it("a mean's change bears Welch's interval", () => {
    const { trend } = trendOf({ kind: 'mean', operand }, [0, 1], asValues);
    expect(trend).toMatchObject({ direction: 'rising', change: 6, interval: { ...bounds, method: 'welch' } });
  });

  it("an NPS's too, in points", () => {
    const nps: CellTally = {
      kind: 'moments',
      ...nothingAside(2),
      moments: [momentsOf([1, 0, -1, -1]), momentsOf([1, 1, 0, 1])],
      open: NO_OPEN,
    };
    const test = welch(momentsOf([1, 1, 0, 1]), momentsOf([1, 0, -1, -1]), 0.95);
    const { trend } = trendOf({ kind: 'nps', column: 'x' }, [0, 1], nps);
    expect(trend?.change).toBe(100);
    expect(trend?.interval?.low).toBeCloseTo(100 * (test?.low ?? Number.NaN), 9);
    expect(trend?.interval?.high).toBeCloseTo(100 * (test?.high ?? Number.NaN), 9);
  });

  it("a rate's Newcombe's, by so many", () => {
    const rate: Measure<string> = { kind: 'rate', condition: everyRow, per: 1000 };
    const { trend } = trendOf(
      rate,
      [0, 1],
      outcomesOf([
        [10, 990],
        [50, 950],
      ]),
    );
    const share = newcombe({ kept: 50, cases: 1000 }, { kept: 10, cases: 1000 }, 0.95);
    expect(trend).toMatchObject({ direction: 'rising', change: expect.closeTo(40, 9) });
    expect(trend?.interval?.low).toBeCloseTo(1000 * (share?.low ?? Number.NaN), 9);
  });

  it("a median's none: without one, two periods are steady", () => {
    const { trend } = trendOf({ kind: 'median', q: 0.5, operand }, [0, 1], asValues);
    expect(trend).toEqual({ direction: 'steady', p: null, change: 6, interval: null, slope: null });
  });

  it('what adds up has a trend, and periods without a verdict', () => {
    const counted = outcomesOf([9, 8, 7, 6, 5, 4].map((count) => [count, 1]));
    const { periods, trend } = trendOf({ kind: 'count', condition: everyRow }, [0, 1, 2, 3, 4, 5], counted);
    expect(periods.map(({ value, verdict }) => [value, verdict])).toEqual(
      [9, 8, 7, 6, 5, 4].map((count) => [count, null]),
    );
    expect(trend).toMatchObject({ direction: 'falling', slope: -1, change: -5, interval: null });
  });
});
