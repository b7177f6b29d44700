import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/statistics/benjamini-hochberg.ts';
import { chiSquareTest } from '../../src/statistics/chi-square-test.ts';
import { fisherExact } from '../../src/statistics/fisher.ts';
import { garwood } from '../../src/statistics/garwood.ts';
import { kitagawa } from '../../src/statistics/kitagawa.ts';
import { mannKendall } from '../../src/statistics/mann-kendall.ts';
import { newcombe } from '../../src/statistics/newcombe.ts';
import { npsInterval, npsOf, npsWald } from '../../src/statistics/nps.ts';
import { quantile } from '../../src/statistics/quantile.ts';
import { quantileCoverage, quantileRanks } from '../../src/statistics/quantile-interval.ts';
import { differenceP, twoProportions } from '../../src/statistics/two-proportions.ts';
import { wilson } from '../../src/statistics/wilson.ts';

const upTo = (cases: number) =>
  fc
    .integer({ min: 1, max: cases })
    .chain((n) => fc.record({ kept: fc.integer({ min: 0, max: n }), cases: fc.constant(n) }));
const proportion = upTo(1000);
const confidence = fc.constantFrom(0.8, 0.9, 0.95, 0.99);
const share = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100);
const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });

function near(actual: number | null | undefined, expected: number, relative = 1e-12): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(expected)));
}

describe('intervals of shares and rates', () => {
  it('Wilson: kept and missed mirror each other', () => {
    fc.assert(
      fc.property(proportion, confidence, ({ kept, cases }, level) => {
        const bounds = wilson(kept, cases, level);
        const mirrored = wilson(cases - kept, cases, level);
        near(bounds?.low, 1 - (mirrored?.high ?? Number.NaN));
        near(bounds?.high, 1 - (mirrored?.low ?? Number.NaN));
      }),
    );
  });

  it('Newcombe: later and earlier change the sign', () => {
    fc.assert(
      fc.property(proportion, proportion, confidence, (a, b, level) => {
        const bounds = newcombe(a, b, level);
        const turned = newcombe(b, a, level);
        near(bounds?.low, -(turned?.high ?? Number.NaN));
        near(bounds?.high, -(turned?.low ?? Number.NaN));
      }),
    );
  });

  it('Garwood: holds the rate, widens with confidence, scales with exposure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 10000 }), (events, exposure) => {
        const bounds = garwood(events, exposure, 0.9);
        const wider = garwood(events, exposure, 0.99);
        const rate = events / exposure;
        expect(bounds?.low).toBeLessThanOrEqual(rate);
        expect(bounds?.high).toBeGreaterThan(rate);
        expect(wider?.low).toBeLessThanOrEqual(bounds?.low ?? Number.NaN);
        expect(wider?.high).toBeGreaterThan(bounds?.high ?? Number.NaN);
        near(garwood(events, 2 * exposure, 0.9)?.high, (bounds?.high ?? Number.NaN) / 2);
      }),
    );
  });

  it('NPS: a survey turned round changes the sign, and the bounds stay on the scale', () => {
    const count = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.record({ promoters: count, passives: count, detractors: fc.integer({ min: 1, max: 100 }) }),
        (c) => {
          const turned = { promoters: c.detractors, passives: c.passives, detractors: c.promoters };
          expect(npsOf(turned)).toBe(0 - (npsOf(c) ?? Number.NaN));
          const bounds = npsInterval(c, 0.95);
          near(npsInterval(turned, 0.95)?.low, -(bounds?.high ?? Number.NaN));
          expect(bounds?.low).toBeGreaterThanOrEqual(-100);
          expect(bounds?.high).toBeLessThanOrEqual(100);
          expect(bounds?.low).toBeLessThan(bounds?.high ?? Number.NaN);
          const answers = [
            ...Array.from({ length: c.promoters }, () => 100),
            ...Array.from({ length: c.passives }, () => 0),
            ...Array.from({ length: c.detractors }, () => -100),
          ];
          const mean = answers.reduce((sum, x) => sum + x, 0) / answers.length;
          const squares = answers.reduce((sum, x) => sum + (x - mean) ** 2, 0);
          near(npsWald(c, 0.95)?.se, Math.sqrt(squares) / answers.length, 1e-9);
        },
      ),
    );
  });
});

describe('quantiles', () => {
  it('agree with a naive twin', () => {
    fc.assert(
      fc.property(numbers, share, (values, q) => {
        const sorted = [...values].sort((a, b) => a - b);
        const at = (sorted.length - 1) * q;
        const weigh = (i: number): number => (sorted[i] ?? 0) * Math.max(0, 1 - Math.abs(at - i));
        near(
          quantile(Float64Array.from(sorted), q),
          sorted.reduce((sum, _, i) => sum + weigh(i), 0),
        );
      }),
    );
  });

  it('scale with the values, rise with q, and stay among them', () => {
    fc.assert(
      fc.property(numbers, share, share, fc.integer({ min: -30, max: 30 }), (values, q, other, power) => {
        const sorted = Float64Array.from(values).sort();
        const found = quantile(sorted, q) ?? Number.NaN;
        expect(
          quantile(
            sorted.map((x) => x * 2 ** power),
            q,
          ),
        ).toBe(found * 2 ** power);
        expect(found).toBeGreaterThanOrEqual(Math.min(...values));
        expect(found).toBeLessThanOrEqual(Math.max(...values));
        if (other > q) expect(quantile(sorted, other)).toBeGreaterThanOrEqual(found);
      }),
    );
  });

  it('have ranks that follow from the binomial distribution, counted exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 19 }), (n, twentieths) => {
        // P(B <= k) in units of 20^-n, against a tail of 1/40.
        const all = 20n ** BigInt(n);
        let below = 0n;
        let ways = 1n;
        let low = -1;
        let high = -1;
        const coverage: bigint[] = [];
        for (let k = 0; k <= n; k += 1) {
          below += ways * BigInt(twentieths) ** BigInt(k) * BigInt(20 - twentieths) ** BigInt(n - k);
          ways = (ways * BigInt(n - k)) / BigInt(k + 1);
          coverage.push(below);
          if (low < 0 && below * 40n >= all) low = k;
          if (high < 0 && below * 40n >= 39n * all) high = k + 1;
        }
        const ranks = quantileRanks(n, twentieths / 20, 0.95);
        expect(ranks).toEqual({ low: low > 0 ? low : null, high: high <= n ? high : null });
        const under = (rank: number | null, none: bigint): bigint =>
          rank === null ? none : (coverage[rank - 1] ?? 0n);
        const between = under(ranks.high, all) - under(ranks.low, 0n);
        near(quantileCoverage(n, twentieths / 20, ranks), Number((between * 10n ** 15n) / all) / 1e15);
      }),
    );
  });
});

describe('tests', () => {
  it('Mann-Kendall: a series turned round changes the sign', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const trend = mannKendall(values);
        const turned = mannKendall([...values].reverse());
        expect(turned === null).toBe(values.length < 2);
        expect(turned?.s).toBe(trend === null ? undefined : 0 - trend.s);
        expect(turned?.variance).toBe(trend?.variance);
        expect(turned?.p).toBe(trend?.p);
        if (trend !== null) near(turned?.slope, -trend.slope);
      }),
    );
  });

  it('Mann-Kendall: missing periods stretch the slope alone, and a line gives its own', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 12 }), (unsorted) => {
        const at = [...unsorted].sort((a, b) => a - b);
        const line = mannKendall(
          at.map((step) => 3 * step - 7),
          at,
        );
        expect(line?.slope).toBe(3);
        expect(line?.tau).toBe(1);
        const wide = mannKendall(
          unsorted,
          at.map((step) => 2 * step),
        );
        const plain = mannKendall(unsorted, at);
        expect({ ...wide, slope: 2 * (wide?.slope ?? Number.NaN) }).toEqual(plain);
      }),
    );
  });

  it('Benjamini-Hochberg: agrees with its definition, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: 0, max: 40 }).map((x) => x / 40),
          { maxLength: 15 },
        ),
        (p) => {
          const adjusted = benjaminiHochberg(p);
          const rank = (limit: number): number => p.filter((other) => other <= limit).length;
          const twin = p.map((own) =>
            Math.min(1, ...p.filter((other) => other >= own).map((other) => other * (p.length / rank(other)))),
          );
          expect(adjusted).toEqual(twin);
          for (const [i, own] of p.entries()) expect(adjusted[i]).toBeGreaterThanOrEqual(own);
        },
      ),
    );
  });

  it('Fisher: agrees with tables counted exactly', () => {
    const choose = (n: number, k: number): bigint => {
      let ways = 1n;
      for (let i = 0; i < k; i += 1) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
      return k < 0 || k > n ? 0n : ways;
    };
    fc.assert(
      fc.property(upTo(25), upTo(25), (a, b) => {
        const kept = a.kept + b.kept;
        const tables = Array.from({ length: kept + 1 }, (_, x) => choose(a.cases, x) * choose(b.cases, kept - x));
        const found = tables[a.kept] ?? 0n;
        const unlikely = tables.filter((weight) => weight <= found).reduce((sum, weight) => sum + weight, 0n);
        near(fisherExact(a, b), Number((unlikely * 10n ** 17n) / choose(a.cases + b.cases, kept)) / 1e17);
        near(fisherExact(b, a), fisherExact(a, b));
      }),
    );
  });

  it('chi-squared of two groups is the square of z, and Fisher takes over where counts are small', () => {
    fc.assert(
      fc.property(proportion, proportion, (a, b) => {
        const test = twoProportions(a, b);
        const chi = chiSquareTest([a, b]);
        expect(chi === null).toBe(test?.z === null);
        if (chi !== null) {
          near(chi.chiSquare, (test?.z ?? Number.NaN) ** 2, 1e-9);
          near(chi.p, test?.p ?? Number.NaN, 1e-9);
        }
        expect(differenceP(a, b)).toBe(chi === null || chi.minExpected < 5 ? fisherExact(a, b) : test?.p);
      }),
    );
  });
});

describe('Kitagawa', () => {
  it('leaves nothing over', () => {
    const side = fc.oneof(proportion, fc.constant({ kept: 0, cases: 0 }));
    const group = fc.record({ name: fc.string(), before: side, after: side });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 8 }), (groups) => {
        const split = kitagawa(groups);
        const isEmpty = (of: 'before' | 'after'): boolean => groups.every((found) => found[of].cases === 0);
        expect(split === null).toBe(isEmpty('before') || isEmpty('after'));
        if (split === null) return;
        near(split.rate + split.mix, split.difference);
        for (const [i, part] of split.groups.entries()) {
          const { before, after } = groups[i] ?? { before: null, after: null };
          expect(part.rate === null).toBe(before?.cases === 0 || after?.cases === 0);
        }
      }),
    );
  });
});
