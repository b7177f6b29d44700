import { type Batch, CellState } from '../../model/batch.ts';
import type { Condition } from '../../model/condition.ts';
import type { Fault } from '../../model/tally.ts';
import { leavesOf, Outcome } from '../../vocabulary/conditions/index.ts';
import { DAY_MS, isoDate, twoDigits } from '../../vocabulary/time/civil.ts';
import { type Zone, zoneOf } from '../../vocabulary/time/zone.ts';

/** Finds the cells behind an outcome of EARLY or TIMELESS, to be named in the error. */
export function contradiction(
  batch: Batch,
  row: number,
  condition: Condition<number>,
  code: number,
): { readonly column: number; readonly fault: Fault } | null {
  const line = batch.lines[row] ?? 0;
  const kind = code === Outcome.EARLY ? 'early' : 'timeless';
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind !== 'within' && leaf.kind !== 'by') continue;
    const column = leaf.columns.subject;
    const start = leaf.kind === 'within' ? leaf.of : leaf.at;
    const subject = batch.columns[column];
    if (subject?.kind === 'numeric') {
      const value = subject.values[row] ?? Number.NaN;
      if (kind === 'early' && value < 0)
        return { column, fault: { kind, line, text: `${value} seconds`, start: 'zero' } };
      continue;
    }
    const began = start === null ? undefined : batch.columns[start];
    if (subject?.kind !== 'moment' || began?.kind !== 'moment') continue;
    const event = subject.values[row] ?? Number.NaN;
    const from = began.values[row] ?? Number.NaN;
    const dates = subject.states[row] === CellState.DATE || began.states[row] === CellState.DATE;
    if (kind === 'early' ? !(event < from) : !dates) continue;
    const zone = zoneOf(leaf.zone);
    const text = Number.isNaN(event) ? 'a blank' : wallClock(zone, event, subject.states[row] === CellState.DATE);
    const beginning = wallClock(zone, from, began.states[row] === CellState.DATE);
    return { column, fault: { kind, line, text, start: beginning } };
  }
  return null;
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
