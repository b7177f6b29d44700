import {
  type Batch,
  CellState,
  type Column,
  type MomentColumn,
  type NumericColumn,
  type TextColumn,
} from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import { type Zone, zoneOf } from '../time/zone.ts';
import type { Outcomes } from './outcome.ts';

/** The column at an index, as the kind that the plan asked for. A mismatch is a defect of saydo. */
export function moments(batch: Batch, index: number): MomentColumn {
  const column = batch.columns[index];
  if (column?.kind !== 'moment') throw new TypeError(`column ${index} holds no moments`);
  return column;
}

export function numbers(batch: Batch, index: number): NumericColumn {
  const column = batch.columns[index];
  if (column?.kind !== 'numeric') throw new TypeError(`column ${index} holds no numbers`);
  return column;
}

export function texts(batch: Batch, index: number): TextColumn {
  const column = batch.columns[index];
  if (column?.kind !== 'text') throw new TypeError(`column ${index} holds no text`);
  return column;
}

/** The zone that the dates of a column are days of. */
export function zoneAt(columns: readonly ColumnPlan[], index: number): Zone {
  return zoneOf(columns[index]?.cell.zone || 'UTC');
}

/** Whole milliseconds, so that 1.001 s is within 1001 ms. */
export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

/** Milliseconds that the durations of a column take off, by row: none for a blank; null where one cannot be read. */
export function pausesOf(batch: Batch, index: number | null): (row: number) => number | null {
  if (index === null) return () => 0;
  const { values, states } = numbers(batch, index);
  return (row) => {
    const state = states[row];
    if (state === CellState.UNREADABLE) return null;
    return state === CellState.VALUE ? Math.max(0, milliseconds(values[row] ?? 0)) : 0;
  };
}

/** The column at an index, of whichever kind. */
export function columnAt(batch: Batch, index: number): Column {
  const column = batch.columns[index];
  if (column === undefined) throw new TypeError(`no column ${index}`);
  return column;
}

/** Arrays that are used again for every batch, as long as they are large enough. */
export class Scratch {
  #codes = new Uint8Array(0);
  #due = new Float64Array(0);

  codes(rows: number): Uint8Array {
    if (this.#codes.length < rows) this.#codes = new Uint8Array(rows);
    return this.#codes;
  }

  due(rows: number): Float64Array {
    if (this.#due.length < rows) this.#due = new Float64Array(rows);
    return this.#due;
  }
}

export type { Outcomes };
