import type { DayNumber, Instant } from '../../model/time.ts';
import { CHUNK_DAYS, Chunks, chunkOf, MAX_INSTANT } from './calendar-chunks.ts';
import type { Hours, SpansOn } from './calendar-hours.ts';
import { closeOf } from './calendar-stretches.ts';
import { DAY_MS } from './civil.ts';
import type { Zone } from './zone.ts';

/** How many open days lie before each day of a chunk, and before the next chunk. */
type Ranks = Uint16Array;

interface OpenDay {
  readonly day: DayNumber;
  readonly close: Instant;
}

/** Counts the days on which a span starts; one whose spans the clock change skips altogether is none of them. */
export class OpenDays {
  readonly #zone: Zone;
  readonly #hours: Hours;
  readonly #chunks: Chunks<Ranks>;
  // What was asked last: rows of an export are mostly in order.
  #lastDay = Number.NaN;
  #lastCount = Number.NaN;
  #last: OpenDay | null = null;

  constructor(zone: Zone, hours: Hours, special: ReadonlySet<number>) {
    this.#zone = zone;
    this.#hours = hours;
    const table = (chunk: number, isSpecial: boolean) => this.#ranks(chunk, isSpecial ? hours.on : hours.usual);
    this.#chunks = new Chunks(
      { table, total: (chunk, isSpecial) => table(chunk, isSpecial)[CHUNK_DAYS] ?? 0 },
      special,
    );
  }

  /** Open days after `from`, up to and with `to`. */
  between(from: DayNumber, to: DayNumber): number {
    const chunk = chunkOfDay(from);
    if (chunk !== chunkOfDay(to)) return this.#through(to) - this.#through(from);
    const before = this.#chunks.at(chunk);
    const first = chunk * CHUNK_DAYS;
    return (before[to - first + 1] ?? 0) - (before[from - first + 1] ?? 0);
  }

  /** The `count`-th open day after `day`; for 0 the first from `day` on. null where there is none. */
  find(day: DayNumber, count: number): OpenDay | null {
    if (day !== this.#lastDay || count !== this.#lastCount) {
      this.#last = this.#find(day, count);
      this.#lastDay = day;
      this.#lastCount = count;
    }
    return this.#last;
  }

  #find(day: DayNumber, count: number): OpenDay | null {
    const from = count === 0 ? day - 1 : day;
    const sum = this.#through(from) + Math.max(1, count);
    const chunk = this.#chunks.find(chunkOfDay(from), sum, false);
    if (chunk === null) return null;
    const rank = sum - this.#chunks.before(chunk);
    const before = this.#chunks.at(chunk);
    let low = 0;
    let high = CHUNK_DAYS - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((before[middle + 1] ?? 0) >= rank) high = middle;
      else low = middle + 1;
    }
    const found = chunk * CHUNK_DAYS + low;
    if ((found + 2) * DAY_MS + this.#hours.reach > MAX_INSTANT) return null;
    const close = closeOf(this.#zone, this.#hours.on(found), found);
    return close === null ? null : { day: found, close };
  }

  /** Open days up to and with this one, less a constant. */
  #through(day: DayNumber): number {
    const chunk = chunkOfDay(day);
    return this.#chunks.before(chunk) + (this.#chunks.at(chunk)[day - chunk * CHUNK_DAYS + 1] ?? 0);
  }

  #ranks(chunk: number, spansOn: SpansOn): Ranks {
    const first = chunk * CHUNK_DAYS;
    const skipped = this.#skipped(first, spansOn);
    const before = new Uint16Array(CHUNK_DAYS + 1);
    let total = 0;
    for (let index = 0; index < CHUNK_DAYS; index += 1) {
      if (spansOn(first + index).length > 0 && !skipped.has(first + index)) total += 1;
      before[index + 1] = total;
    }
    return before;
  }

  #skipped(first: DayNumber, spansOn: SpansOn): ReadonlySet<DayNumber> {
    const days = new Set<DayNumber>();
    const from = (first - 2) * DAY_MS;
    const to = (first + CHUNK_DAYS + this.#hours.spill + 2) * DAY_MS;
    for (const { at, before, after } of this.#zone.transitions(from, to)) {
      if (after < before) continue;
      const last = Math.floor((at + after - 1) / DAY_MS);
      for (let day = Math.floor((at + before) / DAY_MS) - this.#hours.spill; day <= last; day += 1) {
        const spans = spansOn(day);
        if (spans.length > 0 && closeOf(this.#zone, spans, day) === null) days.add(day);
      }
    }
    return days;
  }
}

/** @throws RangeError beyond the days that a `Date` can hold. */
function chunkOfDay(day: DayNumber): number {
  return chunkOf(day * DAY_MS);
}
