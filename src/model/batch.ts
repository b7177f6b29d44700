/** State of a cell, one byte each. `DATE` is a value that is a whole day, in a moment column alone. */
export const CellState = { VALUE: 0, BLANK: 1, UNREADABLE: 2, DATE: 3 } as const;

/** Row index in the batch to the text of a cell that could not be read. */
export type UnreadableTexts = ReadonlyMap<number, string>;

/** number, percent (a share), duration (seconds) and boolean (1 or 0). */
export interface NumericColumn {
  readonly kind: 'numeric';
  /** NaN where the state is not VALUE. */
  readonly values: Float64Array;
  readonly states: Uint8Array;
  readonly unreadable: UnreadableTexts;
}

/** timestamp and date. */
export interface MomentColumn {
  readonly kind: 'moment';
  /** Instants in milliseconds; for a whole day its first instant; NaN where there is no value. */
  readonly values: Float64Array;
  /** VALUE, BLANK, UNREADABLE or DATE. */
  readonly states: Uint8Array;
  readonly unreadable: UnreadableTexts;
}

/**
 * Words by code. A dictionary only grows; a lane starts a new one when it becomes large. Batches of several decoders
 * alternate, each with dictionaries of its own, and so may the columns of one batch.
 */
export interface Dictionary {
  readonly words: readonly string[];
}

export interface TextColumn {
  readonly kind: 'text';
  /** Index into the dictionary, -1 for a blank. Trimmed; letter case kept. */
  readonly codes: Int32Array;
  readonly dictionary: Dictionary;
}

/** Names that are only told apart. */
export interface IdColumn {
  readonly kind: 'id';
  /** Four 32-bit words a row: a 128-bit hash of the trimmed text. */
  readonly hashes: Uint32Array;
  /** VALUE or BLANK. */
  readonly states: Uint8Array;
}

/** Cells to be shown: as the export has them, trimmed, each read when it is asked for. */
export interface RawColumn {
  readonly kind: 'raw';
  readonly text: (row: number) => string;
}

export type Column = NumericColumn | MomentColumn | TextColumn | IdColumn | RawColumn;

/** A record that is no row: cells missing or too many, or a quote that is not closed. */
export interface BrokenRecord {
  readonly line: number;
  readonly code: 'ragged' | 'repeated-header' | 'unclosed-quote' | 'text-after-quote' | 'record-too-long';
  /** Cells in the header and in the record (ragged), column of the quote (others: 1-based, or 0 where unknown). */
  readonly expected: number;
  readonly found: number;
  /** Physical lines that it covers: what the quote swallowed. */
  readonly lines: number;
}

/**
 * Some thousand rows of one file, one typed array a needed column. It is lent: its typed arrays are views of memory that
 * is written over when the next batch is asked for, so whoever keeps a batch copies them. Nothing else of it is used
 * again for other rows: not the batch itself, nor its columns, its texts and its broken records.
 */
export interface Batch {
  /** Index into the files of the reading. */
  readonly file: number;
  readonly rows: number;
  /** Physical line on which each record starts, counted from 1. */
  readonly lines: Float64Array;
  /** Parallel to `SourcePlan.columns`. */
  readonly columns: readonly Column[];
  readonly broken: readonly BrokenRecord[];
}
