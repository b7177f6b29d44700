import type { CellReport } from '../../../model/report.ts';
import { count, type Figures, type NumberStyle } from '../../numbers.ts';

/** Those that leave out what has not ended; a quantile counts it. */
const ENDED_ALONE: ReadonlySet<string> = new Set(['mean', 'sum', 'max']);

/** `median 2 min, 90th percentile 11 min`; null where there is no tail to tell of. */
export function tailText({ tail, unit, target }: CellReport, numbers: Figures): string | null {
  if (tail === null || unit === null) return null;
  return `median ${numbers.value(tail.median, unit, target)}, 90th percentile ${numbers.value(tail.p90, unit, target)}`;
}

/** How many the value leaves out, and what it would be with them; null where it leaves out nothing. */
export function leftOut(cell: CellReport, numbers: Figures, style: NumberStyle): string | null {
  const { dropped, measure, unit, target, pending, kept } = cell;
  if (dropped === null || unit === null) return null;
  const open = measure !== null && ENDED_ALONE.has(measure) ? Math.min(pending, dropped.cases) : 0;
  const blank = dropped.cases - open;
  const [them, they] = dropped.cases === 1 ? ['it', 'it lasts'] : ['them', 'they last'];
  const who = [
    ...(open === 0 ? [] : [`${count(open, style)} that ${open === 1 ? 'has' : 'have'} not ended`]),
    ...(blank === 0 ? [] : [`${count(blank, style)} of which the time is blank`]),
  ].join(' and ');
  if (dropped.value === null) return `${who}; with ${them} no end is in sight`;
  const as = blank === 0 ? ` at what ${they} so far` : kept === null ? ' as without end' : ' as missed';
  return `${who}; with ${them}${as} it would be ${numbers.value(dropped.value, unit, target)}`;
}
