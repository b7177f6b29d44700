import type { Batch } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { Binding } from '../bind.ts';
import type { Dialect } from '../dialect/inspect.ts';

/**
 * One way from the bytes of a file to batches: the seam where a faster one is put in. All lanes mean the same, cell by
 * cell and broken record by broken record, however the bytes are cut into chunks.
 */
export interface Lane {
  read(input: LaneInput): LaneReading;
}

export interface LaneInput {
  /** As messages name it. */
  readonly name: string;
  /** Index into the files of the reading. */
  readonly file: number;
  /** The text from its first byte: unpacked, without a byte order mark, UTF-16 already as UTF-8. */
  readonly bytes: AsyncIterable<Buffer>;
  readonly dialect: Dialect;
  readonly binding: Binding;
  readonly columns: readonly ColumnPlan[];
  readonly batchRows: number;
}

export interface LaneReading {
  /** To be read once, to its end. */
  readonly batches: AsyncIterable<Batch>;
  /** Rows so far, for those who wait. */
  rows(): number;
  /** Of the whole file, once the batches have ended. */
  facts(): LaneFacts;
}

export interface LaneFacts {
  /** Rows of data, broken ones included, footer and blank lines not. */
  readonly rows: number;
  readonly misencoded: number;
  readonly skippedTimes: number;
  readonly repeatedTimes: number;
  /** null: no such date. */
  readonly fittingFormats: readonly (readonly string[] | null)[];
}
