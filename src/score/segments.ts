import type { SegmentReport } from '../model/report.ts';
import type { GroupKeys } from '../model/tally.ts';
import { excess } from './figures.ts';
import { type JudgeContext, type Judged, judge } from './judge.ts';
import { type SettledShare, sumBy } from './share.ts';

/** One value of a segment (or of several that are crossed), judged. */
export interface JudgedSegment {
  readonly by: string;
  readonly is: string;
  /** The same apart: several names and values where segments are crossed. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly judged: Judged;
}

const CROSS = ' x ';

/** Judges each value of a split; values without an occasion of the promise are left out. */
export function judgeSegments(
  settled: SettledShare,
  keys: GroupKeys,
  split: readonly string[],
  context: JudgeContext,
): readonly JudgedSegment[] {
  const lists = split.map((name) => keys.segments.indexOf(name));
  const codesOf = (group: number): readonly number[] => lists.map((list) => keys.codes[list]?.[group] ?? 0);
  const labels = new Map<string, readonly string[]>();
  // Told apart by code: a label may itself hold what stands between crossed ones.
  const sums = sumBy(settled, (group) => {
    const codes = codesOf(group);
    const key = codes.join(' ');
    if (!labels.has(key)) {
      labels.set(
        key,
        codes.map((code, place) => keys.labels[lists[place] ?? 0]?.[code] ?? ''),
      );
    }
    return key;
  });
  return [...sums]
    .map(([key, counts]) => {
      const values = labels.get(key) ?? [];
      return { by: split.join(CROSS), is: values.join(CROSS), names: split, values, judged: judge(counts, context) };
    })
    .filter(({ judged }) => judged.cases + judged.counts.pending > 0);
}

/** Worst first: by misses beyond what the target allows, then by name. */
export function segmentReports(segments: readonly JudgedSegment[], target: number): readonly SegmentReport[] {
  return segments
    .map(({ by, is, judged }) => ({
      by,
      is,
      value: judged.value,
      cases: judged.cases,
      kept: judged.counts.kept,
      missed: judged.counts.missed,
      pending: judged.counts.pending,
      excess: judged.cases === 0 ? null : excess(judged.counts, target),
      verdict: judged.verdict,
    }))
    .sort((a, b) => (b.excess ?? Number.NEGATIVE_INFINITY) - (a.excess ?? Number.NEGATIVE_INFINITY) || order(a, b));
}

function order(a: SegmentReport, b: SegmentReport): number {
  const left = `${a.by}\u0000${a.is}`;
  const right = `${b.by}\u0000${b.is}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
