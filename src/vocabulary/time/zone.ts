import type { DayNumber, Instant } from '../../model/time.ts';
import { DAY_MS, dayOf } from './civil.ts';
import { findTransitions, type OffsetProbe, offsetProbe, PROBE_STEP, type Transition } from './transitions.ts';

export type { Transition } from './transitions.ts';

/**
 * A time zone. Wall clocks (`localMs`) are milliseconds since 1970-01-01T00:00:00 as if the zone were UTC; offsets are
 * milliseconds east of UTC. The end of a day, everywhere in saydo, is its last millisecond.
 */
export interface Zone {
  /** As it was asked for. */
  readonly name: string;
  offsetAt(instant: Instant): number;
  /** A wall clock that a change skips is read with the offset before it, an hour on; a repeated one is the first. */
  toInstant(localMs: number): Instant;
  /** Whether the clock change skips or repeats this wall clock. */
  irregular(localMs: number): 'skipped' | 'repeated' | null;
  toLocal(instant: Instant): number;
  dayOf(instant: Instant): DayNumber;
  /** The first instant of a local day, also where its midnight is skipped; of a skipped day, the next one's. */
  startOfDay(day: DayNumber): Instant;
  /** The last millisecond before the next day starts. */
  endOfDay(day: DayNumber): Instant;
  /** Changes of offset after `from` and up to `to`, in order: plain data. */
  transitions(from: Instant, to: Instant): readonly Transition[];
}

const zones = new Map<string, Zone>();
const unknown = new Set<string>();
const UTC_NAMES = new Set(['utc', 'etc/utc', 'gmt', 'etc/gmt', 'uct', 'etc/uct', 'zulu', 'etc/zulu']);

/**
 * The zone of an IANA name, in any letter case; one object a name.
 *
 * @throws RangeError for a name that `Intl` does not know, and for a bare offset, which is no zone.
 */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  if (unknown.has(name)) throw new RangeError(`unknown time zone ${name}`);
  let zone: Zone;
  try {
    if (!/^[A-Za-z]/.test(name)) throw new RangeError('an offset is no zone');
    zone = new IntlZone(name, UTC_NAMES.has(name.toLowerCase()) ? null : offsetProbe(name));
  } catch {
    // Data may name zones (format VV), so what is remembered of wrong names is bounded.
    if (unknown.size < 1000) unknown.add(name);
    throw new RangeError(`unknown time zone ${name}`);
  }
  zones.set(name, zone);
  return zone;
}

export function isZone(name: string): boolean {
  if (unknown.has(name)) return false;
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

/** A stretch of time whose changes are known, two days beyond both ends too: no offset reaches further. */
interface Chunk {
  readonly from: number;
  readonly to: number;
  /** Where it has no change. */
  readonly offset: number;
  readonly changes: readonly Transition[];
}

const CHUNK = 74 * PROBE_STEP;
/** No zone of the IANA database changes its offset before 1835. */
const FIRST_CHUNK = Math.floor((dayOf(1800, 1, 1) * DAY_MS) / CHUNK);

class IntlZone implements Zone {
  readonly name: string;
  readonly #probe: OffsetProbe | null;
  readonly #chunks = new Map<number, Chunk>();

  // The stretch of wall clocks, and of instants, last seen to have one offset: nearly every value lies in it.
  #localFrom = 0;
  #localTo = 0;
  #localOffset = 0;
  #from = 0;
  #to = 0;
  #offset = 0;

  constructor(name: string, probe: OffsetProbe | null) {
    this.name = name;
    this.#probe = probe;
    if (probe !== null) return;
    this.#localFrom = this.#from = Number.NEGATIVE_INFINITY;
    this.#localTo = this.#to = Number.POSITIVE_INFINITY;
  }

  offsetAt(instant: Instant): number {
    if (instant >= this.#from && instant < this.#to) return this.#offset;
    return this.#findOffset(instant);
  }

  toInstant(localMs: number): Instant {
    if (localMs >= this.#localFrom && localMs < this.#localTo) return localMs - this.#localOffset;
    return localMs - this.#findLocalOffset(localMs);
  }

  irregular(localMs: number): 'skipped' | 'repeated' | null {
    if (localMs >= this.#localFrom && localMs < this.#localTo) return null;
    const change = this.#chunkAt(localMs).changes.find(
      (one) => localMs >= overlapFrom(one) && localMs < overlapTo(one),
    );
    if (change === undefined) return null;
    return change.after > change.before ? 'skipped' : 'repeated';
  }

  toLocal(instant: Instant): number {
    return instant + this.offsetAt(instant);
  }

  dayOf(instant: Instant): DayNumber {
    return Math.floor((instant + this.offsetAt(instant)) / DAY_MS);
  }

  startOfDay(day: DayNumber): Instant {
    const midnight = day * DAY_MS;
    if (midnight >= this.#localFrom && midnight < this.#localTo) return midnight - this.#localOffset;
    const skip = this.#chunkAt(midnight).changes.find(
      (one) => one.after > one.before && midnight >= overlapFrom(one) && midnight < overlapTo(one),
    );
    return skip === undefined ? this.toInstant(midnight) : skip.at;
  }

  endOfDay(day: DayNumber): Instant {
    return this.startOfDay(day + 1) - 1;
  }

  transitions(from: Instant, to: Instant): readonly Transition[] {
    const found: Transition[] = [];
    for (let chunk = this.#chunkAt(from); ; chunk = this.#chunkAt(chunk.to)) {
      for (const change of chunk.changes) {
        // A chunk knows of its neighbours' nearest changes too: those are theirs to report.
        const own = change.at >= chunk.from && change.at < chunk.to;
        if (own && change.at > from && change.at <= to) found.push(change);
      }
      if (chunk.to > to) break;
    }
    return found;
  }

  #findOffset(instant: Instant): number {
    const chunk = this.#chunkAt(instant);
    let { from, to, offset } = chunk;
    for (const change of chunk.changes) {
      if (instant < change.at) {
        to = Math.min(to, change.at);
        break;
      }
      offset = change.after;
      from = Math.max(from, change.at);
    }
    this.#from = from;
    this.#to = to;
    this.#offset = offset;
    return offset;
  }

  #findLocalOffset(localMs: number): number {
    const chunk = this.#chunkAt(localMs);
    let { from, to, offset } = chunk;
    for (const change of chunk.changes) {
      if (localMs < overlapTo(change)) {
        // Both readings of an irregular time take the offset before the change; it is no part of the stretch.
        if (localMs >= overlapFrom(change)) return change.before;
        to = Math.min(to, overlapFrom(change));
        break;
      }
      offset = change.after;
      from = Math.max(from, overlapTo(change));
    }
    this.#localFrom = from;
    this.#localTo = to;
    this.#localOffset = offset;
    return offset;
  }

  #chunkAt(ms: number): Chunk {
    if (!(Math.abs(ms) <= 8.64e15)) throw new RangeError(`${ms} is no moment`);
    if (this.#probe === null)
      return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, offset: 0, changes: [] };
    const index = Math.max(Math.floor(ms / CHUNK), FIRST_CHUNK);
    const known = this.#chunks.get(index);
    if (known !== undefined) return known;
    const from = index * CHUNK;
    const to = from + CHUNK;
    const offset = this.#probe(from - 2 * DAY_MS);
    const changes = findTransitions(this.#probe, from - 2 * DAY_MS, to + 2 * DAY_MS);
    const chunk = { from: index === FIRST_CHUNK ? Number.NEGATIVE_INFINITY : from, to, offset, changes };
    this.#chunks.set(index, chunk);
    return chunk;
  }
}

/** The wall clocks that a change skips or repeats lie between these two, the second not included. */
function overlapFrom(change: Transition): number {
  return change.at + Math.min(change.before, change.after);
}

function overlapTo(change: Transition): number {
  return change.at + Math.max(change.before, change.after);
}
