/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Days since 1970-01-01 on the calendar of some time zone, without a zone of its own. */
export type DayNumber = number;

export type PeriodGrain = 'day' | 'week' | 'month' | 'quarter';

/** Whole days, both included. */
export interface DayRange {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** What the file or the command line says about the window; days are settled once the data's horizon is known. */
export type WindowSpec =
  | { readonly kind: 'days'; readonly from: DayNumber | null; readonly to: DayNumber | null }
  | { readonly kind: 'last-days'; readonly days: number }
  | { readonly kind: 'last-period'; readonly grain: PeriodGrain };
