import type { Instant } from '../../model/time.ts';
import { CHUNK_MS } from './calendar-chunks.ts';
import type { SpansOn } from './calendar-hours.ts';
import { stretches } from './calendar-stretches.ts';
import { DAY_MS } from './civil.ts';
import type { Zone } from './zone.ts';

/** Half an hour: most desks open and close on one, so that nearly every bucket is either open or closed throughout. */
const BUCKET = 1_800_000;
const BUCKETS = CHUNK_MS / BUCKET;

/** Buckets that are indexed at once, when one of them is first asked for: a quarter or so, for most exports are short. */
const BLOCK = 4096;

const State = { UNKNOWN: 0, CLOSED: 1, OPEN: 2, MIXED: 3 } as const;

/** Half-open intervals of a chunk, in milliseconds since it began, in order and apart from each other. */
export interface Opening {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A chunk's opening hours, ready to be asked. */
export class Intervals {
  /** Open milliseconds. */
  readonly total: number;
  /** After the last comes one that never begins, so that no search runs out. */
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** Open milliseconds before each. */
  readonly #before: Float64Array;
  /** For each bucket the first interval that ends after it begins, its state, and the open milliseconds before it. */
  readonly #first = new Uint32Array(BUCKETS);
  readonly #states = new Uint8Array(BUCKETS);
  readonly #passed = new Float64Array(BUCKETS);

  constructor({ starts, ends }: Opening) {
    this.#starts = filled(starts, Number.POSITIVE_INFINITY);
    this.#ends = filled(ends, Number.POSITIVE_INFINITY);
    this.#before = new Float64Array(starts.length + 1);
    let total = 0;
    for (let index = 0; index < starts.length; index += 1) {
      total += (ends[index] ?? 0) - (starts[index] ?? 0);
      this.#before[index + 1] = total;
    }
    this.total = total;
  }

  /** Open milliseconds from the chunk's beginning. */
  passed(at: number): number {
    const bucket = Math.floor(at / BUCKET);
    if (this.#states[bucket] === State.UNKNOWN) this.#index(bucket);
    const state = this.#states[bucket];
    if (state === State.CLOSED) return this.#passed[bucket] ?? 0;
    if (state === State.OPEN) return (this.#passed[bucket] ?? 0) + at - bucket * BUCKET;
    const index = this.#next(at);
    return (this.#before[index] ?? 0) + Math.max(0, at - (this.#starts[index] ?? 0));
  }

  isOpen(at: number): boolean {
    return at >= (this.#starts[this.#next(at)] ?? 0);
  }

  /**
   * The first moment, from `at` on, with so many open milliseconds before it, or, if `past`, the last. The total has
   * to reach the sum, or pass it.
   */
  find(at: number, sum: number, past: boolean): number {
    const before = this.#before;
    let low = this.#next(at);
    // Nearly every deadline lies a few spans ahead.
    for (let step = 0; step < 4; step += 1, low += 1) {
      const end = before[low + 1] ?? 0;
      if (past ? end > sum : end >= sum) return (this.#starts[low] ?? 0) + sum - (before[low] ?? 0);
    }
    let high = before.length - 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const end = before[middle + 1] ?? 0;
      if (past ? end > sum : end >= sum) high = middle;
      else low = middle + 1;
    }
    return (this.#starts[low] ?? 0) + sum - (before[low] ?? 0);
  }

  /** Fills in the block of a bucket. */
  #index(asked: number): void {
    let bucket = asked - (asked % BLOCK);
    const last = Math.min(BUCKETS, bucket + BLOCK);
    for (let index = this.#endingAfter(bucket * BUCKET); bucket < last; index += 1) {
      const start = this.#starts[index] ?? 0;
      const end = this.#ends[index] ?? 0;
      const before = this.#before[index] ?? 0;
      const opening = Math.min(last, Math.floor(start / BUCKET));
      const next = Math.min(last, Math.ceil(end / BUCKET));
      for (; bucket < opening; bucket += 1) {
        this.#first[bucket] = index;
        this.#passed[bucket] = before;
        this.#states[bucket] = State.CLOSED;
      }
      for (; bucket < next; bucket += 1) {
        const from = bucket * BUCKET;
        this.#first[bucket] = index;
        this.#passed[bucket] = before + Math.max(0, from - start);
        this.#states[bucket] = start <= from && from + BUCKET <= end ? State.OPEN : State.MIXED;
      }
    }
  }

  /** The first interval that ends after a moment. */
  #endingAfter(at: number): number {
    let low = 0;
    let high = this.#ends.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ends[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The interval that `at` lies in, else the one after it. */
  #next(at: number): number {
    const bucket = Math.floor(at / BUCKET);
    if (this.#states[bucket] === State.UNKNOWN) this.#index(bucket);
    let index = this.#first[bucket] ?? 0;
    while ((this.#ends[index] ?? 0) <= at) index += 1;
    return index;
  }
}

/** @param spill Days after its own that a span may run into. */
export function openIntervals(zone: Zone, spansOn: SpansOn, spill: number, chunk: number): Opening {
  const origin: Instant = chunk * CHUNK_MS;
  const starts: number[] = [];
  const ends: number[] = [];
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const { from, to, offset } of stretches(zone, origin, origin + CHUNK_MS)) {
    const lastDay = Math.floor((to + offset - 1) / DAY_MS);
    for (let day = Math.floor((from + offset) / DAY_MS) - spill; day <= lastDay; day += 1) {
      const midnight = day * DAY_MS - offset;
      for (const span of spansOn(day)) {
        const start = Math.max(from, midnight + span.from) - origin;
        const end = Math.min(to, midnight + span.to) - origin;
        if (start >= end || end <= lastEnd) continue;
        if (start <= lastEnd) {
          ends[ends.length - 1] = end;
        } else {
          starts.push(start);
          ends.push(end);
        }
        lastEnd = end;
      }
    }
  }
  return { starts, ends };
}

/** Open milliseconds. */
export function openTotal({ starts, ends }: Opening): number {
  return ends.reduce((total, end, index) => total + end - (starts[index] ?? 0), 0);
}

function filled(values: readonly number[], last: number): Float64Array {
  const array = new Float64Array(values.length + 1);
  array.set(values);
  array[values.length] = last;
  return array;
}
