import { benjaminiHochberg } from '../../statistics/benjamini-hochberg.ts';
import type { Divided, Division, Part } from './divide.ts';
import { allowedOf, badnessOf, differs, excessOf, without } from './weights.ts';
import type { Weight, Yardstick } from './yardstick.ts';

/** A part of a division, held against the target and against all others of its division together. */
export interface Looked {
  readonly division: Division;
  readonly part: Part;
  readonly allowed: number | null;
  /** null where the measure has no unit in which parts add up. */
  readonly excess: number | null;
  readonly p: number | null;
  /** For as many as were tested. */
  readonly pAdjusted: number | null;
  /** Differs by more than chance; null where there is no test. */
  readonly stands: boolean | null;
  /** Worse than the others; null where it is the same, or there is nothing to compare. */
  readonly isWorse: boolean | null;
  /** Of a pair: differs from the rest of each of its two parts too; null for all else. */
  readonly isBeyondParts: boolean | null;
}

export interface Look {
  readonly rows: readonly Looked[];
  readonly tested: number;
  /** The greatest p-value that stands; 0 where none does. */
  readonly threshold: number;
}

/** Looks at every part of every division, all in one family of tests. */
export function look({ yardstick, whole, divisions, open }: Divided): Look {
  const { confidence } = open.context;
  const all = divisions.flatMap((division) => division.parts.map((part) => ({ division, part })));
  if (yardstick === null || whole === null) {
    return { rows: all.map((one) => ({ ...one, ...UNTESTED })), tested: 0, threshold: 0 };
  }
  const tests = all.map(({ part }) => test(part.weight, whole, confidence));
  const ps = tests.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
  const adjusted = benjaminiHochberg(ps.map(({ p }) => p));
  const adjustedAt = new Map(ps.map(({ index }, place) => [index, adjusted[place] ?? 1]));
  const level = 1 - confidence;
  const threshold = ps.reduce((most, { p }, place) => ((adjusted[place] ?? 1) <= level ? Math.max(most, p) : most), 0);
  const singles = new Map(
    all.flatMap(({ division, part }) =>
      division.names.length === 1 ? [[keyOf(division.by, part.is), part.weight] as const] : [],
    ),
  );
  const rows = all.map(({ division, part }, index): Looked => {
    const { weight } = part;
    const pAdjusted = adjustedAt.get(index) ?? null;
    const stands = pAdjusted === null ? null : pAdjusted <= level;
    const parents = division.names.map((name, place) => singles.get(keyOf(name, part.values[place] ?? '')) ?? null);
    return {
      division,
      part,
      allowed: weight === null ? null : allowedOf(weight, yardstick),
      excess: weight === null ? null : excessOf(weight, yardstick),
      p: tests[index] ?? null,
      pAdjusted,
      stands,
      isWorse: weight === null ? null : isWorse(weight, without(whole, weight), yardstick),
      isBeyondParts:
        division.kind !== 'pair'
          ? null
          : stands === true &&
            weight !== null &&
            isBeyond(weight, parents, { yardstick, whole, confidence, threshold }),
    };
  });
  return { rows, tested: ps.length, threshold };
}

const UNTESTED = {
  ...{ allowed: null, excess: null, p: null, pAdjusted: null, stands: null, isWorse: null, isBeyondParts: null },
} as const;

const keyOf = (by: string, is: string): string => JSON.stringify([by, is]);

function test(weight: Weight | null, whole: Weight, confidence: number): number | null {
  return weight === null ? null : differs(weight, without(whole, weight), confidence);
}

/** null where there is nothing on a side, or both are equally bad. */
export function isWorse(own: Weight, others: Weight, yardstick: Yardstick): boolean | null {
  const [a, b] = [badnessOf(own, yardstick), badnessOf(others, yardstick)];
  return a === null || b === null || a === b ? null : a > b;
}

interface Terms {
  readonly yardstick: Yardstick;
  readonly whole: Weight;
  readonly confidence: number;
  readonly threshold: number;
}

/** A pair that is no more than one of its parts is that part again. */
function isBeyond(own: Weight, parents: readonly (Weight | null)[], terms: Terms): boolean {
  const { yardstick, whole, confidence, threshold } = terms;
  const side = isWorse(own, without(whole, own), yardstick);
  return parents.every((parent) => {
    if (parent === null) return false;
    const rest = without(parent, own);
    const p = differs(own, rest, confidence);
    return p !== null && p <= threshold && isWorse(own, rest, yardstick) === side;
  });
}
