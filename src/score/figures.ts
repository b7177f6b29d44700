import type { Pledge } from '../model/declaration.ts';
import type { Counts } from './share.ts';

/** Rounds away what binary fractions leave behind, as in 0.07 x 100: twelve digits are kept. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** Occasions more that had to be kept; 0 where the target is met. */
export function shortfall({ kept, missed }: Counts, target: number): number {
  const cases = kept + missed;
  if (cases === 0) return 0;
  let short = Math.max(0, Math.ceil(tidy(target * cases - kept)));
  // The quotient is what is judged, so it has the last word.
  while (short > 0 && (kept + short - 1) / cases >= target) short -= 1;
  while ((kept + short) / cases < target && short < missed) short += 1;
  return short;
}

export interface Budget {
  readonly allowed: number;
  readonly spent: number | null;
  readonly left: number;
}

/** Misses that the target allows, the part of them that is spent, and how many more the window can bear. */
export function budget({ kept, missed }: Counts, target: number): Budget | null {
  const cases = kept + missed;
  if (cases === 0) return null;
  const allowed = tidy(cases - target * cases);
  return { allowed, spent: allowed === 0 ? null : missed / allowed, left: Math.max(0, Math.floor(allowed - missed)) };
}

/** Misses beyond what the target allows: below zero where it is met with room to spare. */
export function excess({ kept, missed }: Counts, target: number): number {
  return tidy(missed - (kept + missed - target * (kept + missed)));
}

/** 0 at the floor (else at nothing kept), 100 at the target. */
export function score(value: number | null, { target, floor }: Pledge): number | null {
  if (value === null) return null;
  const low = floor ?? 0;
  if (!(target.value > low)) return null;
  return tidy(Math.min(100, Math.max(0, (100 * (value - low)) / (target.value - low))));
}
