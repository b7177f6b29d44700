import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/statistics/moments.ts';
import type { SortedArray } from '../../src/statistics/radix-sort.ts';
import { type Runs, valueAtRank } from '../../src/statistics/rank-of-runs.ts';
import { momentsOfSorted, SortedRuns, stretchesOfSorted } from '../../src/statistics/sorted-runs.ts';
import { arrayLike } from '../../src/statistics/stretches-of-runs.ts';
import { lists } from './sorted.ts';

/** A list cut into runs, of which some are left out. */
interface Cut {
  readonly runs: Runs;
  /** All values of the runs. */
  readonly sorted: SortedArray;
}

const cuts = (list: SortedArray, places: readonly number[], kept: readonly boolean[]): Cut => {
  const bounds = [0, ...places.map((place) => place % (list.length + 1)).sort((a, b) => a - b), list.length];
  const values = list.slice();
  const windows = bounds.slice(1).map((to, at) => ({ from: bounds[at] ?? 0, to }));
  for (const { from, to } of windows) values.subarray(from, to).sort();
  const chosen = windows.filter((_, at) => kept[at % kept.length] ?? true);
  const sorted = arrayLike(
    list,
    chosen.reduce((sum, { from, to }) => sum + to - from, 0),
  );
  let at = 0;
  for (const { from, to } of chosen) {
    sorted.set(values.subarray(from, to), at);
    at += to - from;
  }
  const [from, to] = [chosen.map((own) => own.from), chosen.map((own) => own.to)];
  return { runs: { values, from: Int32Array.from(from), to: Int32Array.from(to) }, sorted: sorted.sort() };
};

const cutOf = (list: fc.Arbitrary<SortedArray>, most: number): fc.Arbitrary<Cut> =>
  fc
    .tuple(list, fc.array(fc.nat(), { maxLength: most }), fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }))
    .map(([values, places, kept]) => cuts(values, places, kept));

const seen = (runs: Runs, sorted: SortedArray): SortedRuns => new SortedRuns(runs, () => momentsOf(sorted));

describe('runs seen as one list', () => {
  it('have at each rank what their sorted values have there', () => {
    fc.assert(
      fc.property(cutOf(lists(60), 12), ({ runs, sorted }) => {
        const ranks = [...sorted.keys()];
        expect(ranks.map((rank) => valueAtRank(runs, rank))).toEqual([...sorted]);
        const list = seen(runs, sorted);
        expect(list).toHaveLength(sorted.length);
        expect(ranks.map((rank) => list.at(rank))).toEqual([...sorted]);
        expect([list.at(-1), list.at(sorted.length)]).toEqual([undefined, undefined]);
        expect(momentsOfSorted(list)).toEqual(momentsOfSorted(sorted));
      }),
      { numRuns: 500 },
    );
  });

  it('also where they are long', () => {
    fc.assert(
      fc.property(cutOf(lists(6000, 3000), 4), fc.array(fc.nat(), { maxLength: 20 }), ({ runs, sorted }, ranks) => {
        const list = seen(runs, sorted);
        for (const rank of ranks) {
          const at = sorted.length === 0 ? 0 : rank % sorted.length;
          expect(list.at(at)).toBe(sorted[at]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are read in ascending order, equal values together', () => {
    const expectAll = ({ runs, sorted }: Cut): number => {
      const parts = Array.from(stretchesOfSorted(seen(runs, sorted)), (part) => part.slice());
      for (const [at, part] of parts.entries()) if (at > 0) expect(parts[at - 1]?.at(-1)).toBeLessThan(part[0] ?? 0);
      expect(parts.flatMap((part) => [...part])).toEqual([...sorted]);
      return parts.length;
    };
    fc.assert(
      fc.property(cutOf(lists(100), 9), (cut) => void expectAll(cut)),
      { numRuns: 200 },
    );
    const spread = (index: number): number => Math.imul(index, 0x9e3779b1);
    const many = (value: (index: number) => number) => Int32Array.from({ length: 90_000 }, (_, index) => value(index));
    const places = [5, 20_000, 20_000, 50_000, 51_000, 80_000];
    for (const value of [spread, (index: number) => spread(index) >> 29, (index: number) => index, () => -7]) {
      const whole = cuts(many(value), places, [true, true, true, false]);
      const doubles = cuts(
        Float64Array.from(many(value), (one) => one / 8),
        places,
        [true],
      );
      const [parts, others] = [expectAll(whole), expectAll(doubles)];
      if (value === spread) expect(Math.min(parts, others)).toBeGreaterThan(3);
    }
  });
});
