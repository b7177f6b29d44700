import type { Target } from '../model/target.ts';
import { shortfall } from './figures.ts';
import type { Judged, VerdictAndReason } from './judge.ts';
import { badness, byName, fails, type JudgedSegment } from './segments.ts';

const MOST_NAMED = 3;

/** With `every`, a segment that misses makes the cell missed, whatever the whole comes to, and is named: worst first. */
export function withEvery(
  { verdict, reason }: Judged,
  every: readonly JudgedSegment[],
  target: Target,
): VerdictAndReason {
  const bad = ({ judged }: JudgedSegment): number => badness({ ...judged.figure, verdict: judged.verdict }, target);
  const missing = every
    .filter(({ judged }) => fails(judged.verdict))
    .toSorted((a, b) => bad(b) - bad(a) || byName(a, b));
  const [first] = missing;
  if (first === undefined || fails(verdict)) return { verdict, reason };
  const named = missing
    .slice(0, MOST_NAMED)
    .map(({ names, values }) => names.map((name, at) => `${name} ${values[at] ?? ''}`).join(' and '));
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : '';
  return {
    verdict: first.judged.verdict,
    reason: `not every segment meets the target: ${named.join(', ')}${more}`,
  };
}

/**
 * Occasions more that had to be kept. With `every`, each segment has to reach the target: what they lack together,
 * where that is more. null where no occasion of a share is decided.
 */
export function shortfallWithEvery(whole: Judged, every: readonly JudgedSegment[], target: Target): number | null {
  const own = shortfallOf(whole, target);
  if (own === null) return null;
  const bySplit = new Map<string, number>();
  for (const segment of every.filter(({ judged }) => fails(judged.verdict))) {
    const short = shortfallOf(segment.judged, target) ?? 0;
    bySplit.set(segment.by, (bySplit.get(segment.by) ?? 0) + short);
  }
  return Math.max(own, ...bySplit.values());
}

function shortfallOf({ figure: { kept, missed } }: Judged, { op, value }: Target): number | null {
  if (kept === null || missed === null || kept + missed === 0 || op === '<=') return null;
  return shortfall({ kept, missed }, value);
}
