import type { Calendar } from './calendar.ts';
import type { ColumnType, DurationUnit, HeaderAddress } from './column.ts';
import type { Condition } from './condition.ts';
import type { Diagnostic, Position } from './diagnostic.ts';
import type { Measure } from './measure.ts';
import type { Target } from './target.ts';
import type { DayNumber, DayRange, Instant, PeriodGrain, WindowSpec } from './time.ts';

/** A column as the promise file refers to it, before any export is opened. */
export type ColumnName = string;

/** The promise file, read and checked whole: every name in it resolves, but for headers, which only the exports know. */
export interface Declaration {
  /** As the user named it; `<stdin>` for a text without a file. */
  readonly file: string;
  /** The folder that `source` paths start from, absolute. */
  readonly directory: string;
  readonly brand: string;
  readonly timezone: string;
  readonly window: WindowSpec | null;
  readonly period: PeriodGrain;
  readonly confidence: number;
  readonly asOf: AsOf | null;
  /** Conditions and measures hold those that they name; the same calendar is the same object. */
  readonly calendars: readonly Calendar[];
  readonly channels: readonly Channel[];
  readonly promises: readonly BrandPromise[];
  /** Warnings; a declaration with errors does not come to be. */
  readonly warnings: readonly Diagnostic[];
  /** Puts the names of environment variables in the place of their values: for every message that is shown. */
  readonly conceal: (diagnostic: Diagnostic) => Diagnostic;
}

/** An instant, or the end of a day in the file's zone. */
export interface AsOf {
  readonly instant: Instant;
  /** The local day it lies on, in the file's zone. */
  readonly day: DayNumber;
}

export interface Channel {
  readonly name: string;
  readonly position: Position;
  readonly note: string | null;
  /** null: declared, not measured. */
  readonly source: readonly SourcePattern[] | null;
  readonly timezone: string;
  readonly at: ColumnName | null;
  readonly case: ColumnName | null;
  readonly repeats: 'error' | 'latest' | 'all' | 'each';
  readonly updated: ColumnName | null;
  readonly customer: ColumnName | null;
  readonly segments: readonly SegmentName[];
  readonly text: ColumnName | null;
  /** Every column that the channel or a promise uses, by the name used for it; its type settled. */
  readonly columns: ReadonlyMap<ColumnName, ChannelColumn>;
  /** Columns that are declared and that nothing uses: they can be shown, and no export has to have them. */
  readonly spare: ReadonlyMap<ColumnName, Pick<ChannelColumn, 'headers' | 'position'>>;
  readonly where: Condition<ColumnName> | null;
  readonly except: readonly Exception[];
  /** Share of the rows that take part; 0 where left out. */
  readonly tolerate: number;
  readonly csv: CsvOptions;
}

/** A column, or `hour`, `weekday`, `hour_of_week` derived from `at`. */
export type SegmentName = string;

export interface SourcePattern {
  /** A path, a glob, or `-`. */
  readonly pattern: string;
  /** As the file says it, environment variables by their names: what messages show. */
  readonly written: string;
  readonly position: Position;
}

export interface Exception extends DayRange {
  readonly reason: string;
}

export interface ChannelColumn {
  readonly name: ColumnName;
  /** false: the name is no key of `columns`, so it must be a header of the export. */
  readonly declared: boolean;
  readonly headers: readonly HeaderAddress[];
  readonly type: ColumnType;
  readonly format: string | null;
  readonly timezone: string | null;
  readonly decimal: '.' | ',' | null;
  readonly unit: DurationUnit | 'percent' | null;
  readonly blank: readonly string[];
  readonly map: readonly (readonly [string, string])[];
  /** Where it is declared, else where it is first used. */
  readonly position: Position;
}

export interface CsvOptions {
  readonly delimiter: string | null;
  readonly quote: string | null;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | null;
  /** Physical line of the header, counted from 1; null: found. */
  readonly headerLine: number | null;
  /** Rows that the header takes; the first names the columns. Default 1. */
  readonly headerRows: number;
  /** Rows at the end that are no data: their number, or the text that the first of them begins with. */
  readonly footer: number | string | null;
  readonly comment: string | null;
  readonly ragged: 'error' | 'pad';
}

export interface BrandPromise {
  readonly id: string;
  readonly position: Position;
  readonly says: string;
  readonly owner: string | null;
  readonly weight: number;
  readonly act: Act | null;
  readonly remedy: Remedy | null;
  readonly channels: readonly Pledge[];
}

export interface Act {
  readonly text: string;
  readonly by: DayNumber | null;
}

export interface Remedy {
  readonly text: string;
  readonly cost: { readonly amount: number; readonly currency: string } | null;
  readonly per: 'occasion' | 'customer';
}

/** One promise on one channel, with everything that the promise says of all channels already filled in. */
export interface Pledge {
  readonly channel: string;
  /** Where the promise names the channel; `measurePosition` is where its measure stands. */
  readonly position: Position;
  /** null: declared without a measure (or its channel has no source). */
  readonly measure: Measure<ColumnName> | null;
  readonly measurePosition: Position;
  readonly where: Condition<ColumnName> | null;
  readonly target: Target;
  readonly warn: number | null;
  readonly floor: number | null;
  readonly benchmark: { readonly value: number; readonly source: string | null } | null;
  readonly minCases: number;
  /** min_cases was 0: silence on the channel is fine. */
  readonly silenceIsFine: boolean;
  readonly weight: number;
  /** Each entry one segment, or several that are crossed. */
  readonly every: readonly (readonly SegmentName[])[];
  readonly period: PeriodGrain;
  readonly judge: 'value' | 'interval';
  readonly waived: { readonly until: DayNumber; readonly reason: string; readonly position: Position } | null;
  readonly remedy: Remedy | null;
  readonly act: Act | null;
  readonly owner: string | null;
}
