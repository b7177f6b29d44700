import fc from 'fast-check';
import { expect, it } from 'vitest';
import { integerMoments } from '../../src/statistics/integer-moments.ts';
import { momentsOf } from '../../src/statistics/moments.ts';

it('are those of the values, to the bit', () => {
  fc.assert(
    fc.property(fc.int32Array({ maxLength: 60 }), (values) => {
      expect(integerMoments(values)).toEqual(momentsOf(values));
    }),
    { numRuns: 500 },
  );
});

it('are exact at the end of the range, over more than one block', () => {
  const length = 1_100_000;
  for (const value of [0x7fffffff, -0x80000000, -1]) {
    const { count, sum, squares, min, max } = integerMoments(new Int32Array(length).fill(value));
    expect({ count, min, max }).toEqual({ count: length, min: value, max: value });
    const whole = (parts: readonly number[]): bigint => parts.reduce((total, part) => total + BigInt(part), 0n);
    expect(whole(sum)).toBe(BigInt(length) * BigInt(value));
    expect(whole(squares)).toBe(BigInt(length) * BigInt(value) ** 2n);
  }
});
