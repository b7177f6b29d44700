import type { Column } from '../../model/batch.ts';
import type { CellFormat, ColumnType } from '../../model/column.ts';

/** What is to be said of a column beside its cells. */
export interface ColumnNotes {
  /** Cells whose local time the clock change skips (read an hour on) or repeats (read as the first of the two). */
  readonly skippedTimes: number;
  readonly repeatedTimes: number;
  /** Formats that read every date so far that is no ISO 8601; null where there is no such date, or a format is declared. */
  readonly fittingFormats: readonly string[] | null;
}

/** Turns the cells of one column into typed arrays, some thousand rows at a time. */
export interface ColumnBuilder {
  /** One cell, as it stands in the file. */
  push(text: string): void;
  /** The rows pushed since the last take, in arrays of exactly that length, which are not touched again. */
  take(): Column;
  /** Over all rows pushed so far. */
  notes(): ColumnNotes;
}

/** A type of the language: how its cells are read and what a message calls them. */
export interface TypeDefinition {
  readonly id: ColumnType;
  /** What a cell had to be, to follow "expected": `a number`, `a time as dd/MM/yyyy HH:mm`. */
  expects(cell: CellFormat): string;
  /** @throws RangeError for a format or a zone that does not exist: the promise file's check comes first. */
  builder(cell: CellFormat): ColumnBuilder;
}

export const NO_NOTES: ColumnNotes = { skippedTimes: 0, repeatedTimes: 0, fittingFormats: null };
