import type { Verdict } from './report.ts';

/** What a page shows beside the report: counted only where a page is asked for. */
export type PageFacts = readonly CellPage[];

/** Of one promise on one channel. */
export interface CellPage {
  readonly promise: string;
  readonly channel: string;
  /** By the hour of the week in which occasions began, Monday first; hours without any are left out. Empty: no times. */
  readonly hours: readonly HourOfWeek[];
  /**
   * How many different customers had an occasion, decided or pending, in each segment of the cell: parallel to the
   * segments of the report. Of a ratio, those of the occasions that it is a ratio to. null: the channel names no
   * customer, or its rows are not an occasion each (`tally`).
   */
  readonly customers: readonly SegmentCustomers[] | null;
  /** What whoever was let down is offered; null: nothing is declared. */
  readonly remedy: string | null;
}

export interface HourOfWeek {
  /** 0 is Monday. */
  readonly day: number;
  /** 0 to 23, as the clock of the channel's zone shows it. */
  readonly hour: number;
  readonly value: number | null;
  readonly cases: number;
  readonly kept: number | null;
  readonly missed: number | null;
  readonly pending: number;
  /** null: its measure adds up, and the target is the whole's. */
  readonly verdict: Verdict | null;
}

/** `by` and `is` as in the report's segments. */
export interface SegmentCustomers {
  readonly by: string;
  readonly is: string;
  readonly customers: number;
}
