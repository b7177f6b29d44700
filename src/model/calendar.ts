import type { DayNumber } from './time.ts';

/** Opening hours of a desk, plain data: half-open spans of local time. */
export interface Calendar {
  readonly name: string;
  /** IANA zone that the hours are local to. */
  readonly zone: string;
  /** Seven lists, Monday first; within a list in order, and not touching each other. */
  readonly week: readonly (readonly OpenSpan[])[];
  /** Days on which nothing starts, in order. */
  readonly holidays: readonly DayNumber[];
  /** Days with hours of their own, in order; they outrank `holidays`. No span: closed. */
  readonly overrides: readonly { readonly day: DayNumber; readonly spans: readonly OpenSpan[] }[];
}

/** Local milliseconds from the midnight that the day begins with; `to` lies beyond a day where it runs past midnight. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}
