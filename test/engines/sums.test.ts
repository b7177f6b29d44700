import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeCounts, PLACES, Place } from '../../src/engines/local/counters/code-counts.ts';
import { SmallSums } from '../../src/engines/local/counters/small-sums.ts';
import { MomentSum, momentsOf } from '../../src/statistics/moments.ts';

const GROUPS = 4;

const value = fc.oneof(
  fc.integer({ min: -70_000, max: 70_000 }),
  fc.constantFrom(0, -0, 65_535, -65_535, 65_536, 0.5, 1e300, 2 ** 53),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e150, max: 1e150 }),
);
const batch = fc.array(fc.tuple(fc.nat(GROUPS - 1), value), { maxLength: 40 });

describe('sums of small whole numbers', () => {
  it('come to the same as sums of the values one by one, with the others left over in order', () => {
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 6 }), fc.boolean(), (batches, often) => {
        const small = new SmallSums();
        const sums = Array.from({ length: GROUPS }, () => new MomentSum());
        const take = (): void => small.take((group, part) => sums[group]?.absorb(part));
        for (const rows of batches) {
          const groups = Int32Array.from(rows, ([group]) => group);
          const values = Float64Array.from(rows, ([, one]) => one);
          const others = small.addAll(groups, values, rows.length, GROUPS);
          const left = rows.filter(([, one]) => !Number.isInteger(one) || Math.abs(one) > 65_535);
          expect(Array.from(values.subarray(0, others), (one, index) => [groups[index], one])).toEqual(left);
          for (const [group, one] of left) sums[group]?.add(one);
          if (often) take();
        }
        take();
        for (const [group, sum] of sums.entries()) {
          const own = batches.flat().filter(([at]) => at === group);
          expect(sum.toMoments()).toEqual(momentsOf(own.map(([, one]) => one)));
        }
      }),
    );
  });

  it('say when squares could add up to more than doubles hold', () => {
    const small = new SmallSums();
    const rows = 4096;
    let added = 0;
    while (!small.isFull(rows)) {
      small.addAll(new Int32Array(rows), new Float64Array(rows).fill(65_535), rows, 1);
      added += rows;
    }
    expect(added * 65_535 ** 2).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
    small.take((_, { count, squares }) => {
      expect(count).toBe(added);
      expect(squares).toEqual([added * 65_535 ** 2]);
    });
    expect(small.isFull(rows)).toBe(false);
  });
});

describe('counts by group and place', () => {
  it('do not overflow where there are more rows than 32 bits count', () => {
    const counts = new CodeCounts();
    const many = 0x7fff_ffff;
    for (let round = 0; round < 3; round += 1) {
      const room = counts.room(2, many);
      room[PLACES + Place.KEPT] = (room[PLACES + Place.KEPT] ?? 0) + many;
    }
    counts.add(1, Place.KEPT, 2);
    expect([...counts.of(Place.KEPT, 2)]).toEqual([0, 3 * many + 2]);
    const whole = new CodeCounts();
    whole.absorb(counts, Int32Array.of(1, 0));
    expect([...whole.of(Place.KEPT, 2)]).toEqual([3 * many + 2, 0]);
  });
});
