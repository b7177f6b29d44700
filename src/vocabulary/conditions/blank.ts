import type { BlankRule } from '../../model/condition.ts';
import type { Place } from './condition.ts';
import { Outcome } from './outcome.ts';

const RULES = { kept: Outcome.KEPT, missed: Outcome.MISSED, excluded: Outcome.EXCLUDED } as const;

/**
 * What a blank subject comes to: the rule that is written, else excluded; in `where` the empty text, which matches
 * nothing, and what is excluded is left out.
 */
export function blankOutcome(blank: BlankRule | null, place: Place, emptyText: number = Outcome.MISSED): number {
  if (blank !== null) return RULES[blank];
  return place === 'where' ? emptyText : Outcome.EXCLUDED;
}
