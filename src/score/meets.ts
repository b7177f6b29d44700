import type { Target } from '../model/target.ts';
import type { Figure } from '../vocabulary/measures/sample.ts';

/** Does the value meet the target, exactly? */
export function meets(value: number, { op, value: target }: Pick<Target, 'op' | 'value'>): boolean {
  return op === '>=' ? value >= target : value <= target;
}

/** What is still open has broken an at-most target already, whenever it ends. */
export function isLostAlready({ atLeast }: Pick<Figure, 'atLeast'>, { op, value: target }: Target): boolean {
  return op === '<=' && atLeast !== null && atLeast > target;
}

/**
 * Where open cases are counted as not ended, those that have outlasted the target are decided too; where they have broken
 * it together, all of them.
 */
export function decidedCases(figure: Figure, target: Target): number {
  const { cases, pending, unsettled, above, answeredOnly } = figure;
  if (isLostAlready(figure, target)) return cases + pending;
  return above !== null || answeredOnly !== null ? cases + pending - unsettled : cases;
}
