import { type Batch, CellState } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { Condition } from '../../model/condition.ts';
import type { Fault } from '../../model/tally.ts';
import { leavesOf, Outcome } from '../../vocabulary/conditions/index.ts';
import { DAY_MS, isoDate, twoDigits } from '../../vocabulary/time/civil.ts';
import { type Zone, zoneOf } from '../../vocabulary/time/zone.ts';

/** The cells behind an outcome of EARLY or TIMELESS, to be named in the error. */
export function contradiction(
  batch: Batch,
  row: number,
  condition: Condition<number>,
  code: number,
  columns: readonly ColumnPlan[],
): readonly { readonly column: number; readonly fault: Fault }[] {
  const line = batch.lines[row] ?? 0;
  const kind = code === Outcome.EARLY ? 'early' : 'timeless';
  let likely: { readonly column: number; readonly fault: Fault } | null = null;
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind !== 'within' && leaf.kind !== 'by') continue;
    const column = leaf.columns.subject;
    const start = leaf.kind === 'within' ? leaf.of : leaf.at;
    const subject = batch.columns[column];
    if (subject?.kind === 'numeric') {
      const value = subject.values[row] ?? Number.NaN;
      if (kind === 'early' && value < 0)
        return [{ column, fault: { kind, line, text: `${value} seconds`, start: 'zero' } }];
      continue;
    }
    const began = start === null ? undefined : batch.columns[start];
    if (subject?.kind !== 'moment' || began?.kind !== 'moment') continue;
    const event = subject.values[row] ?? Number.NaN;
    const from = began.values[row] ?? Number.NaN;
    const dates =
      subject.states[row] === CellState.DATE ||
      began.states[row] === CellState.DATE ||
      columns[column]?.cell.type === 'date';
    const zone = zoneOf(columns[column]?.cell.zone || 'UTC');
    const text = wallClock(zone, event, subject.states[row] === CellState.DATE);
    const beginning = wallClock(zone, from, began.states[row] === CellState.DATE);
    const fault: Fault = { kind, line, text, start: beginning };
    const found = { column, fault };
    likely ??= found;
    if (kind === 'early' ? event < from : dates) return [found];
  }
  // Days of two zones may contradict each other where their instants do not.
  if (likely !== null) return [likely];
  throw new TypeError(`an outcome of ${kind} without its cells`);
}

function wallClock(zone: Zone, instant: number, isDate: boolean): string {
  if (Number.isNaN(instant)) return 'a blank';
  const local = zone.toLocal(instant);
  const day = Math.floor(local / DAY_MS);
  if (isDate) return isoDate(day);
  const seconds = Math.floor((local - day * DAY_MS) / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits);
  return `${isoDate(day)} ${clock.join(':')}`;
}
