import type { Pledge } from '../model/declaration.ts';
import type { Verdict } from '../model/report.ts';
import type { DayNumber, Instant } from '../model/time.ts';
import type { Bounds } from '../statistics/interval.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Counts } from './share.ts';

export interface JudgeContext {
  readonly pledge: Pledge;
  readonly confidence: number;
  readonly asOf: Instant | null;
  /** Local day of as_of, for waivers. */
  readonly asOfDay: DayNumber | null;
}

/** A figure with its verdict. */
export interface Judged {
  readonly counts: Counts;
  readonly cases: number;
  readonly value: number | null;
  readonly valueIfPendingMissed: number | null;
  readonly interval: Bounds | null;
  readonly verdict: Verdict;
  /** Why, in words. */
  readonly reason: string;
}

/** Judges counts against the pledge, by the table of verdicts of the language. `every` is judged apart. */
export function judge(counts: Counts, context: JudgeContext): Judged {
  const { kept, missed, pending } = counts;
  const cases = kept + missed;
  const figures = {
    counts,
    cases,
    value: cases === 0 ? null : kept / cases,
    valueIfPendingMissed: cases + pending === 0 ? null : kept / (cases + pending),
    interval: wilson(kept, cases, context.confidence),
  };
  return { ...figures, ...verdictOf(figures, context) };
}

type Figures = Pick<Judged, 'counts' | 'cases' | 'value' | 'valueIfPendingMissed' | 'interval'>;
type VerdictAndReason = Pick<Judged, 'verdict' | 'reason'>;

function verdictOf(figures: Figures, { pledge, asOf, asOfDay }: JudgeContext): VerdictAndReason {
  const { counts, cases, value, valueIfPendingMissed, interval } = figures;
  const { target, warn, judge: by, minCases, waived } = pledge;
  if (value === null) {
    return counts.pending > 0
      ? { verdict: 'unproven', reason: 'no deadline has passed yet' }
      : { verdict: 'unmeasured', reason: noCases(counts) };
  }
  if (cases < minCases) {
    return { verdict: 'unproven', reason: `fewer decided cases (${cases}) than min_cases (${minCases})` };
  }
  if (asOf !== null && counts.earliestDue > asOf) return { verdict: 'unproven', reason: 'no deadline has passed yet' };
  const { low, high } = interval ?? { low: value, high: value };
  if (by === 'interval' && low < target.value && target.value < high) {
    return { verdict: 'unproven', reason: 'its confidence interval holds the target' };
  }
  if (value < target.value) {
    // Where nothing bears a time, no day is past the end of the waiver.
    if (waived !== null && (asOfDay === null || asOfDay <= waived.until)) {
      return { verdict: 'waived', reason: `below the target, waived: ${waived.reason}` };
    }
    return { verdict: 'missed', reason: 'below the target' };
  }
  if (low < target.value && target.value !== 1 && target.value !== 0) {
    return { verdict: 'close', reason: 'meets the target, but its confidence interval reaches below it' };
  }
  if (warn !== null && value < warn) return { verdict: 'close', reason: 'meets the target, but is below warn' };
  if (valueIfPendingMissed !== null && valueIfPendingMissed < target.value) {
    return { verdict: 'close', reason: 'meets the target, but would not if every pending occasion were missed' };
  }
  return { verdict: 'kept', reason: 'meets the target' };
}

function noCases(counts: Counts): string {
  const { excluded, unreadable, filtered } = counts;
  if (excluded > 0) return 'no occasion that it applies to: a needed cell is blank in every one';
  if (unreadable > 0) return 'no occasion that could be read';
  if (filtered > 0) return 'no occasion that its where takes';
  return 'no occasion in the window';
}
