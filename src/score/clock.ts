import type { Measure } from '../model/measure.ts';

/** Calendar by which the value of a measure counts time; null: real time, or no time. A deadline is no value. */
export function clockOf(measure: Measure<string> | null): string | null {
  if (measure === null || !('operand' in measure) || measure.operand.kind !== 'elapsed') return null;
  return measure.operand.calendar?.name ?? null;
}
