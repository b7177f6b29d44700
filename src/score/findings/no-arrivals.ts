import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { rangesOf } from '../blocks.ts';
import type { JudgedSegment } from '../segments.ts';
import { placeOfCell } from './place.ts';
import type { Scored } from './scored.ts';

/** Stretches of the week that are named in the sentence. */
const MOST_NAMED = 4;

/** Blocks of the day or the week in which no occasion began, where `every` asks that each of them keeps the promise. */
export function noArrivals({ splits, context }: Scored): readonly Diagnostic[] {
  return splits.flatMap(({ names, blocks, segments }) => {
    if (blocks === null) return [];
    const silent = new Set(segments.filter(isSilent).map(({ is }) => is));
    const count = blocks.filter((block) => silent.has(block)).length;
    // A channel on which nothing happened at all says so itself.
    if (count === 0 || count === blocks.length) return [];
    const ranges = rangesOf(blocks, silent);
    const named = ranges.slice(0, MOST_NAMED);
    const args = {
      ...placeOfCell(context),
      by: names.join(''),
      count,
      of: blocks.length,
      named,
      more: ranges.length - named.length,
    };
    return [diagnose('no-arrivals', args, context.pledge.measurePosition)];
  });
}

function isSilent({ judged: { figure, beside } }: JudgedSegment): boolean {
  return figure.cases + figure.pending + beside.excluded + beside.unreadable === 0;
}
