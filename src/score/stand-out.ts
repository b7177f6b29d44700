import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { differenceP } from '../statistics/two-proportions.ts';
import type { Figure } from '../vocabulary/measures/sample.ts';

/**
 * Which values of a split differ from all others together by more than chance, as many as were looked at; null where
 * there is no share to compare, or nothing to compare it with.
 *
 * @param level - the part of those that stand out which chance may bring about, as 0.05
 */
export function standOut(
  figures: readonly Pick<Figure, 'kept' | 'missed'>[],
  level: number,
): readonly (boolean | null)[] {
  const parts = figures.map(({ kept, missed }) =>
    kept === null || missed === null ? null : { kept, cases: kept + missed },
  );
  const kept = parts.reduce((sum, part) => sum + (part?.kept ?? 0), 0);
  const cases = parts.reduce((sum, part) => sum + (part?.cases ?? 0), 0);
  const ps = parts.map((part) =>
    part === null ? null : differenceP(part, { kept: kept - part.kept, cases: cases - part.cases }),
  );
  const known = ps.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
  const adjusted = benjaminiHochberg(known.map(({ p }) => p));
  const stands = new Map(known.map(({ index }, place) => [index, (adjusted[place] ?? 1) <= level]));
  return figures.map((_, index) => stands.get(index) ?? null);
}
