import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type KitagawaGroup, kitagawa } from '../../statistics/kitagawa.ts';
import type { CellContext } from '../cell.ts';
import type { JudgedPeriod } from '../periods.ts';
import type { Settled } from '../settle/index.ts';
import type { Split } from '../splits.ts';
import { comparable } from '../trend.ts';
import { figureInWords, pointsInWords } from '../words.ts';
import { placeOfCell } from './place.ts';

interface Scored {
  readonly settled: Settled;
  readonly compared: readonly JudgedPeriod[];
  readonly splits: readonly Split[];
  readonly context: CellContext;
}

/** Values of a split that are named in the sentence. */
const MOST_NAMED = 4;

/**
 * A share that moved, from the first period to the last, against every value of a segment: the values did not become
 * worse (or better), their weights shifted (Simpson's paradox).
 */
export function simpson({ settled, compared, splits, context }: Scored): readonly Diagnostic[] {
  const periods = comparable(compared);
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined || first === last) return [];
  return splits.flatMap((split) => {
    const groups = split.segments.map(({ is, groups: own }) => {
      const before = outcomesIn(settled, first, own);
      const after = outcomesIn(settled, last, own);
      return before === null || after === null ? null : { name: is, before, after };
    });
    const known = groups.filter((group) => group !== null);
    if (known.length < 2 || known.length < groups.length || !known.every(isOnBothSides)) return [];
    const parts = kitagawa(known);
    if (parts === null || !known.every((group) => changeOf(group) * parts.difference < 0)) return [];
    const share = (value: number): string => figureInWords(value, 'share');
    const named = known
      .slice(0, MOST_NAMED)
      .map(
        ({ name, before, after }) =>
          `${name} ${share(before.kept / before.cases)} to ${share(after.kept / after.cases)}`,
      );
    const args = {
      ...placeOfCell(context),
      by: split.names.join(' and '),
      rises: parts.difference > 0,
      before: share(parts.before),
      after: share(parts.after),
      named,
      more: known.length - named.length,
      rate: pointsInWords(parts.rate),
      mix: pointsInWords(parts.mix),
    };
    return [diagnose('simpson', args, context.pledge.measurePosition)];
  });
}

const isOnBothSides = ({ before, after }: KitagawaGroup): boolean => before.cases > 0 && after.cases > 0;

const changeOf = ({ before, after }: KitagawaGroup): number => after.kept / after.cases - before.kept / before.cases;

/** Outcomes of one period and one value of a segment; null where the measure is no share. */
function outcomesIn(
  settled: Settled,
  period: JudgedPeriod,
  segment: readonly number[],
): { readonly kept: number; readonly cases: number } | null {
  const within = new Set(period.groups);
  const { sample } = settled.cut(segment.filter((group) => within.has(group)));
  if (sample.kind === 'counts') return { kept: sample.kept, cases: sample.of };
  return sample.kind === 'outcomes' ? { kept: sample.kept, cases: sample.kept + sample.missed } : null;
}
