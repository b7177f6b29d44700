import type { Instant } from '../../model/time.ts';
import { DAY_MS, dayOf } from './civil.ts';

/** A change of a zone's offset from UTC: `before` holds up to the instant, `after` from it on. Milliseconds. */
export interface Transition {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

/** Offset of a zone from UTC at an instant, in milliseconds. */
export type OffsetProbe = (instant: Instant) => number;

/**
 * Asks `Intl` for a zone's offset.
 *
 * @throws RangeError where `Intl` does not know the zone.
 */
export function offsetProbe(name: string): OffsetProbe {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (instant) => {
    // `03/29/2026, 02:00:00`: read by its numbers alone, so that no change of punctuation matters.
    const [month, day, year, hour, minute, second] = (format.format(instant).match(/\d+/g) ?? []).map(Number);
    if (
      month === undefined ||
      day === undefined ||
      year === undefined ||
      hour === undefined ||
      minute === undefined ||
      second === undefined
    ) {
      throw new Error(`Intl gave no wall clock for ${name}`);
    }
    const local = dayOf(year, month, day) * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000;
    return local - Math.floor(instant / 1000) * 1000;
  };
}

/** Changes that undo each other within a step would be missed: the shortest on record is Recife's week of 2000. */
export const PROBE_STEP = 5 * DAY_MS;

/** Changes of offset after `from` and up to `to`, in order. Bounds are whole seconds. */
export function findTransitions(probe: OffsetProbe, from: Instant, to: Instant): Transition[] {
  const found: Transition[] = [];
  let start = from;
  let before = probe(start);
  while (start < to) {
    const end = Math.min(start + PROBE_STEP, to);
    const after = probe(end);
    if (after !== before) bisect(probe, start, before, end, after, found);
    start = end;
    before = after;
  }
  return found;
}

function bisect(
  probe: OffsetProbe,
  from: Instant,
  before: number,
  to: Instant,
  after: number,
  found: Transition[],
): void {
  if (to - from <= 1000) {
    found.push({ at: to, before, after });
    return;
  }
  const middle = from + Math.floor((to - from) / 2000) * 1000;
  const between = probe(middle);
  if (between !== before) bisect(probe, from, before, middle, between, found);
  if (between !== after) bisect(probe, middle, between, to, after, found);
}
