import { CellState } from '../../../../../model/batch.ts';
import type { Cells } from '../kernels.ts';
import { Column } from './column.ts';
import type { Views } from './views.ts';

/** What a reader returns of a cell that it does not know. */
export const MISS = -1;

/**
 * Goes through the cells of a column: states into `states`, rows that are not sure into `misses`.
 *
 * @param read - reads a cell that is not blank, writes its value and returns its state, or MISS
 * @param blank - writes the value of a blank row
 * @returns misses
 */
export function decode(
  views: Views,
  cells: Cells,
  states: number | null,
  misses: number,
  read: (bytes: Uint8Array, start: number, end: number, row: number) => number,
  blank: (row: number) => void,
): number {
  const column = new Column(views, cells);
  const { bytes, integers } = views;
  let missed = 0;
  while (column.row + 1 < column.rows) {
    let state: number = MISS;
    if (column.next()) {
      if (column.start < column.end) {
        state = read(bytes, column.start, column.end, column.row);
      } else {
        state = CellState.BLANK;
        blank(column.row);
      }
    }
    if (state === MISS) integers[(misses >>> 2) + missed++] = column.row;
    else if (states !== null) bytes[states + column.row] = state;
  }
  return missed;
}

/** `decode` of numbers: a value for each cell, undefined for a miss. */
export function decodeNumbers(
  views: Views,
  cells: Cells,
  values: number,
  states: number,
  misses: number,
  read: (bytes: Uint8Array, start: number, end: number) => number | undefined,
): number {
  const { numbers } = views;
  return decode(
    views,
    cells,
    states,
    misses,
    (bytes, start, end, row) => {
      const value = read(bytes, start, end);
      if (value === undefined) return MISS;
      numbers[(values >>> 3) + row] = value;
      return CellState.VALUE;
    },
    (row) => {
      numbers[(values >>> 3) + row] = Number.NaN;
    },
  );
}

/** The digit at a place, NaN where there is none. */
export function digitAt(bytes: Uint8Array, at: number, end: number): number {
  const digit = at < end ? (bytes[at] ?? 0) - 48 : Number.NaN;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
}

/** The number of two digits at a place, NaN where there are none. */
export function twoDigitsAt(bytes: Uint8Array, at: number, end: number): number {
  return digitAt(bytes, at, end) * 10 + digitAt(bytes, at + 1, end);
}
