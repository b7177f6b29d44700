import { benjaminiHochberg } from '../../statistics/benjamini-hochberg.ts';
import type { Divided, Division, Part } from './divide.ts';
import { interaction } from './interaction.ts';
import { allowedOf, badnessOf, differs, excessOf, leastP, without } from './weights.ts';
import type { Weight, Yardstick } from './yardstick.ts';

/** A part of a division, held against the target and against all others of its division together. */
export interface Looked {
  readonly division: Division;
  readonly part: Part;
  readonly allowed: number | null;
  /** null where the measure has no unit in which parts add up. */
  readonly excess: number | null;
  readonly p: number | null;
  /** For as many of its family as were tested; null where no count of misses could have stood. */
  readonly pAdjusted: number | null;
  /** Differs by more than chance; null where there is no test. */
  readonly stands: boolean | null;
  /** Worse than the others; null where it is the same, or there is nothing to compare. */
  readonly isWorse: boolean | null;
  /** Of a pair: it is worse, or better, than its two parts together let expect; null for all else. */
  readonly isBeyondParts: boolean | null;
}

export interface Look {
  readonly rows: readonly Looked[];
  readonly tested: number;
  /** The greatest p-value that stands, by family; 0 where none does. */
  readonly thresholds: Readonly<Record<Family, number>>;
}

/** Tests that are adjusted for each other: segments, pairs of them, times; words are a family of their own. */
type Family = Division['kind'];

/** Looks at every part of every division. */
export function look({ yardstick, whole, divisions, open }: Divided): Look {
  const { confidence } = open.context;
  const level = 1 - confidence;
  const all = divisions.flatMap((division) => division.parts.map((part) => ({ division, part })));
  if (yardstick === null || whole === null) {
    const rows = all.map((one) => ({ ...one, ...UNTESTED }));
    return { rows, tested: 0, thresholds: { segment: 0, pair: 0, time: 0 } };
  }
  const ps = all.map(({ part }) => test(part.weight, whole, confidence));
  const tested = all.map(({ part: { weight } }, index) => {
    const canStand = weight !== null && leastP(weight, whole) <= level;
    return canStand ? (ps[index] ?? null) : null;
  });
  const families = all.map(({ division }) => division.kind);
  const adjusted = adjustedWithin(families, tested);
  const thresholds = { segment: 0, pair: 0, time: 0 };
  for (const [index, kind] of families.entries()) {
    if ((adjusted[index] ?? 1) <= level) thresholds[kind] = Math.max(thresholds[kind], tested[index] ?? 0);
  }
  const singles = new Map(
    all.flatMap(({ division, part }) =>
      division.names.length === 1 ? [[keyOf(division.by, part.is), part.weight] as const] : [],
    ),
  );
  const beyond = beyondParts(all, singles, { yardstick, whole, level });
  const rows = all.map(({ division, part }, index): Looked => {
    const { weight } = part;
    const pAdjusted = adjusted[index] ?? null;
    const stands = pAdjusted === null ? null : pAdjusted <= level;
    const isWorseHere = weight === null ? null : isWorse(weight, without(whole, weight), yardstick);
    return {
      division,
      part,
      allowed: weight === null ? null : allowedOf(weight, yardstick),
      excess: weight === null ? null : excessOf(weight, yardstick),
      p: ps[index] ?? null,
      pAdjusted,
      stands,
      isWorse: isWorseHere,
      isBeyondParts: division.kind !== 'pair' ? null : stands === true && beyond.get(index) === isWorseHere,
    };
  });
  return { rows, tested: tested.filter((p) => p !== null).length, thresholds };
}

/** Benjamini and Hochberg's, within each family; null where there was no test. */
function adjustedWithin(families: readonly Family[], ps: readonly (number | null)[]): readonly (number | null)[] {
  const adjusted = ps.map((): number | null => null);
  for (const family of new Set(families)) {
    const own = ps.flatMap((p, index) => (p === null || families[index] !== family ? [] : [{ p, index }]));
    const found = benjaminiHochberg(own.map(({ p }) => p));
    for (const [place, { index }] of own.entries()) adjusted[index] = found[place] ?? 1;
  }
  return adjusted;
}

interface Terms {
  readonly yardstick: Yardstick;
  readonly whole: Weight;
  readonly level: number;
}

/** Pairs that are worse (true) or better (false) than their two parts together let expect, adjusted for as many as were tested. */
function beyondParts(
  all: readonly { readonly division: Division; readonly part: Part }[],
  singles: ReadonlyMap<string, Weight | null>,
  { yardstick, whole, level }: Terms,
): ReadonlyMap<number, boolean> {
  const tests = all.flatMap(({ division, part }, index) => {
    const [one, other] = division.names.map(
      (name, place) => singles.get(keyOf(name, part.values[place] ?? '')) ?? null,
    );
    if (division.kind !== 'pair' || part.weight === null || one == null || other == null) return [];
    const found = interaction(part.weight, [one, other], whole, yardstick);
    return found === null ? [] : [{ index, ...found }];
  });
  const adjusted = benjaminiHochberg(tests.map(({ p }) => p));
  return new Map(
    tests.flatMap(({ index, isWorse: worse }, place) => ((adjusted[place] ?? 1) <= level ? [[index, worse]] : [])),
  );
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
