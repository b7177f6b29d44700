import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail } from '../../src/statistics/chi-square.ts';
import { chiSquareTest } from '../../src/statistics/chi-square-test.ts';
import { keyness } from '../../src/statistics/keyness.ts';
import { twinG } from '../act/why/words-twin.ts';

const side = fc
  .integer({ min: 1, max: 100_000 })
  .chain((cases) => fc.record({ holding: fc.integer({ min: 0, max: cases }), cases: fc.constant(cases) }));

describe('keyness', () => {
  it('the bigram "the swiss" of Dunning 1993, table 1: 270.72', () => {
    // k(AB) 110, k(A~B) 2442, k(~AB) 111, k(~A~B) 29114.
    const test = keyness({ holding: 110, cases: 110 + 2442 }, { holding: 111, cases: 111 + 29114 });
    expect(test?.g).toBeCloseTo(270.72, 2);
    expect(test?.more).toBe('a');
  });

  it('is the sum over four cells, and its p the tail of chi-squared with 1 degree of freedom', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const test = keyness(a, b);
        const twin = twinG([
          [a.holding, b.holding],
          [a.cases - a.holding, b.cases - b.holding],
        ]);
        expect(Math.abs((test?.g ?? Number.NaN) - twin)).toBeLessThan(1e-9 * Math.max(1, twin));
        expect(Math.abs((test?.p ?? Number.NaN) - chiSquareTail(test?.g ?? Number.NaN, 1))).toBeLessThan(1e-12);
        const ahead = a.holding * b.cases - b.holding * a.cases;
        expect(test?.more).toBe(ahead > 0 ? 'a' : ahead < 0 ? 'b' : null);
      }),
    );
  });

  it('mirrors: sides swap its direction, the lack of a word is told as far from chance as the word', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const test = keyness(a, b);
        const swapped = keyness(b, a);
        const lacking = keyness({ ...a, holding: a.cases - a.holding }, { ...b, holding: b.cases - b.holding });
        for (const other of [swapped, lacking]) {
          expect(other?.g).toBeCloseTo(test?.g ?? Number.NaN, 8);
          expect(other?.more).toBe(test?.more === null ? null : test?.more === 'a' ? 'b' : 'a');
        }
      }),
    );
  });

  it("comes near to Pearson's chi-squared where shares are near and cases many, to the last digits that matter", () => {
    const a = { holding: 500_100, cases: 2_500_000 };
    const b = { holding: 500_000, cases: 2_500_000 };
    const pearson = chiSquareTest([a, b].map(({ holding, cases }) => ({ kept: holding, cases })));
    expect((keyness(a, b)?.g ?? 0) / (pearson?.chiSquare ?? 1)).toBeCloseTo(1, 4);
  });

  it('keeps the digits of what chance cannot bring about', () => {
    const test = keyness({ holding: 900, cases: 1000 }, { holding: 100, cases: 1000 });
    expect(test?.p).toBeGreaterThan(0);
    expect(test?.p).toBeLessThan(1e-200);
  });

  it.each([
    { a: [0, 0], b: [3, 9], says: null },
    { a: [3, 9], b: [0, 0], says: null },
    { a: [0, 7], b: [0, 9], says: { g: 0, p: 1, more: null } },
    { a: [7, 7], b: [9, 9], says: { g: 0, p: 1, more: null } },
    { a: [2, 6], b: [3, 9], says: { g: 0, p: 1, more: null } },
  ] as const)('$a and $b', ({ a, b, says }) => {
    expect(keyness({ holding: a[0], cases: a[1] }, { holding: b[0], cases: b[1] })).toEqual(says);
  });
});
