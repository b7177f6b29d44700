import { CellState, type NumericColumn } from '../../model/batch.ts';
import type { CellFormat } from '../../model/column.ts';
import { type PrepareCell, prepareCell } from './cell.ts';
import { Cells } from './cells.ts';
import { type ColumnBuilder, type ColumnNotes, NO_NOTES } from './definition.ts';

/** The value of a trimmed, non-empty text; NaN where it is not readable. */
export type ReadNumber = (text: string) => number;

/** Builder of number, percent, duration and boolean columns. */
export class NumericBuilder implements ColumnBuilder {
  readonly #prepare: PrepareCell;
  readonly #read: ReadNumber;
  readonly #cells = new Cells();
  // Columns often repeat a cell from row to row; what was read last is kept. Empty: a blank.
  #lastText = '';
  #lastValue = Number.NaN;
  #lastState: number = CellState.BLANK;

  constructor(cell: CellFormat, read: ReadNumber) {
    this.#prepare = prepareCell(cell);
    this.#read = read;
    this.#keep('');
  }

  push(text: string): void {
    if (text !== this.#lastText) this.#keep(text);
    if (this.#lastState === CellState.UNREADABLE) this.#cells.pushUnreadable(text);
    else this.#cells.push(this.#lastValue, this.#lastState);
  }

  take(): NumericColumn {
    return { kind: 'numeric', ...this.#cells.take() };
  }

  notes(): ColumnNotes {
    return NO_NOTES;
  }

  #keep(text: string): void {
    const prepared = this.#prepare(text);
    this.#lastText = text;
    this.#lastValue = prepared === '' ? Number.NaN : this.#read(prepared);
    this.#lastState =
      prepared === '' ? CellState.BLANK : Number.isNaN(this.#lastValue) ? CellState.UNREADABLE : CellState.VALUE;
  }
}
