import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOf, momentsOf } from '../../src/statistics/moments.ts';
import { mover } from '../../src/statistics/mover.ts';
import { newcombe } from '../../src/statistics/newcombe.ts';
import { studentInterval } from '../../src/statistics/student.ts';
import { welchInterval } from '../../src/statistics/welch.ts';
import { wilson } from '../../src/statistics/wilson.ts';

interface Counts {
  readonly kept: number;
  readonly cases: number;
}

const counts: fc.Arbitrary<Counts> = fc
  .integer({ min: 1, max: 100_000 })
  .chain((cases) => fc.record({ kept: fc.integer({ min: 0, max: cases }), cases: fc.constant(cases) }));
const confidence = fc.constantFrom(0.8, 0.9, 0.95, 0.99);

function estimate({ kept, cases }: Counts, level: number) {
  const bounds = wilson(kept, cases, level);
  return { value: kept / cases, low: bounds?.low ?? null, high: bounds?.high ?? null };
}

describe('the difference of two figures from their limits', () => {
  it("with Wilson's limits it is Newcombe's, to the last bit", () => {
    fc.assert(
      fc.property(counts, counts, confidence, (a, b, level) => {
        expect(mover(estimate(a, level), estimate(b, level))).toEqual(newcombe(a, b, level));
      }),
    );
  });

  // Newcombe, Statistics in Medicine 17 (1998) 873-890, Table II, method 10, at 95%.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i less %i of %i', (kept1, cases1, kept2, cases2, low, high) => {
    const later = estimate({ kept: kept1, cases: cases1 }, 0.95);
    const bounds = mover(later, estimate({ kept: kept2, cases: cases2 }, 0.95));
    expect(bounds.low).toBeCloseTo(low, 4);
    expect(bounds.high).toBeCloseTo(high, 4);
  });

  it('of two even intervals it is the root of the sum of squares: two means of known spread', () => {
    const bounds = mover({ value: 10, low: 7, high: 13 }, { value: 4, low: 0, high: 8 });
    expect(bounds).toEqual({ low: 1, high: 11 });
  });

  it('is close to Welch for two large samples of means', () => {
    const [a, b] = [
      momentsOf(Array.from({ length: 4000 }, (_, i) => i % 11)),
      momentsOf(Array.from({ length: 3000 }, (_, i) => i % 7)),
    ];
    const side = (of: typeof a) => ({ value: 0, low: null, high: null, ...studentInterval(of, 0.95) });
    const bounds = mover({ ...side(a), value: meanOf(a) ?? 0 }, { ...side(b), value: meanOf(b) ?? 0 });
    const welch = welchInterval(a, b, 0.95);
    expect(bounds.low).toBeCloseTo(welch?.low ?? Number.NaN, 4);
    expect(bounds.high).toBeCloseTo(welch?.high ?? Number.NaN, 4);
  });

  it('a limit that needs one that is not known is not known', () => {
    const whole = { value: 5, low: 4, high: 7 };
    expect(mover({ ...whole, low: null }, whole)).toMatchObject({ low: null, high: expect.any(Number) });
    expect(mover({ ...whole, high: null }, whole)).toMatchObject({ low: expect.any(Number), high: null });
    expect(mover(whole, { ...whole, low: null })).toMatchObject({ low: expect.any(Number), high: null });
    expect(mover(whole, { ...whole, high: null })).toMatchObject({ low: null, high: expect.any(Number) });
  });

  it('holds the difference, and turns with its sides', () => {
    const side = fc
      .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
      .map(([value, below, above]) => ({ value, low: value - below, high: value + above }));
    fc.assert(
      fc.property(side, side, (a, b) => {
        const { low, high } = mover(a, b);
        const turned = mover(b, a);
        expect(low).toBeLessThanOrEqual(a.value - b.value);
        expect(high).toBeGreaterThanOrEqual(a.value - b.value);
        expect(low).toBeCloseTo(-(turned.high ?? Number.NaN), 9);
        expect(high).toBeCloseTo(-(turned.low ?? Number.NaN), 9);
        // Never wider than both together, never narrower than either.
        expect((high ?? 0) - (low ?? 0)).toBeLessThanOrEqual(a.high - a.low + b.high - b.low + 1e-9);
      }),
    );
  });
});
