import type { Hours } from './calendar-hours.ts';
import { DAY_MS } from './civil.ts';

/**
 * 773 weeks, nearly 15 years: 27 of them are the 400 years after which the Gregorian calendar, weekdays and all, is
 * the same again.
 */
export const CHUNK_DAYS = 5411;
export const CHUNK_MS = CHUNK_DAYS * DAY_MS;
const CYCLE = 27;

/** From 2147 on, clock changes follow yearly rules alone: the tz database lists single ones up to 2087. */
const RULES_FROM = 12;
/** Up to 1792 no zone of the tz database changed its clock, so that one chunk is like another. */
const LOCAL_MEAN_TIME_TO = -13;

/** What a `Date` can hold, either side of 1970. */
export const MAX_INSTANT = 8.64e15;
const FIRST = Math.floor(-MAX_INSTANT / CHUNK_MS);
const LAST = Math.floor(MAX_INSTANT / CHUNK_MS);

/** Chunks that an override or a holiday touches, wherever in the world. */
export function specialChunks({ special, reach }: Hours): ReadonlySet<number> {
  const chunks = new Set<number>();
  for (const day of special.keys()) {
    const last = Math.floor(((day + 1) * DAY_MS + reach) / CHUNK_MS);
    for (let chunk = Math.floor((day - 1) / CHUNK_DAYS); chunk <= last; chunk += 1) chunks.add(chunk);
  }
  return chunks;
}

/** How the table of a chunk is made, or its total alone, which is quicker; `isSpecial`: see `specialChunks`. */
export interface TableMaker<T> {
  table(chunk: number, isSpecial: boolean): T;
  total(chunk: number, isSpecial: boolean): number;
}

/**
 * Tables of time, chunk by chunk, each built when it is first needed, and the sums of their totals. Chunks far out
 * that nothing special touches share the table of one that is like them, so that no more than some forty are built.
 */
export class Chunks<T> {
  readonly #maker: TableMaker<T>;
  readonly #special: ReadonlySet<number>;
  readonly #tables = new Map<string, T>();
  readonly #totals = new Map<string, number>();
  /** Sums up to each chunk, counted from the one asked for first; known from `#low` to `#high`. */
  #sums = new Float64Array(0);
  #low = 0;
  #high = 0;

  constructor(maker: TableMaker<T>, special: ReadonlySet<number>) {
    this.#maker = maker;
    this.#special = special;
  }

  at(chunk: number): T {
    const { key, like, isSpecial } = this.#alike(chunk);
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    const table = this.#maker.table(like, isSpecial);
    this.#tables.set(key, table);
    return table;
  }

  /** Total of all chunks before this one, less a constant. */
  before(chunk: number): number {
    if (this.#sums.length === 0) {
      this.#sums = new Float64Array(LAST - FIRST + 2);
      this.#low = this.#high = chunk;
    }
    for (; this.#high < chunk; this.#high += 1)
      this.#set(this.#high + 1, this.#sum(this.#high) + this.#total(this.#high));
    for (; this.#low > chunk; this.#low -= 1)
      this.#set(this.#low - 1, this.#sum(this.#low) - this.#total(this.#low - 1));
    return this.#sum(chunk);
  }

  /** The first chunk, from this one on, within which `before` reaches the sum, or `past` it; null where none does. */
  find(from: number, sum: number, past: boolean): number | null {
    const reached = (chunk: number) => (past ? this.before(chunk + 1) > sum : this.before(chunk + 1) >= sum);
    let high = from;
    while (!reached(high)) {
      if (high === LAST) return null;
      high = Math.min(LAST, Math.max(high + 1, this.#high - 1));
    }
    let low = from;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (reached(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #sum(chunk: number): number {
    return this.#sums[chunk - FIRST] ?? 0;
  }

  #set(chunk: number, sum: number): void {
    this.#sums[chunk - FIRST] = sum;
  }

  #total(chunk: number): number {
    const { key, like, isSpecial } = this.#alike(chunk);
    const known = this.#totals.get(key);
    if (known !== undefined) return known;
    const total = this.#maker.total(like, isSpecial);
    this.#totals.set(key, total);
    return total;
  }

  #alike(chunk: number): { readonly key: string; readonly like: number; readonly isSpecial: boolean } {
    if (this.#special.has(chunk)) return { key: `special ${chunk}`, like: chunk, isSpecial: true };
    const like = chunk > RULES_FROM ? RULES_FROM + ((chunk - RULES_FROM) % CYCLE) : Math.max(chunk, LOCAL_MEAN_TIME_TO);
    return { key: `plain ${like}`, like, isSpecial: false };
  }
}

/** @throws RangeError beyond what a `Date` can hold. */
export function chunkOf(at: number): number {
  if (!(Math.abs(at) <= MAX_INSTANT)) throw new RangeError(`${at} is no moment`);
  return Math.floor(at / CHUNK_MS);
}
