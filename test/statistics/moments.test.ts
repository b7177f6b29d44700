import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  type Expansion,
  grow,
  plus,
  quotient,
  rounded,
  scaled,
  times,
} from '../../src/statistics/expansion.ts';
import { MomentSum, meanDifference, meanOf, momentsOf, sumOf, varianceOf } from '../../src/statistics/moments.ts';
import { exact, exactMean, exactSum, exactVariance, nearest, UNITS } from './exact.ts';

/** Values of very different size, tenths, and pairs that cancel. */
const value = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map((tenths) => tenths / 10),
  fc.tuple(fc.integer(), fc.integer({ min: -70, max: 70 })).map(([whole, power]) => whole * 2 ** power),
  // Not so small that its square loses digits to underflow.
  fc.double({ min: -1e20, max: 1e20, noNaN: true }).map((x) => (Math.abs(x) < 1e-20 ? 0 : x)),
);
const values = fc
  .array(fc.tuple(value, fc.boolean()), { minLength: 2, maxLength: 20 })
  .map((pairs) => pairs.flatMap(([x, isUndone]) => (isUndone ? [x, -x] : [x])));
const shuffled = values.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.shuffledSubarray(list, { minLength: list.length }),
    fc.integer({ min: 0, max: list.length }),
  ),
);

function expansionOf(list: readonly number[]): Expansion {
  const sum: Expansion = [];
  for (const x of list) grow(sum, x);
  return sum;
}

describe('expansions', () => {
  it('lose nothing, and round once', () => {
    fc.assert(
      fc.property(values, (list) => {
        const sum = expansionOf(list);
        expect(exactSum(sum)).toBe(exactSum(list));
        expect(rounded(sum)).toBe(nearest(exactSum(list), UNITS) + 0);
      }),
    );
  });

  it('hold components that grow and are not zero', () => {
    fc.assert(
      fc.property(values, (list) => {
        const sum = expansionOf(list);
        expect(sum).not.toContain(0);
        for (const [i, part] of sum.slice(1).entries()) expect(Math.abs(sum[i] ?? 0)).toBeLessThan(Math.abs(part));
        const parts = canonical(sum);
        for (const [i, part] of parts.slice(1).entries()) expect(part + (parts[i] ?? 0)).toBe(part);
      }),
    );
  });

  it('round half way by what lies below, else to even, as math.fsum', () => {
    expect(rounded(expansionOf([1, 2 ** -53]))).toBe(1);
    expect(rounded(expansionOf([1, 2 ** -53, 2 ** -110]))).toBe(1 + 2 ** -52);
    expect(rounded(expansionOf([1, 2 ** -53, -(2 ** -110)]))).toBe(1);
    expect(rounded(expansionOf([1 + 2 ** -52, 2 ** -53]))).toBe(1 + 2 ** -51);
    expect(rounded(expansionOf([1 + 2 ** -52, 2 ** -53, -(2 ** -110)]))).toBe(1 + 2 ** -52);
    expect(rounded([])).toBe(0);
  });

  it('add and multiply exactly', () => {
    fc.assert(
      fc.property(values, values, value, (a, b, factor) => {
        const x = expansionOf(a);
        const y = expansionOf(b);
        expect(exactSum(plus(x, y))).toBe(exactSum([...a, ...b]));
        expect(exactSum(times(x, y)) * UNITS).toBe(exactSum(a) * exactSum(b));
        expect(exactSum(scaled(x, factor)) * UNITS).toBe(exactSum(a) * exact(factor));
      }),
    );
  });

  it('divide to the nearest double, however near to half way', () => {
    const divisor = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(values, divisor, (list, by) => {
        expect(quotient(expansionOf(list), by)).toBe(nearest(exactSum(list), UNITS * BigInt(by)) + 0);
      }),
    );
    // Three halves of the last digit, and then a hair on either side.
    const half = [3 * 2 ** -53, 1];
    expect(quotient(half, 1)).toBe(1 + 2 ** -51);
    expect(quotient(scaled(plus(half, [-(2 ** -120)]), 5), 5)).toBe(1 + 2 ** -52);
    expect(quotient(scaled(plus(half, [2 ** -120]), 5), 5)).toBe(1 + 2 ** -51);
  });

  it('have one canonical form', () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(canonical(expansionOf(other))).toEqual(canonical(expansionOf(list)));
        expect(exactSum(canonical(expansionOf(other)))).toBe(exactSum(list));
      }),
    );
  });

  it('are one NaN beyond the range of doubles, however much follows', () => {
    expect(expansionOf([1e308, 1, 1e308, 1e-300, 3, -1e308])).toEqual([Number.NaN]);
    expect(canonical([Number.NaN])).toEqual([Number.NaN]);
  });
});

describe('moments', () => {
  it('are those of exact arithmetic, rounded once', () => {
    fc.assert(
      fc.property(values, (list) => {
        const moments = momentsOf(list);
        expect(sumOf(moments)).toBe(nearest(exactSum(list), UNITS) + 0);
        expect(meanOf(moments)).toBe(exactMean(list) + 0);
        expect(varianceOf(moments)).toBe(exactVariance(list));
        expect([moments.count, moments.min, moments.max]).toEqual([
          list.length,
          Math.min(...list) + 0,
          Math.max(...list) + 0,
        ]);
      }),
    );
  });

  it('are the same in any order and split', () => {
    fc.assert(
      fc.property(shuffled, ([list, other, cut]) => {
        const merged = new MomentSum();
        merged.absorb(momentsOf(other.slice(cut)));
        merged.absorb(momentsOf(other.slice(0, cut)));
        expect(merged.toMoments()).toEqual(momentsOf(list));
      }),
    );
  });

  it('move with the values, and scale with them', () => {
    const whole = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(whole, fc.integer(), fc.integer({ min: -20, max: 20 }), (list, offset, power) => {
        const moments = momentsOf(list);
        const moved = momentsOf(list.map((x) => x + offset));
        const stretched = momentsOf(list.map((x) => x * 2 ** power));
        expect(varianceOf(moved)).toBe(varianceOf(moments));
        expect(meanOf(moved)).toBeCloseTo((meanOf(moments) ?? Number.NaN) + offset, 5);
        expect(meanOf(stretched)).toBe((meanOf(moments) ?? Number.NaN) * 2 ** power);
        expect(varianceOf(stretched)).toBe((varianceOf(moments) ?? Number.NaN) * 4 ** power);
        expect(meanDifference(moved, moments)).toBe(offset);
      }),
    );
  });

  it('of equal values are the value, without spread', () => {
    const moments = momentsOf([0.1, 0.1, 0.1]);
    expect(meanOf(moments)).toBe(0.1);
    expect(varianceOf(moments)).toBe(0);
  });

  it('are null where there is nothing to say', () => {
    const none = momentsOf([]);
    expect([sumOf(none), meanOf(none), varianceOf(none)]).toEqual([null, null, null]);
    expect(meanDifference(none, momentsOf([1]))).toBeNull();
    expect(varianceOf(momentsOf([3]))).toBeNull();
    const huge = momentsOf([1e200, -1e200, 5]);
    expect([sumOf(huge), varianceOf(huge)]).toEqual([5, null]);
    expect(meanOf(momentsOf([1e308, 1e308]))).toBeNull();
  });
});

describe('NIST StRD, univariate summary statistics', () => {
  const alternating = (first: number, a: number, b: number): number[] => [
    first,
    ...Array.from({ length: 500 }, () => [a, b]).flat(),
  ];
  /** Certified mean and standard deviation; how far the doubles nearest to the data are from the data themselves. */
  const sets = [
    { name: 'NumAcc1', data: [10000001, 10000003, 10000002], mean: 10000002, sd: 1, within: 0 },
    { name: 'NumAcc2', data: alternating(1.2, 1.1, 1.3), mean: 1.2, sd: 0.1, within: 1e-14 },
    { name: 'NumAcc3', data: alternating(1000000.2, 1000000.1, 1000000.3), mean: 1000000.2, sd: 0.1, within: 1e-9 },
    { name: 'NumAcc4', data: alternating(10000000.2, 10000000.1, 10000000.3), mean: 10000000.2, sd: 0.1, within: 2e-8 },
  ];

  it.each(sets)('$name', ({ data, mean, sd, within }) => {
    const moments = momentsOf(data);
    const variance = varianceOf(moments) ?? Number.NaN;
    expect(meanOf(moments)).toBe(mean);
    expect(meanOf(moments)).toBe(exactMean(data));
    expect(Math.abs(Math.sqrt(variance) - sd)).toBeLessThanOrEqual(within * sd);
    // What the doubles themselves say, to the last bit.
    expect(variance).toBe(exactVariance(data));
  });
});
