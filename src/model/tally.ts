import type { BrokenRecord } from './batch.ts';
import type { FileFacts } from './source.ts';
import type { DayNumber, Instant, PeriodGrain } from './time.ts';

/**
 * What a reading of one channel comes to: sums by group, mergeable and settled later. A group is one combination of
 * period and segment values; the whole, a period or a segment is the sum of its groups.
 */
export interface ChannelTally {
  readonly channel: string;
  readonly groups: GroupKeys;
  /** Parallel to `ChannelPlan.cells`. */
  readonly cells: readonly CellTally[];
  /** Parallel to `cells`; empty unless the plan asks for what a page shows. */
  readonly page: readonly PageTally[];
  /** Distinct customers told apart; `OutcomeTally.customers` is by their code. 0 where the channel names none. */
  readonly customers: number;
  /** Their 128-bit hashes, four words by code; null unless the plan asks for them. */
  readonly identities: Uint32Array | null;
  /** Parallel to the files of the source. */
  readonly files: readonly RowCounts[];
  /** First and last local day of the rows that entered. */
  readonly days: { readonly from: DayNumber; readonly to: DayNumber } | null;
  readonly faults: Faults;
  readonly repeated: RepeatedCases;
  readonly words: readonly WordWatch[];
}

export interface GroupKeys {
  readonly grains: readonly PeriodGrain[];
  /** Names of the segments, as in `ChannelPlan.segments`. */
  readonly segments: readonly string[];
  /** Labels by code, a list a segment; code 0 is `(blank)`. */
  readonly labels: readonly (readonly string[])[];
  readonly count: number;
  /** First day of the group's period, a list a grain, by group; `NO_PERIOD` where the channel bears no time. */
  readonly periods: readonly Int32Array[];
  /** Label codes, a list a segment, by group. */
  readonly codes: readonly Int32Array[];
}

export const NO_PERIOD = -0x80000000;

/** What one promise on one channel comes to, by group; which kind follows from its measure. */
export type CellTally = OutcomeTally | ValueTally | MomentTally | CountTally | IdTally;

/** Occasions that came to no outcome and no value, by group. */
interface SetAside {
  readonly excluded: Float64Array;
  readonly unreadable: Float64Array;
  readonly filtered: Float64Array;
}

/** Occasions on which a condition holds or not. */
export interface OutcomeTally extends SetAside {
  readonly kind: 'outcomes';
  readonly kept: Float64Array;
  readonly missed: Float64Array;
  /** Earliest instant at which a kept or missed occasion could no longer change; infinite where there is none. */
  readonly earliestDue: Float64Array;
  /** Occasions whose deadline had not passed as far as the reading knew: settled once as_of is known. */
  readonly open: OpenOccasions;
  /** By customer: 0 no decided occasion, 1 never let down, 2 let down once, 3 more than once. */
  readonly customers: Uint8Array;
}

/** Parallel arrays. */
export interface OpenOccasions {
  readonly group: Int32Array;
  readonly due: Float64Array;
  /** Outcome once the deadline has passed. */
  readonly after: Uint8Array;
  /** Customer code, -1 for none. */
  readonly customer: Int32Array;
}

/** The values themselves, whatever the order in which they were read: what an exact quantile needs. */
export interface ValueTally extends SetAside {
  readonly kind: 'values';
  /** Those of group `g`, ascending, lie from `starts[g]` up to `starts[g + 1]`. */
  readonly starts: Int32Array;
  /** Whole numbers where all are, in a range of 32 bits and none of them -0. */
  readonly values: Int32Array | Float64Array;
  readonly open: OpenCases;
}

/** Elapsed times that have not ended: how long they last so far is known once as_of is. Parallel arrays. */
export interface OpenCases {
  readonly group: Int32Array;
  readonly start: Float64Array;
  /** Milliseconds that do not count. */
  readonly pause: Float64Array;
  /** 1 where whole days are counted, for it begins on a date or ends on one. */
  readonly wholeDays: Uint8Array;
}

/** Exact sums: what a mean and its spread need. */
export interface MomentTally extends SetAside {
  readonly kind: 'moments';
  /** By group. */
  readonly moments: readonly Moments[];
  readonly open: OpenCases;
}

/** Sums without rounding: expansions as Shewchuk has them, components that do not overlap, the smallest first. */
export interface Moments {
  readonly count: number;
  readonly sum: readonly number[];
  readonly squares: readonly number[];
  /** Infinite where there is no value. */
  readonly min: number;
  readonly max: number;
}

/** What the export has counted, by group. */
export interface CountTally extends SetAside {
  readonly kind: 'counts';
  readonly kept: Float64Array;
  readonly of: Float64Array;
  readonly rows: Float64Array;
  /** Occasions of rows that do not say how many of them were kept. */
  readonly left: Float64Array;
}

/** Different values, each once a group. */
export interface IdTally extends SetAside {
  readonly kind: 'ids';
  /** Parallel to `code`. */
  readonly group: Int32Array;
  readonly code: Int32Array;
  /** Codes lie below it. */
  readonly ids: number;
  /** Occasions that hold a value, by group. */
  readonly rows: Float64Array;
}

/** Of one cell, what a page shows beside the report. */
export interface PageTally {
  /** Its groups are the hours of the week, 0 to 167, Monday first; occasions without one are left out. null: no times. */
  readonly hours: CellTally | null;
  /** null: the channel names none or has no segment, or its rows are no occasions of a customer's each (`tally`). */
  readonly customers: CustomerTally | null;
}

/** Customers by group whose occasions are decided or can still be; all cells of a channel share the arrays. */
export interface CustomerTally {
  /** Codes of block `b`, each once, lie from `starts[b]` up to `starts[b + 1]`. */
  readonly starts: Int32Array;
  readonly codes: Int32Array;
  /** The group of each block; a group may have several. */
  readonly group: Int32Array;
  /** The blocks that count for the cell. */
  readonly blocks: Int32Array;
  /** Occasions that are pending until they are due, and excluded from then on. */
  readonly leaving: OpenOccasions;
}

/** rows = the sum of the others. */
export interface RowCounts {
  readonly rows: number;
  readonly entered: number;
  readonly outsideWindow: number;
  readonly excepted: number;
  readonly filtered: number;
  readonly repeated: number;
  readonly undated: number;
  readonly unreadable: number;
}

export interface Faults {
  /** Rows set aside for cells that could not be read, each once. */
  readonly rows: number;
  /** Physical lines of records that are no rows: they belong to no channel more than to another. */
  readonly records: number;
  /** By file, kind and column, in reading order. */
  readonly groups: readonly FaultGroup[];
}

/** Faults of one kind in one column (or in the records) of one file. */
export interface FaultGroup {
  readonly file: number;
  /** null for records. */
  readonly column: number | null;
  readonly count: number;
  /** The first ones, in reading order; at least one. */
  readonly first: Fault;
  readonly more: readonly Fault[];
}

export type Fault =
  | { readonly kind: 'cell'; readonly line: number; readonly text: string }
  /**
   * The event, and what it lies before (or what it cannot be measured from, both being dates); `zero` for a length of
   * time below zero, `hours` for a date that is held against opening hours.
   */
  | { readonly kind: 'early' | 'timeless'; readonly line: number; readonly text: string; readonly start: string }
  /** An answer off its scale, a count above its total (`limit` is the total's text), or no whole number. */
  | {
      readonly kind: 'scale' | 'total' | 'uncounted';
      readonly line: number;
      readonly text: string;
      readonly limit: string;
    }
  | { readonly kind: 'record'; readonly line: number; readonly record: BrokenRecord };

/** Cases that stand twice where `repeats: error`. */
export interface RepeatedCases {
  readonly count: number;
  readonly samples: readonly {
    readonly first: { readonly file: number; readonly line: number };
    readonly again: { readonly file: number; readonly line: number };
  }[];
}

/** Values that a condition names, and whether the export ever holds them. */
export interface WordWatch {
  readonly column: number;
  /** Line of the promise file. */
  readonly line: number;
  readonly wanted: readonly string[];
  readonly seen: readonly boolean[];
  /** Values that are there, sorted; null where there are too many to name. */
  readonly values: readonly string[] | null;
}

export interface SourceTally {
  readonly source: number;
  /** Newest event in any row, newest `at`; null where there is none. */
  readonly horizon: Horizon;
  readonly channels: readonly ChannelTally[];
  readonly files: readonly FileFacts[];
  /** Rows by file that no channel's `where` takes, where several channels share the reading; else 0. */
  readonly untaken: readonly number[];
}

export interface Horizon {
  readonly event: Instant | null;
  /** The newest event but one. */
  readonly before: Instant | null;
  readonly at: Instant | null;
}
