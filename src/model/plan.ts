import type { ColumnPlan } from './column.ts';
import type { Condition } from './condition.ts';
import type { CsvOptions, Exception, SourcePattern } from './declaration.ts';
import type { Position } from './diagnostic.ts';
import type { Measure } from './measure.ts';
import type { Instant, PeriodGrain, WindowSpec } from './time.ts';

/** Index into `SourcePlan.columns`, hence into `Batch.columns`. */
export type ColumnIndex = number;

/**
 * What is to be read and counted: logical, plain, structured-cloneable data, so that a worker thread or a database
 * compiles it for itself. Names of columns are indexes here; headers are bound to positions file by file, in `ingest`.
 */
export interface Plan {
  /** The promise file, for messages. */
  readonly file: string;
  readonly directory: string;
  /** Of the window's days where a source has no say, and of explicit dates. */
  readonly timezone: string;
  readonly asOf: Instant | null;
  readonly window: WindowSpec | null;
  readonly sources: readonly SourcePlan[];
}

/** One reading of the same files, for all channels that share it. */
export interface SourcePlan {
  readonly index: number;
  /** Sources over the same files speak for the same moment, however they are read: equal here. */
  readonly group: string;
  readonly patterns: readonly SourcePattern[];
  readonly csv: CsvOptions;
  readonly columns: readonly ColumnPlan[];
  readonly channels: readonly ChannelPlan[];
  /**
   * Moments that have come to pass, over all channels and promises that the file declares on these files, selected or
   * not: the newest of them says how far the data goes. And those of them that occasions begin at.
   */
  readonly events: readonly ColumnIndex[];
  readonly beginnings: readonly ColumnIndex[];
}

export interface ChannelPlan {
  readonly name: string;
  readonly position: Position;
  readonly zone: string;
  readonly at: ColumnIndex | null;
  readonly case: ColumnIndex | null;
  readonly repeats: 'error' | 'latest' | 'all' | 'each';
  readonly updated: ColumnIndex | null;
  readonly customer: ColumnIndex | null;
  readonly where: Condition<ColumnIndex> | null;
  readonly except: readonly Exception[];
  readonly tolerate: number;
  /** Moments that have come to pass: after an explicit as_of they have not come yet. */
  readonly events: readonly ColumnIndex[];
  readonly segments: readonly SegmentPlan[];
  readonly cells: readonly CellPlan[];
  /** Counts also what a page shows beside the report. */
  readonly page: boolean;
  /** Gives also who the customers are: their hashes. */
  readonly identities: boolean;
}

export interface SegmentPlan {
  readonly name: string;
  /** A column, or a segment derived from `at`. */
  readonly from: ColumnIndex | 'hour' | 'weekday' | 'hour_of_week';
}

/** One promise on one channel, or a part of it where its measure takes rows of two channels. */
export interface CellPlan {
  readonly promise: string;
  /** The channel that the promise is judged on; a part may be counted on another. */
  readonly channel: string;
  /** Of a ratio: what is counted, and what it is held against; each is planned as a `count` of every row. */
  readonly part: 'of' | 'to' | null;
  readonly measure: Measure<ColumnIndex>;
  /** Rows that it takes of those that entered the channel. */
  readonly where: Condition<ColumnIndex> | null;
  readonly period: PeriodGrain;
}
