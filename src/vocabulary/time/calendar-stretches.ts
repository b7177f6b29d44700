import type { OpenSpan } from '../../model/calendar.ts';
import type { DayNumber, Instant } from '../../model/time.ts';
import { DAY_MS } from './civil.ts';
import type { Zone } from './zone.ts';

/** A stretch of time with one offset from UTC, milliseconds; `to` is no part of it. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
}

/** Cuts the time from one instant up to another wherever the clock changes. */
export function stretches(zone: Zone, from: Instant, to: Instant): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  let offset = zone.offsetAt(from);
  for (const { at, after } of zone.transitions(from, to - 1)) {
    found.push({ from: start, to: at, offset });
    start = at;
    offset = after;
  }
  found.push({ from: start, to, offset });
  return found;
}

/** The instant at which the spans of a day are over for good; null where the clock change skips all that they hold. */
export function closeOf(zone: Zone, spans: readonly OpenSpan[], day: DayNumber): Instant | null {
  const midnight = day * DAY_MS;
  const first = spans[0];
  if (first === undefined) return null;
  const latest = spans.reduce((most, { to }) => Math.max(most, to), 0);
  let close: Instant | null = null;
  // No offset is as long as a day.
  for (const { from, to, offset } of stretches(zone, midnight + first.from - DAY_MS, midnight + latest + DAY_MS)) {
    for (const span of spans) {
      const start = Math.max(from, midnight + span.from - offset);
      const end = Math.min(to, midnight + span.to - offset);
      if (start < end && (close === null || end > close)) close = end;
    }
  }
  return close;
}
