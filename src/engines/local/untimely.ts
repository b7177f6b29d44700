import { type Batch, CellState } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { Condition } from '../../model/condition.ts';
import type { Measure } from '../../model/measure.ts';
import type { Fault } from '../../model/tally.ts';
import { leavesOf } from '../../vocabulary/conditions/index.ts';
import { measureColumns } from '../../vocabulary/measures/index.ts';
import { DAY_MS, isoDate, twoDigits } from '../../vocabulary/time/civil.ts';
import { type Zone, zoneOf } from '../../vocabulary/time/zone.ts';

export interface NamedFault {
  readonly column: number;
  readonly fault: Fault;
}

/** An event that may contradict its start, or that whole days cannot be told of. */
export interface Timed {
  readonly event: number;
  /** `elapsed`: the event is a length of time itself; `hours`: it is held against opening hours. */
  readonly start: number | 'elapsed' | 'hours';
}

export function timedInMeasure(measure: Measure<number>): readonly Timed[] {
  if ('condition' in measure) return timedIn(measure.condition);
  if (!('operand' in measure)) return measureColumns(measure).map((event) => ({ event, start: 'elapsed' }));
  const { operand } = measure;
  if (operand.kind === 'elapsed') return [{ event: operand.to, start: operand.from }];
  return [{ event: operand.column, start: 'elapsed' }];
}

export function timedIn(condition: Condition<number>): readonly Timed[] {
  return leavesOf(condition).flatMap((leaf): readonly Timed[] => {
    const event = leaf.columns.subject;
    if (leaf.kind === 'during') return [{ event, start: 'hours' }];
    if (leaf.kind === 'within' && leaf.elapsed) return [{ event, start: 'elapsed' }];
    const start = leaf.kind === 'within' ? leaf.of : leaf.kind === 'by' ? leaf.at : null;
    return start === null ? [] : [{ event, start }];
  });
}

/** The cells behind an outcome of EARLY or TIMELESS; empty where none of these events explains it. */
export function untimely(
  batch: Batch,
  row: number,
  events: readonly Timed[],
  kind: 'early' | 'timeless',
  columns: readonly ColumnPlan[],
): readonly NamedFault[] {
  const line = batch.lines[row] ?? 0;
  let likely: NamedFault | null = null;
  for (const { event: column, start } of events) {
    const subject = batch.columns[column];
    if (subject?.kind === 'numeric') {
      const value = subject.values[row] ?? Number.NaN;
      if (kind === 'early' && value < 0)
        return [{ column, fault: { kind, line, text: `${value} seconds`, start: 'zero' } }];
      continue;
    }
    if (subject?.kind !== 'moment') continue;
    const isDay = subject.states[row] === CellState.DATE;
    const event = subject.values[row] ?? Number.NaN;
    const zone = zoneOf(columns[column]?.cell.zone || 'UTC');
    const text = wallClock(zone, event, isDay);
    if (start === 'hours' && isDay && kind === 'timeless') {
      return [{ column, fault: { kind, line, text, start: 'hours' } }];
    }
    const began = typeof start === 'number' ? batch.columns[start] : undefined;
    if (began?.kind !== 'moment') continue;
    const from = began.values[row] ?? Number.NaN;
    const beganOnDay = began.states[row] === CellState.DATE;
    const fault: Fault = { kind, line, text, start: wallClock(zone, from, beganOnDay) };
    const found: NamedFault = { column, fault };
    likely ??= found;
    const dates = isDay || beganOnDay || columns[column]?.cell.type === 'date';
    if (kind === 'early' ? event < from : dates) return [found];
  }
  // Days of two zones may contradict each other where their instants do not.
  return likely === null ? [] : [likely];
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
