import type { MomentColumn, NumericColumn } from '../../../src/model/batch.ts';
import type { CellFormat, ColumnPlan } from '../../../src/model/column.ts';
import { type ColumnBuilder, columnBuilder } from '../../../src/vocabulary/types/index.ts';

/** A builder of a column that is plain but for what is said here. */
export function builderOf(cell: Partial<CellFormat>, holds: ColumnPlan['holds'] = 'values'): ColumnBuilder {
  return columnBuilder({
    name: 'cell',
    headers: ['Cell'],
    holds,
    position: { file: 'promises.yaml', line: 1, column: 1, length: 1 },
    cell: { type: 'text', format: null, zone: 'UTC', decimal: '.', unit: null, blank: [], map: [], ...cell },
  });
}

export function numbers(cell: Partial<CellFormat>, ...texts: readonly string[]): NumericColumn {
  const column = pushed(builderOf(cell), texts);
  if (column.kind !== 'numeric') throw new Error(`a ${column.kind} column`);
  return column;
}

export function moments(cell: Partial<CellFormat>, ...texts: readonly string[]): MomentColumn {
  const column = pushed(builderOf(cell), texts);
  if (column.kind !== 'moment') throw new Error(`a ${column.kind} column`);
  return column;
}

export function pushed(builder: ColumnBuilder, texts: readonly string[]): ReturnType<ColumnBuilder['take']> {
  for (const text of texts) builder.push(text);
  return builder.take();
}

/** What became of one cell: its number, `blank` or `unreadable`. */
export function numberOf(cell: Partial<CellFormat>, text: string): number | string {
  const { values, states } = numbers(cell, text);
  return outcome(values[0], states[0], (value) => value);
}

/** The same for a moment: ISO 8601 in UTC, with `date:` before a whole day. */
export function momentOf(cell: Partial<CellFormat>, text: string): string {
  const { values, states } = moments(cell, text);
  const shown = outcome(values[0], states[0], (value) => new Date(value).toISOString());
  return states[0] === 3 ? `date:${shown}` : String(shown);
}

function outcome<T>(value: number | undefined, state: number | undefined, show: (value: number) => T): T | string {
  if (value === undefined || state === undefined) throw new Error('no row');
  if (state === 1 || state === 2) {
    if (!Number.isNaN(value)) throw new Error(`${value} where there is no value`);
    return state === 1 ? 'blank' : 'unreadable';
  }
  return show(value);
}
