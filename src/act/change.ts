import type { CellReport, ChangeReport, IntervalReport } from '../model/report.ts';
import { tidy } from '../score/figures.ts';
import { mover } from '../statistics/mover.ts';
import { newcombe } from '../statistics/newcombe.ts';

/** What two reports are, beside their cells. */
export interface Between {
  /** Of the later report and of the earlier one, 0..1. */
  readonly confidence: number;
  readonly confidenceBefore: number;
  /** Their windows share days: their occasions are no two samples. */
  readonly overlaps: boolean;
}

/**
 * A cell held against its earlier self: by how much its value moved, within which bounds, and whether that is more than
 * chance. Shares by Newcombe from the counts of both; what else has an interval in both reports by MOVER from these.
 * A target that changed leaves the value what it was; `moved` goes by the direction of the later one.
 */
export function changeOf(cell: CellReport, before: CellReport, between: Between): ChangeReport {
  const base = { value: null, interval: null, verdict_before: before.verdict, moved: null };
  if (isRedefined(cell, before)) return { ...base, withheld: 'redefined' };
  const value = cell.value === null || before.value === null ? null : tidy(cell.value - before.value);
  if (between.overlaps) return { ...base, value, withheld: 'overlap' };
  if (value === null) return { ...base, withheld: 'no-value' };
  const interval = intervalOf(cell, before, between);
  const moved = interval === null ? null : movedTo(value, interval, cell.target.op);
  if (moved === null) return { ...base, value, withheld: 'no-interval' };
  return { ...base, value, interval, withheld: null, moved };
}

/** Does its value mean something else than it did? A cell without a measure never had a meaning to change. */
function isRedefined(cell: CellReport, before: CellReport): boolean {
  if (cell.measure === null || before.measure === null) return false;
  return (
    (['measure', 'unit', 'formula', 'per', 'against', 'clock'] as const).some((key) => cell[key] !== before[key]) ||
    cell.calendars.length !== before.calendars.length ||
    cell.calendars.some((words, index) => words !== before.calendars[index])
  );
}

function intervalOf(cell: CellReport, before: CellReport, between: Between): IntervalReport | null {
  const [later, earlier] = [proportionOf(cell), proportionOf(before)];
  if (later !== null && earlier !== null) {
    const bounds = newcombe(later, earlier, between.confidence);
    if (bounds === null) return null;
    const per = cell.measure === 'rate' ? (cell.per ?? 1) : 1;
    return { low: bounds.low * per, high: bounds.high * per, method: 'newcombe' };
  }
  // Bounds of one confidence and of another make none of either.
  if (between.confidence !== between.confidenceBefore) return null;
  if (cell.value === null || before.value === null || cell.interval === null || before.interval === null) return null;
  return {
    ...mover({ ...cell.interval, value: cell.value }, { ...before.interval, value: before.value }),
    method: 'mover',
  };
}

/** What is a share of its cases, however it is told; null for all else. */
function proportionOf({ measure, kept, events, cases }: CellReport): { kept: number; cases: number } | null {
  const part = measure === 'kept_when' || measure === 'tally' ? kept : measure === 'rate' ? events : null;
  return part === null || cases === 0 ? null : { kept: part, cases };
}

/** null: the bound that would tell is not known. */
function movedTo(value: number, { low, high }: IntervalReport, op: '>=' | '<='): ChangeReport['moved'] {
  const nearer = value > 0 ? low : value < 0 ? high : 0;
  if (nearer === null) return null;
  if (value === 0 || Math.sign(nearer) !== Math.sign(value)) return 'within-chance';
  return value > 0 === (op === '>=') ? 'better' : 'worse';
}
