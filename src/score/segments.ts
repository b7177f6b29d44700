import type { SegmentReport, Verdict } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import type { Figure } from '../vocabulary/measures/sample.ts';
import { excess, gap } from './figures.ts';
import { type JudgeContext, type Judged, judge } from './judge.ts';
import { groupsBy, type Settled } from './settle/index.ts';
import { standOut } from './stand-out.ts';

/** One value of a segment (or of several that are crossed), judged. */
export interface JudgedSegment {
  readonly by: string;
  readonly is: string;
  /** The same apart: several names and values where segments are crossed. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  /** Groups of the tally that it is the sum of. */
  readonly groups: readonly number[];
  readonly judged: Judged;
}

export const CROSS = ' x ';

/**
 * Judges each value of a split. Values without an occasion of the promise are left out, but for those that are known
 * without any: blocks of the week.
 *
 * @param hasOccasions - of a ratio there may be events where there are no cases
 */
export function judgeSegments(
  settled: Settled,
  split: readonly string[],
  context: JudgeContext,
  blocks: readonly string[] | null = null,
  hasOccasions: (figure: Figure) => boolean = ({ cases, pending }) => cases + pending > 0,
): readonly JudgedSegment[] {
  const { keys } = settled;
  const lists = split.map((name) => keys.segments.indexOf(name));
  if (lists.includes(-1)) return [];
  // Told apart by code: a label may itself hold what stands between crossed ones.
  const codesOf = (group: number): readonly number[] => lists.map((list) => keys.codes[list]?.[group] ?? 0);
  const parts = [...groupsBy(keys, (group) => codesOf(group).join(' ')).values()].map((groups) => ({
    values: codesOf(groups[0] ?? 0).map((code, place) => keys.labels[lists[place] ?? 0]?.[code] ?? ''),
    groups,
  }));
  const met = new Set(parts.map(({ values }) => values.join(CROSS)));
  const silent = (blocks ?? []).filter((block) => !met.has(block)).map((block) => ({ values: [block], groups: [] }));
  return [...parts, ...silent]
    .map(({ values, groups }): JudgedSegment => {
      const judged = judge(settled.cut(groups), context);
      return { by: split.join(CROSS), is: values.join(CROSS), names: split, values, groups, judged };
    })
    .filter(({ judged: { figure }, is }) => hasOccasions(figure) || (blocks ?? []).includes(is));
}

/** The values of one split as the report bears them. `isJudged` is false where the target is the whole's. */
export function segmentReports(
  segments: readonly JudgedSegment[],
  target: Target,
  confidence: number,
  isJudged: boolean,
): readonly SegmentReport[] {
  const stands = standOut(
    segments.map(({ judged: { figure } }) => figure),
    1 - confidence,
  );
  return segments.map(({ by, is, judged: { figure, verdict } }, index) => {
    const { value, cases, kept, missed, pending } = figure;
    return {
      by,
      is,
      value,
      cases,
      kept,
      missed,
      pending,
      excess: beyond(figure, target),
      stands_out: stands[index] ?? null,
      verdict: isJudged ? verdict : null,
    };
  });
}

/** By misses beyond what the target allows, or by the value against the target, then by name. */
export function worstFirst(segments: readonly SegmentReport[], target: Target): readonly SegmentReport[] {
  return segments.toSorted((a, b) => badness(b, target) - badness(a, target) || byName(a, b));
}

type Counted = Pick<Figure, 'value' | 'cases' | 'kept' | 'missed'> & { readonly verdict: Verdict | null };

/** Misses beyond what the target allows; null where the measure is no share. */
function beyond({ cases, kept, missed }: Omit<Counted, 'verdict'>, { op, value }: Target): number | null {
  if (kept === null || missed === null || cases === 0 || op === '<=') return null;
  return excess({ kept, missed }, value);
}

/** How bad it is, in a measure that all segments of a cell share; least where nothing is known. */
export function badness(counted: Counted, target: Target): number {
  const misses = beyond(counted, target);
  if (misses !== null) return misses;
  // Finite, as the difference of two infinities is none.
  if (counted.value !== null) return -gap(counted.value, target);
  // Missed without a value: never reached.
  return fails(counted.verdict) ? Number.MAX_VALUE : -Number.MAX_VALUE;
}

export function fails(verdict: Verdict | null): boolean {
  return verdict === 'missed' || verdict === 'waived';
}

/** Of segments that are equally bad, whichever row came first. */
export function byName(a: Pick<SegmentReport, 'by' | 'is'>, b: Pick<SegmentReport, 'by' | 'is'>): number {
  const left = `${a.by}\u0000${a.is}`;
  const right = `${b.by}\u0000${b.is}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
