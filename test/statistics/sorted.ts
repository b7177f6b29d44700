import fc from 'fast-check';
import type { SortedArray } from '../../src/statistics/radix-sort.ts';

/** Numbers that sorts stumble over. */
const ODD = [0, -0, 1, -1, 0.1, 1e-300, 5e-324, 1e300, -1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** Lists of all kinds, up to a length: of few or many different values, whole or not, in order or not. */
export function lists(maxLength: number, minLength = 0): fc.Arbitrary<SortedArray> {
  const of = { minLength, maxLength, size: 'max' } as const;
  const halves = fc.integer({ min: -99, max: 99 }).map((half) => half / 2);
  const waits = fc.integer({ min: 0, max: 1e9 }).map((ms) => ms / 1000);
  const numbers = [fc.double({ noNaN: true }), fc.constantFrom(...ODD), halves, waits];
  return fc
    .oneof(
      ...[0xff, 0xffff, 0x7fffffff].map((max) => fc.int32Array({ ...of, min: ~max, max })),
      ...[...numbers, fc.oneof(...numbers)].map((number) =>
        fc.array(number, of).map((list) => Float64Array.from(list)),
      ),
    )
    .chain((list) => fc.constantFrom(list, list.slice().sort()));
}
