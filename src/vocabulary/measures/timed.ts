import type { Condition } from '../../model/condition.ts';
import type { OutcomeSample } from './sample.ts';

/**
 * Occasions that are left out though a blank cell says something of them: a wait that is blank may be that of a caller
 * who gave up, and a moment that is held against another may never have come. 0 where a rule says what a blank means.
 */
export function leftOut(condition: Condition<string>, { excluded }: OutcomeSample): number {
  return isTimed(condition) ? excluded : 0;
}

/** Under `not` a wait without end would be as good as any, so nothing is said of it. */
function isTimed(condition: Condition<string>): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.some(isTimed);
    case 'compare-columns':
      return condition.blank === null;
    case 'compare':
      return condition.blank === null && condition.value.type === 'duration';
    default:
      return false;
  }
}
