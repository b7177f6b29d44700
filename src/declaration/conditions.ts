import type { Condition } from '../model/condition.ts';
import type { Draft, Settled } from '../vocabulary/reading.ts';

/** Conditions that hold together, as one; null where there is none. */
export function joined(drafts: readonly Draft<Condition<string>>[], settled: Settled): Condition<string> | null {
  const conditions = drafts.map((draft) => draft(settled)).filter((condition) => condition !== null);
  const [only] = conditions;
  if (only === undefined) return null;
  return conditions.length === 1 ? only : { kind: 'all', of: conditions };
}
