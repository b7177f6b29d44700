import type { CellReport } from '../model/report.ts';
import { count, type Figures, type NumberStyle } from './numbers.ts';

/** Where open cases are counted as waiting so far: how many, and what the figure would be without them; else null. */
export function followUp(cell: CellReport, numbers: Figures, style: NumberStyle): string | null {
  const { value_answered_only: alone, unit, target, pending, cases: ended } = cell;
  if (alone === null || unit === null) return null;
  const open = `${count(pending, style)} still open ${pending === 1 ? 'counts' : 'count'} as waiting so far (Kaplan-Meier)`;
  const quicker = `the ${count(ended, style)} that ended alone, the quicker ${ended === 1 ? 'one' : 'ones'}`;
  return `${open}; ${quicker}, would give ${numbers.value(alone, unit, target)}`;
}
