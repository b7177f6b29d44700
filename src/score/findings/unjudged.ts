import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { placeOfCell } from './place.ts';
import type { Scored } from './scored.ts';

/** `every` asks it of each segment, and `min_cases` lets none of them be judged: then nothing was asked. */
export function unjudged({ splits, context }: Scored): readonly Diagnostic[] {
  const { minCases, measurePosition } = context.pledge;
  return splits.flatMap(({ names, isPledged, segments }) => {
    const held = segments.filter(({ judged }) => judged.figure.cases > 0);
    const isJudged = held.some(({ judged: { verdict } }) => verdict !== 'unproven' && verdict !== 'unmeasured');
    if (!isPledged || held.length === 0 || isJudged) return [];
    const args = { ...placeOfCell(context), by: names.join(' x '), count: held.length, minCases };
    return [diagnose('every-unjudged', args, measurePosition)];
  });
}
