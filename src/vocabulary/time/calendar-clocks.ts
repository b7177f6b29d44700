import type { DayNumber, Instant } from '../../model/time.ts';
import { CHUNK_MS, Chunks, chunkOf, MAX_INSTANT, specialChunks } from './calendar-chunks.ts';
import { OpenDays } from './calendar-days.ts';
import type { Hours } from './calendar-hours.ts';
import { Intervals, openIntervals, openTotal } from './calendar-intervals.ts';
import type { OpenClock } from './open-clock.ts';
import type { Zone } from './zone.ts';

/** What all clocks share: their days. */
class DayClock {
  readonly zone: Zone;
  readonly #days: OpenDays;

  constructor(zone: Zone, hours: Hours) {
    this.zone = zone;
    this.#days = new OpenDays(zone, hours, specialChunks(hours));
  }

  openDays(from: DayNumber, to: DayNumber): number {
    return this.#days.between(from, to);
  }

  openDay(day: DayNumber, count: number): { readonly day: DayNumber; readonly close: Instant } | null {
    return this.#days.find(day, count);
  }
}

/** Day and night, every day. */
export class AlwaysClock extends DayClock implements OpenClock {
  readonly always = true;

  isOpen(at: Instant): boolean {
    chunkOf(at);
    return true;
  }

  between(from: Instant, to: Instant): number {
    chunkOf(from);
    chunkOf(to);
    return to - from;
  }

  due(from: Instant, ms: number): Instant | null {
    const at = this.until(from, ms);
    return at === Number.POSITIVE_INFINITY ? null : at;
  }

  until(from: Instant, ms: number): Instant {
    chunkOf(from);
    checkSpan(ms);
    return from + ms > MAX_INSTANT ? Number.POSITIVE_INFINITY : from + ms;
  }
}

/** A chunk that was asked for: nearly every row lies in the one of the row before. */
interface Visit {
  readonly chunk: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly open: Intervals;
  /** Open milliseconds before the chunk, less a constant. */
  readonly before: number;
}

/** Opens and closes. */
export class HoursClock extends DayClock implements OpenClock {
  readonly always = false;
  readonly #chunks: Chunks<Intervals>;
  readonly #visits = new Map<number, Visit>();
  // Starts and ends may be years apart, and so in chunks of their own.
  #start: Visit = NOWHERE;
  #end: Visit = NOWHERE;

  constructor(zone: Zone, hours: Hours) {
    super(zone, hours);
    const opening = (chunk: number, isSpecial: boolean) =>
      openIntervals(zone, isSpecial ? hours.on : hours.usual, hours.spill, chunk);
    this.#chunks = new Chunks(
      {
        table: (chunk, isSpecial) => new Intervals(opening(chunk, isSpecial)),
        total: (chunk, isSpecial) => openTotal(opening(chunk, isSpecial)),
      },
      specialChunks(hours),
    );
  }

  isOpen(at: Instant): boolean {
    const { from, open } = this.#visit(at);
    return open.isOpen(at - from);
  }

  between(from: Instant, to: Instant): number {
    const start = from >= this.#start.from && from < this.#start.to ? this.#start : this.#visit(from);
    let end = this.#end;
    if (!(to >= end.from && to < end.to)) this.#end = end = this.#visitOf(to);
    return end.before - start.before + end.open.passed(to - end.from) - start.open.passed(from - start.from);
  }

  due(from: Instant, ms: number): Instant | null {
    const at = this.#after(from, ms, false);
    return ms === 0 ? from : at;
  }

  until(from: Instant, ms: number): Instant {
    return this.#after(from, ms, true) ?? Number.POSITIVE_INFINITY;
  }

  /** The first instant with `ms` open milliseconds since `from`, or, if `past`, the last. */
  #after(from: Instant, ms: number, past: boolean): Instant | null {
    checkSpan(ms);
    const start = this.#visit(from);
    const at = from - start.from;
    const sum = start.open.passed(at) + ms;
    if (past ? sum < start.open.total : sum <= start.open.total) {
      return within(start.from + start.open.find(at, sum, past));
    }
    const chunk = this.#chunks.find(start.chunk, start.before + sum, past);
    if (chunk === null) return null;
    const rest = start.before + sum - this.#chunks.before(chunk);
    return within(chunk * CHUNK_MS + this.#chunks.at(chunk).find(0, rest, past));
  }

  #visit(at: Instant): Visit {
    if (!(at >= this.#start.from && at < this.#start.to)) this.#start = this.#visitOf(at);
    return this.#start;
  }

  #visitOf(at: Instant): Visit {
    const chunk = chunkOf(at);
    const known = this.#visits.get(chunk);
    if (known !== undefined) return known;
    const from = chunk * CHUNK_MS;
    const before = this.#chunks.before(chunk);
    const visit = { chunk, from, to: from + CHUNK_MS, open: this.#chunks.at(chunk), before };
    this.#visits.set(chunk, visit);
    return visit;
  }
}

const NOWHERE: Visit = { chunk: 0, from: 0, to: 0, open: new Intervals({ starts: [], ends: [] }), before: 0 };

function within(at: Instant): Instant | null {
  return at <= MAX_INSTANT ? at : null;
}

function checkSpan(ms: number): void {
  if (!(ms >= 0)) throw new RangeError(`${ms} is no span of time`);
}
