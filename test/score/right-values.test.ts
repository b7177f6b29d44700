import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/model/target.ts';
import { endedShort, valuesShort } from '../../src/score/right/values.ts';
import { quantileFigure } from '../../src/vocabulary/measures/quantile-figure.ts';

const targetOf = (op: Target['op'], value: number): Target => ({ op, value, unit: 'seconds', text: '' });

/** Does the figure of the measure itself meet the target? */
function meets(values: readonly number[], open: readonly number[], q: number, target: Target): boolean {
  const sample = {
    kind: 'values',
    values: Float64Array.from(values).sort(),
    open: Float64Array.from(open),
    excluded: 0,
  } as const;
  const operand = { kind: 'column', column: 'wait', at: null } as const;
  const { value } = quantileFigure(sample, { kind: 'quantile', operand, q }, { confidence: 0.95, target });
  return value !== null && (target.op === '<=' ? value <= target.value : value >= target.value);
}

const q = fc.constantFrom(0.1, 0.5, 0.55, 0.75, 0.9, 0.95, 0.99);
const times = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 30 });

/** The list with `number` of those that are off the target, in the order that `keys` gives, put elsewhere. */
function moved(
  list: readonly number[],
  isOff: (value: number) => boolean,
  number: number,
  keys: readonly number[],
  place: (at: number) => number,
): number[] {
  const off = list.flatMap((value, index) => (isOff(value) ? [index] : []));
  const first = off.toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b).slice(0, number);
  return list.map((value, index) => (first.includes(index) ? place(index) : value));
}

describe('how many more values had to meet the target', () => {
  it('is enough wherever they had been, and one fewer is not where they had only just met it', () => {
    fc.assert(
      fc.property(
        times,
        q,
        fc.constantFrom('<=' as const, '>=' as const),
        fc.nat({ max: 40 }),
        fc.array(fc.nat({ max: 40 }), { minLength: 30, maxLength: 30 }),
        (values, share, op, limit, keys) => {
          const target = targetOf(op, limit);
          fc.pre(!meets(values, [], share, target));
          const isOff = (value: number): boolean => (op === '<=' ? value > limit : value < limit);
          const anywhere = (at: number): number => (op === '<=' ? limit - (keys[at] ?? 0) : limit + (keys[at] ?? 0));
          const short = valuesShort(Float64Array.from(values).sort(), share, target);
          expect(short).not.toBeNull();
          const number = short ?? 0;
          expect(meets(moved(values, isOff, number, keys, anywhere), [], share, target)).toBe(true);
          expect(
            meets(
              moved(values, isOff, number - 1, keys, () => limit),
              [],
              share,
              target,
            ),
          ).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is null where nothing was measured', () => {
    expect(valuesShort(new Float64Array(0), 0.5, targetOf('<=', 5))).toBeNull();
  });
});

describe('how many more had to end within the target, with some still open', () => {
  it('is the least number that is enough whenever within it they had ended', () => {
    fc.assert(
      fc.property(
        times,
        times,
        q,
        fc.nat({ max: 30 }),
        fc.array(fc.nat({ max: 1000 }), { minLength: 60, maxLength: 60 }),
        (values, open, share, limit, keys) => {
          const target = targetOf('<=', limit);
          fc.pre(!meets(values, open, share, target));
          const late = values.map((value, index) => ({ value, index, isOpen: false }));
          const waiting = open.map((value, index) => ({ value, index, isOpen: true }));
          // An open one of that age has outlasted the target; a younger one may yet meet it, and stays as it is.
          const off = [...late.filter(({ value }) => value > limit), ...waiting.filter(({ value }) => value >= limit)]
            .map((one, at) => ({ ...one, key: keys[at] ?? 0 }))
            .toSorted((a, b) => a.key - b.key);
          const meetsWith = (number: number, place: (key: number) => number): boolean => {
            const chosen = off.slice(0, number);
            const isChosen = (index: number, isOpen: boolean): boolean =>
              chosen.some((one) => one.index === index && one.isOpen === isOpen);
            return meets(
              [...values.filter((_, index) => !isChosen(index, false)), ...chosen.map(({ key }) => place(key))],
              open.filter((_, index) => !isChosen(index, true)),
              share,
              target,
            );
          };
          const short = endedShort(Float64Array.from(values).sort(), Float64Array.from(open), share, limit);
          if (short === null) {
            const isAllEnded = open.every((age) => age >= limit);
            expect(isAllEnded || !meetsWith(off.length, () => 0)).toBe(true);
            return;
          }
          expect(meetsWith(short, (key) => key % (limit + 1))).toBe(true);
          expect(meetsWith(short, () => limit)).toBe(true);
          expect(meetsWith(short - 1, () => 0)).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });
});
