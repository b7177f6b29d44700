import type { CellReport, SegmentReport } from '../model/report.ts';

/** Below this, the level of a segment is an anecdote. */
const FEW = 5;

/**
 * The segment with most misses beyond the channel's own rate: not the largest one, and not one of a single case. For a
 * level the worst one that misses, and is worse than the whole. null where there is none.
 */
export function worstOf(cell: CellReport): SegmentReport | null {
  const { segments, value, kept, target } = cell;
  if (kept === null) {
    const isWorse = (figure: number | null): boolean =>
      figure !== null && value !== null && (target.op === '>=' ? figure < value : figure > value);
    return segments.find((part) => part.verdict === 'missed' && part.cases >= FEW && isWorse(part.value)) ?? null;
  }
  const rate = 1 - (value ?? 0);
  const beyond = ({ missed, cases: all }: SegmentReport): number => (missed === null ? 0 : missed - rate * all);
  const missed = segments.filter((segment) => segment.verdict === 'missed' && beyond(segment) > 0);
  return missed.toSorted((a, b) => beyond(b) - beyond(a)).at(0) ?? null;
}
