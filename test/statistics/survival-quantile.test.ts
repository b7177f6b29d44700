import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kaplanMeier, survivalQuantile } from '../../src/statistics/kaplan-meier.ts';
import { survivalQuantileOf } from '../../src/statistics/survival-quantile.ts';

/** Times of which many are equal, or few. */
const times = (maxLength: number, minLength = 0): fc.Arbitrary<Float64Array> =>
  fc
    .tuple(
      fc.array(fc.nat({ max: 1_000_000 }), { minLength, maxLength, size: 'max' }),
      fc.constantFrom(3, 20, 1000, 1_000_001),
      fc.constantFrom(1, 7),
    )
    .map(([list, few, unit]) => Float64Array.from(list, (time) => (time % few) / unit));

const asked = fc.record({
  q: fc.oneof(
    fc.constantFrom(0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99),
    fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  ),
  confidence: fc.constantFrom(0.5, 0.8, 0.95, 0.99, 0.999),
  /** Lengths of the parts that the ended ones are handed over in. */
  parts: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 5 }),
});

/** Ascending parts: none ends within equal times. */
function inParts(sorted: Float64Array, lengths: readonly number[]): readonly Float64Array[] {
  const parts: Float64Array[] = [];
  let from = 0;
  for (const length of [...lengths, sorted.length]) {
    let to = Math.min(sorted.length, from + length);
    while (to < sorted.length && sorted[to] === sorted[to - 1]) to += 1;
    parts.push(sorted.subarray(from, to));
    from = to;
  }
  return parts;
}

it('is that of the curve, to the bit', () => {
  const some = fc.oneof(fc.tuple(times(30), times(20)), fc.tuple(times(1500, 500), times(300)));
  fc.assert(
    fc.property(some, asked, ([ended, open], { q, confidence, parts }) => {
      const cases = { length: ended.length, ended: inParts(ended.slice().sort(), parts), open };
      const expected = survivalQuantile(kaplanMeier(ended, open), q, confidence);
      expect(survivalQuantileOf(cases, q, confidence)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});
