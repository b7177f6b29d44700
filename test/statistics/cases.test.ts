import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/statistics/benjamini-hochberg.ts';
import { chiSquareTest } from '../../src/statistics/chi-square-test.ts';
import { fisherExact } from '../../src/statistics/fisher.ts';
import { garwood } from '../../src/statistics/garwood.ts';
import { kitagawa } from '../../src/statistics/kitagawa.ts';
import { mannKendall } from '../../src/statistics/mann-kendall.ts';
import { momentsOf } from '../../src/statistics/moments.ts';
import { npsInterval, npsWald } from '../../src/statistics/nps.ts';
import { quantile } from '../../src/statistics/quantile.ts';
import { quantileInterval, quantileRanks } from '../../src/statistics/quantile-interval.ts';
import { studentInterval } from '../../src/statistics/student.ts';
import { differenceP, twoProportions } from '../../src/statistics/two-proportions.ts';
import { welch, welchInterval } from '../../src/statistics/welch.ts';

function near(actual: number | null | undefined, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) / expected - 1)).toBeLessThan(1e-12);
}

describe('values computed elsewhere (SciPy 1.17, mpmath 1.3 at 40 digits)', () => {
  it('Garwood', () => {
    const bounds = garwood(1234, 50000, 0.99);
    near(bounds?.low, 0.022907885594920768);
    near(bounds?.high, 0.026547972977493464);
  });

  it('Welch, at a large offset and unequal sizes', () => {
    const a = momentsOf([1000000000.1, 1000000000.4, 1000000000.2, 1000000000.3]);
    const b = momentsOf([1000000000.5, 1000000000.9, 1000000000.6]);
    const test = welch(a, b, 0.9);
    near(test?.difference, -5 / 12);
    near(test?.t, -3.0542364675667275);
    near(test?.df, 3.1457600003103647);
    near(test?.p, 0.05192342563481021);
    near(test?.low, -0.7317436755177202);
    near(test?.high, -0.101589657815613);
    expect(welchInterval(a, b, 0.9)).toEqual({ low: test?.low, high: test?.high });
  });

  it.each([
    { a: { kept: 3, cases: 12 }, b: { kept: 11, cases: 15 }, p: 0.02130090785360674 },
    { a: { kept: 0, cases: 5 }, b: { kept: 5, cases: 5 }, p: 0.007936507936507938 },
    { a: { kept: 1, cases: 100 }, b: { kept: 9, cases: 100 }, p: 0.018487679877476362 },
    { a: { kept: 900, cases: 1000 }, b: { kept: 600, cases: 1000 }, p: 1.3453337977567596e-56 },
  ])('Fisher: $a.kept of $a.cases, $b.kept of $b.cases', ({ a, b, p }) => {
    near(fisherExact(a, b), p);
  });

  it('Theil-Sen and Kendall, with two periods missing', () => {
    const values = [12, 15, 11, 15, 18, 17, 21, 16, 21, 25];
    const trend = mannKendall(values, [0, 1, 2, 4, 5, 6, 7, 9, 10, 11]);
    expect(trend?.slope).toBe(1);
    near(trend?.tau, 0.7047274841194893);
    expect(mannKendall(values)?.slope).toBe(1.25);
  });

  it('Benjamini-Hochberg', () => {
    const adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.55, 0.04]);
    for (const [i, p] of [0.03, 0.048, 0.048, 0.03, 0.55, 0.048].entries()) near(adjusted[i], p);
  });

  it('chi-squared of three groups', () => {
    const test = chiSquareTest([30, 45, 38].map((kept) => ({ kept, cases: 100 })));
    near(test?.chiSquare, 4.79863707349392);
    near(test?.p, 0.09077979531010934);
  });

  it.each([
    { counts: { promoters: 10, passives: 0, detractors: 0 }, confidence: 0.95, low: 47.5035515447902, high: 100 },
    { counts: { promoters: 0, passives: 0, detractors: 10 }, confidence: 0.95, low: -100, high: -47.5035515447902 },
    {
      counts: { promoters: 19, passives: 8, detractors: 9 },
      confidence: 0.9,
      low: 3.75190198781436,
      high: 47.5301492942369,
    },
    {
      counts: { promoters: 0, passives: 12, detractors: 0 },
      confidence: 0.95,
      low: -16.0030389211844,
      high: 16.0030389211844,
    },
  ])('NPS, adjusted: $counts', ({ counts, confidence, low, high }) => {
    const bounds = npsInterval(counts, confidence);
    near(bounds?.low, low);
    near(bounds?.high, high);
  });
});

describe('edges, and where there is nothing to say', () => {
  const nobody = { promoters: 0, passives: 0, detractors: 0 };

  it.each<[string, unknown]>([
    ['Student: a single value', studentInterval(momentsOf([3]), 0.95)],
    ['Welch: a single value on a side', welch(momentsOf([3]), momentsOf([1, 2]), 0.95)],
    ['Welch: no spread on either side', welch(momentsOf([3, 3]), momentsOf([1, 1]), 0.95)],
    ['its interval: no spread on either side', welchInterval(momentsOf([3, 3]), momentsOf([1, 1]), 0.95)],
    ['quantile: no values', quantile(new Float64Array(0), 0.5)],
    ['quantile: no values, lowest', quantile(new Float64Array(0), 0)],
    ['NPS: no answers', npsInterval(nobody, 0.95)],
    ['NPS: no answers, Wald', npsWald(nobody, 0.95)],
    ['NPS: a single answer has no n - 1', npsWald({ ...nobody, passives: 1 }, 0.95)?.seSample],
    ['Garwood: no exposure', garwood(3, 0, 0.95)],
    ['Mann-Kendall: a single value', mannKendall([3])],
    ['two shares: no cases on a side', twoProportions({ kept: 0, cases: 0 }, { kept: 1, cases: 2 })],
    ['their p: the same', differenceP({ kept: 0, cases: 0 }, { kept: 1, cases: 2 })],
    [
      'chi-squared: a single group',
      chiSquareTest([
        { kept: 1, cases: 2 },
        { kept: 0, cases: 0 },
      ]),
    ],
    [
      'chi-squared: everything kept',
      chiSquareTest([
        { kept: 2, cases: 2 },
        { kept: 3, cases: 3 },
      ]),
    ],
  ])('%s', (_, result) => {
    expect(result).toBeNull();
  });

  it('ranks: a sample that is too small', () => {
    expect(quantileRanks(0, 0.5, 0.95)).toEqual({ low: null, high: null });
    expect(quantileRanks(5, 0.5, 0.95)).toEqual({ low: null, high: null });
    expect(quantileInterval(Float64Array.of(1, 2, 3, 4, 5, 6), 0.5, 0.95)).toEqual({ low: 1, high: 6 });
  });

  it('ranks: a confidence that the distribution meets exactly, with P(B <= 4) on either side', () => {
    expect(quantileRanks(5, 0.5, 0.9375)).toEqual({ low: null, high: 5 });
    expect(quantileRanks(15, 0.5, 0.88153076171875)).toEqual({ low: 4, high: 11 });
  });
});

describe('a group with cases on one side only', () => {
  it('counts as mix, in full', () => {
    const split = kitagawa([
      { name: 'mail', before: { kept: 80, cases: 100 }, after: { kept: 45, cases: 50 } },
      { name: 'chat', before: { kept: 0, cases: 0 }, after: { kept: 25, cases: 50 } },
    ]);
    // Mail: mean weight 0.75, share up by 0.1; weight down by 0.5, mean share 0.85. Chat: weight up by 0.5, share 0.5.
    expect(split?.groups[0]?.rate).toBeCloseTo(0.075, 14);
    expect(split?.groups[0]?.mix).toBeCloseTo(-0.425, 14);
    expect(split?.groups[1]).toEqual({ name: 'chat', rate: null, mix: 0.25 });
    expect(split?.difference).toBeCloseTo(-0.1, 14);
  });
});

describe('a difference of shares', () => {
  it('has a p-value far out in the tail, and for millions of cases', () => {
    const far = fisherExact({ kept: 0, cases: 100_000 }, { kept: 100_000, cases: 100_000 });
    expect(far).toBe(0);
    const a = { kept: 2_500_000, cases: 5_000_000 };
    const b = { kept: 2_501_000, cases: 5_000_000 };
    const p = twoProportions(a, b)?.p ?? Number.NaN;
    expect(differenceP(a, b)).toBe(p);
    expect(Math.abs(fisherExact(a, b) - p)).toBeLessThan(1e-3);
  });
});
