import chiSquaredCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import chiSquaredQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import {
  chiSquaredDistributionTable,
  cumulativeStdNormalProbability,
  errorFunction,
  mean,
  probit,
  quantileSorted,
  sampleVariance,
  sum,
  tTestTwoSample,
  variance,
} from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { chiSquareQuantile, chiSquareTail } from '../../src/statistics/chi-square.ts';
import { meanOf, momentsOf, sumOf, varianceOf } from '../../src/statistics/moments.ts';
import { twoSidedP, twoSidedZ } from '../../src/statistics/normal.ts';
import { quantile } from '../../src/statistics/quantile.ts';
import { welch } from '../../src/statistics/welch.ts';

/**
 * What `simple-statistics` is not used for, and why. Where a test here fails after an upgrade, the library has become
 * better, and what stands in its place may be reconsidered.
 */
describe('simple-statistics is not exact enough', () => {
  it('in the normal quantile: the third digit is off', () => {
    expect(probit(0.975)).toBeCloseTo(1.957162, 6);
    expect(twoSidedZ(0.95)).toBeCloseTo(1.959963984540054, 14);
  });

  it('in the normal distribution: a table of two decimals that ends at 3', () => {
    expect(cumulativeStdNormalProbability(1.9649)).toBe(0.975);
    expect(cumulativeStdNormalProbability(6)).toBe(0.999);
    expect(twoSidedP(1.9649) / 2).toBeCloseTo(0.024713, 6);
    expect(twoSidedP(6)).toBeCloseTo(1.97317529e-9, 16);
  });

  it('in the error function: seven digits', () => {
    expect(Math.abs(errorFunction(1) - 0.8427007929497149)).toBeGreaterThan(1e-9);
    expect(1 - twoSidedP(Math.SQRT2)).toBeCloseTo(0.8427007929497149, 14);
  });

  it('in chi-squared: a table of eleven probabilities, of two decimals, with gaps from 30 degrees of freedom on', () => {
    const table: Readonly<Record<string, unknown>> = chiSquaredDistributionTable;
    expect(table['31']).toBeUndefined();
    expect(table['1']).toMatchObject({ '0.05': 3.84, '0.975': 0 });
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 14);
    expect(chiSquareTail(44.98534328, 31)).toBeCloseTo(0.05, 8);
  });

  it('in the test of two means: it takes the spreads for equal, and gives neither p nor bounds', () => {
    const a = [12, 15, 11, 14];
    const b = [18, 17, 21, 16, 19];
    expect(tTestTwoSample(a, b, 0)).toBeCloseTo(-4.118322, 6);
    expect(welch(momentsOf(a), momentsOf(b), 0.95)?.t).toBeCloseTo(-4.145653226931324, 12);
  });

  it('in the variance: the mean is rounded first', () => {
    expect(sampleVariance([0.1, 0.1, 0.1])).toBeGreaterThan(0);
    expect(varianceOf(momentsOf([0.1, 0.1, 0.1]))).toBe(0);
    const far = [1e15 + 1, 1e15 + 2, 1e15 + 4];
    expect(sampleVariance(far)).toBe(2.3359375);
    expect(varianceOf(momentsOf(far))).toBe(7 / 3);
    // Of the population, not of a sample.
    expect(variance([1, 2, 3, 4])).toBe(1.25);
  });

  it('in the mean: it rounds twice', () => {
    expect(mean([0.1, 0.1, 0.1])).not.toBe(0.1);
    expect(meanOf(momentsOf([0.1, 0.1, 0.1]))).toBe(0.1);
  });

  it('in the sum, where corrections themselves need one; and it cannot be merged', () => {
    const values = [1e50, 1e33, 1e16, 1, -1e50, -1e33, -1e16];
    expect(sum(values)).toBe(0);
    expect(sumOf(momentsOf(values))).toBe(1);
  });
});

describe('simple-statistics is right', () => {
  it('in sums of ordinary values', () => {
    const tenths = Array.from({ length: 1000 }, () => 0.1);
    expect(sum(tenths)).toBe(sumOf(momentsOf(tenths)));
  });

  it('in quantiles, type 7 too', () => {
    const sorted = Float64Array.of(1, 2, 2, 2, 3, 5, 8);
    for (const q of [0, 0.25, 0.5, 0.9, 0.95, 1]) expect(quantileSorted([...sorted], q)).toBe(quantile(sorted, q));
  });
});

/** Truths: SciPy 1.17. */
describe('@stdlib on chi-squared with many degrees of freedom is wrong', () => {
  it('in the distribution, which half the value being above 1000 gives away', () => {
    expect(Math.abs(chiSquaredCdf(2468, 2468) - 0.5037855865762518)).toBeGreaterThan(0.01);
    expect(chiSquareTail(2100, 2100)).toBeCloseTo(0.4958961029787101, 4);
    expect(chiSquareTail(1900, 2000)).toBeCloseTo(0.9449453137692619, 4);
    expect(chiSquareTail(1100, 1001)).toBeCloseTo(0.015449202539736796, 4);
  });

  it('in the quantile', () => {
    expect(Math.abs(chiSquaredQuantile(0.1, 2468) - 2378.401552768433)).toBeGreaterThan(10);
  });

  it.each([
    { p: 0.05, df: 1001, truth: 928.5575835244604 },
    { p: 0.005, df: 2468, truth: 2290.7885594920767 },
    { p: 0.1, df: 2468, truth: 2378.401552768433 },
    { p: 0.995, df: 2470, truth: 2654.7972977493464 },
    { p: 0.9995, df: 3000, truth: 3261.452214163474 },
    { p: 0.975, df: 20000002, truth: 20012399.795462996 },
  ])('where saydo takes another way: $p with $df', ({ p, df, truth }) => {
    expect(Math.abs(chiSquareQuantile(p, df) / truth - 1)).toBeLessThan(1e-12);
  });

  it('and the two ways meet', () => {
    for (const p of [0.0005, 0.025, 0.1, 0.5, 0.9, 0.975, 0.9995]) {
      const step = chiSquareQuantile(p, 1001) - chiSquareQuantile(p, 1000);
      const before = chiSquareQuantile(p, 1000) - chiSquareQuantile(p, 999);
      expect(Math.abs(step - before)).toBeLessThan(1e-4);
    }
  });
});
