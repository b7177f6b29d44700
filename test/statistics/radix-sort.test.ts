import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type SortedArray, sortNumbers } from '../../src/statistics/radix-sort.ts';
import { arrayLike } from '../../src/statistics/stretches-of-runs.ts';
import { lists } from './sorted.ts';

function expectSorted(values: SortedArray): void {
  const mine = values.slice();
  sortNumbers(mine, arrayLike(mine, mine.length + 1));
  expect([...mine]).toEqual([...values.slice().sort()]);
}

it('sorts as typed arrays do, -0 before 0', () => {
  fc.assert(fc.property(fc.oneof(lists(40), lists(1000, 250)), expectSorted), { numRuns: 300 });
});

it('sorts very many, far apart or close to each other', () => {
  const spread = (index: number): number => Math.imul(index, 0x9e3779b1);
  expectSorted(Int32Array.from({ length: 70_000 }, (_, index) => spread(index)));
  expectSorted(Float64Array.from({ length: 70_000 }, (_, index) => (spread(index) >>> 12) / 1000));
  expectSorted(
    Float64Array.from({ length: 70_000 }, (_, index) => (index === 999 ? 1e200 : (spread(index) % 997) / 3)),
  );
});
