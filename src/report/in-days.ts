import type { CellReport } from '../model/report.ts';
import { FROM_THREE, type InDays, NO_DAYS, WHOLE_DAYS } from './numbers.ts';

const DAY = 86_400;

/**
 * How the durations of a cell are told. Open time has no days of 24 hours: 115 open hours are not 4 d 19 h. Between
 * dates whole open days are counted; then the value and the target are both whole days.
 */
export function inDaysOf({
  clock,
  value,
  value_answered_only: alone,
  target,
}: Pick<CellReport, 'clock' | 'value' | 'value_answered_only' | 'target'>): InDays {
  if (clock === null) return FROM_THREE;
  const isWhole = (seconds: number | null): boolean => seconds === null || seconds % DAY === 0;
  const isKnown = value !== null || alone !== null;
  return isKnown && isWhole(value) && isWhole(alone) && isWhole(target.value) ? WHOLE_DAYS : NO_DAYS;
}
