import type { Verdict } from '../model/report.ts';

/** Worst first; what is not known counts only where nothing else is known. */
const ORDER: readonly Verdict[] = ['missed', 'waived', 'close', 'kept', 'unproven', 'unmeasured'];

/** The verdict of several together: of channels for a promise, of promises for the brand. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return ORDER.find((verdict) => verdicts.includes(verdict)) ?? 'unmeasured';
}

/** Could it be judged? */
export function isMeasured(verdict: Verdict): boolean {
  return verdict !== 'unmeasured' && verdict !== 'unproven';
}

/** Kept, if only just. */
export function isKept(verdict: Verdict): boolean {
  return verdict === 'kept' || verdict === 'close';
}
