import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { kitagawa } from '../../statistics/kitagawa.ts';
import { type Figure, figureOf } from '../../vocabulary/measures/index.ts';
import type { CellContext } from '../cell.ts';
import type { JudgedPeriod } from '../periods.ts';
import { ENOUGH_CASES, POOLED } from '../pooled.ts';
import type { Settled } from '../settle/index.ts';
import { comparable } from '../trend.ts';
import { figuresInWords, pointsInWords } from '../words.ts';
import { placeOfCell } from './place.ts';
import type { Scored } from './scored.ts';

/** Values of a split that are named in the sentence. */
const MOST_NAMED = 4;

/** A value of a split with enough cases on both sides. */
interface Moved {
  readonly name: string;
  readonly before: Side;
  readonly after: Side;
}
type Side = Pick<Figure, 'kept' | 'cases'> & { readonly value: number };

/**
 * A figure that moved, from the first period to the last, against every value of a segment: the values did not become
 * worse (or better), their weights shifted (Simpson's paradox).
 */
export function simpson({ settled, compared, splits, context }: Scored): readonly Diagnostic[] {
  const periods = comparable(compared);
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined || first === last || !POOLED.has(context.measure.kind)) return [];
  const [whole, then] = [first.judged.figure.value, last.judged.figure.value];
  if (whole === null || then === null) return [];
  const say = figuresInWords(context.pledge);
  return splits.flatMap((split) => {
    const groups = split.segments.map(({ is, groups: own }): Moved | null => {
      const [before, after] = [first, last].map((period) => sideOf(settled, period, own, context));
      return before == null || after == null ? null : { name: is, before, after };
    });
    const known = groups.filter((group) => group !== null);
    if (known.length < 2 || known.length < groups.length) return [];
    if (!known.every(({ before, after }) => (after.value - before.value) * (then - whole) < 0)) return [];
    const named = known
      .slice(0, MOST_NAMED)
      .map(({ name, before, after }) => `${name} ${say(before.value)} to ${say(after.value)}`);
    const args = {
      ...placeOfCell(context),
      by: split.names.join(' and '),
      rises: then > whole,
      before: say(whole),
      after: say(then),
      named,
      more: known.length - named.length,
      ...partsOf(known),
    };
    return [diagnose('simpson', args, context.pledge.measurePosition)];
  });
}

/** One period of one value of a segment; null where it has too few cases. */
function sideOf(
  settled: Settled,
  period: JudgedPeriod,
  segment: readonly number[],
  { measure, confidence, pledge }: CellContext,
): Side | null {
  const within = new Set(period.groups);
  const { sample } = settled.cut(segment.filter((group) => within.has(group)));
  const { value, kept, cases } = figureOf(sample, measure, { confidence, target: pledge.target });
  return value === null || cases < ENOUGH_CASES ? null : { value, kept, cases };
}

/** What changed within comes to, and what the changed weights come to; null where the figures are no shares. */
function partsOf(groups: readonly Moved[]): { readonly rate: string | null; readonly mix: string | null } {
  const shares = groups.flatMap(({ name, before, after }) =>
    before.kept === null || after.kept === null
      ? []
      : [
          {
            name,
            before: { kept: before.kept, cases: before.cases },
            after: { kept: after.kept, cases: after.cases },
          },
        ],
  );
  const parts = shares.length < groups.length ? null : kitagawa(shares);
  return parts === null
    ? { rate: null, mix: null }
    : { rate: pointsInWords(parts.rate), mix: pointsInWords(parts.mix) };
}
