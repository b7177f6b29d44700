import { type Batch, CellState, type Column } from '../../../src/model/batch.ts';
import type { ColumnPlan, ColumnType } from '../../../src/model/column.ts';
import type { Condition } from '../../../src/model/condition.ts';
import type { Position } from '../../../src/model/diagnostic.ts';
import { compileCondition, type Place } from '../../../src/vocabulary/conditions/index.ts';
import { parseIsoDate } from '../../../src/vocabulary/time/civil.ts';
import { zoneOf } from '../../../src/vocabulary/time/zone.ts';

export const NOWHERE: Position = { file: 'promises.yaml', line: 1, column: 1, length: 1 };

/** A column by its type and its cells: instants as numbers or ISO texts, dates as `2026-01-31`, durations in seconds. */
export interface Cells {
  readonly type: ColumnType;
  readonly zone?: string;
  /** null is blank, `?` cannot be read. */
  readonly cells: readonly (number | string | null)[];
}

/** Code and due instant of every row. */
export function outcomes(
  condition: Condition<number>,
  columns: readonly Cells[],
  place: Place = 'kept_when',
  asOf: number | null = null,
): readonly { readonly code: number; readonly due: number | null }[] {
  const batch = batchOf(columns);
  const found = compileCondition(condition, { columns: columns.map(planOf), place, asOf })(batch);
  return Array.from({ length: batch.rows }, (_, row) => ({
    code: found.codes[row] ?? -1,
    due: found.due === null ? null : (found.due[row] ?? Number.NaN),
  }));
}

export function planOf({ type, zone = 'UTC' }: Cells): ColumnPlan {
  const cell = { type, format: null, zone, decimal: '.', unit: null, blank: [], map: [] } as const;
  return { name: type, headers: [type], holds: 'values', cell, position: NOWHERE };
}

export function batchOf(columns: readonly Cells[]): Batch {
  const rows = columns[0]?.cells.length ?? 0;
  return { file: 0, rows, lines: new Float64Array(rows), columns: columns.map(columnOf), broken: [] };
}

function columnOf({ type, zone = 'UTC', cells }: Cells): Column {
  const values = new Float64Array(cells.length).fill(Number.NaN);
  const states = new Uint8Array(cells.length);
  for (const [row, cell] of cells.entries()) {
    const day = typeof cell === 'string' ? parseIsoDate(cell) : null;
    if (cell === null) states[row] = CellState.BLANK;
    else if (cell === '?') states[row] = CellState.UNREADABLE;
    else if (day !== null) {
      states[row] = CellState.DATE;
      values[row] = zoneOf(zone).startOfDay(day);
    } else values[row] = typeof cell === 'number' ? cell : Date.parse(cell);
  }
  const kind = type === 'timestamp' || type === 'date' ? ('moment' as const) : ('numeric' as const);
  return { kind, values, states, unreadable: new Map() };
}
