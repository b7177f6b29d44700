import type { Pledge } from '../model/declaration.ts';
import type { Target } from '../model/target.ts';

/** Rounds away what binary fractions leave behind, as in 0.07 x 100: twelve digits are kept. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** What the outcomes of a share come to. */
export interface Outcomes {
  readonly kept: number;
  readonly missed: number;
}

/** Occasions more that had to be kept; 0 where the target is met. */
export function shortfall({ kept, missed }: Outcomes, target: number): number {
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
export function budget({ kept, missed }: Outcomes, target: number): Budget | null {
  const cases = kept + missed;
  if (cases === 0) return null;
  const allowed = tidy(cases - target * cases);
  return { allowed, spent: allowed === 0 ? null : missed / allowed, left: Math.max(0, Math.floor(allowed - missed)) };
}

/** Misses beyond what the target allows: below zero where it is met with room to spare. */
export function excess({ kept, missed }: Outcomes, target: number): number {
  return tidy(missed - (kept + missed - target * (kept + missed)));
}

/** Below zero is short of the target, whatever its direction. */
export function gap(value: number, { op, value: target }: Pick<Target, 'op' | 'value'>): number {
  return tidy(op === '>=' ? value - target : target - value);
}

/**
 * 100 at the target, 0 at the floor; without one at the scale's bottom, or for an at-most target without end. null
 * where only a floor could say how bad the worst is.
 *
 * @param bottom - the lowest value that the measure can have; null: there is none
 */
export function score(
  value: number | null,
  { target, floor }: Pick<Pledge, 'target' | 'floor'>,
  bottom: number | null,
): number | null {
  if (value === null || (floor === null && (bottom === null || value < bottom))) return null;
  if (target.op === '>=') {
    const low = floor ?? bottom;
    return low !== null && target.value > low ? held((100 * (value - low)) / (target.value - low)) : null;
  }
  if (floor !== null) return floor > target.value ? held((100 * (floor - value)) / (floor - target.value)) : null;
  // A quotient needs a scale that begins at nothing.
  if (bottom === null || bottom < 0 || target.value < 0) return null;
  if (value <= target.value) return 100;
  return target.value === 0 ? 0 : held((100 * target.value) / value);
}

function held(score: number): number {
  return tidy(Math.min(100, Math.max(0, score)));
}
