import type { SortedArray } from './radix-sort.ts';

/** Stretches of one array, each ascending: run `r` lies from `from[r]` up to `to[r]`. */
export interface Runs {
  readonly values: SortedArray;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Steps that are spread evenly, whatever their number: no run and no part of one is looked at too late. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The value at a rank of all runs together, as if they were sorted into one: quickselect (C. A. R. Hoare, Algorithm 65,
 * CACM 4, 1961), where what lies below a pivot is found in each run by halving. Nothing is copied or moved.
 *
 * @param rank - from 0, below the number of values
 */
export function valueAtRank({ values, from: starts, to: ends }: Runs, rank: number): number {
  const from = starts.slice();
  const to = ends.slice();
  const cut = new Int32Array(from.length);
  let left = 0;
  for (let run = 0; run < from.length; run += 1) left += (to[run] ?? 0) - (from[run] ?? 0);
  let wanted = rank;
  for (let round = 1; ; round += 1) {
    const step = round * GOLDEN;
    const pivot = values[placeOf(Math.floor((step - Math.floor(step)) * left), from, to)] ?? 0;
    let below = 0;
    for (let run = 0; run < from.length; run += 1) {
      const start = from[run] ?? 0;
      const place = firstFrom(values, start, to[run] ?? 0, pivot);
      cut[run] = place;
      below += place - start;
    }
    if (wanted < below) {
      to.set(cut);
      left = below;
      continue;
    }
    wanted -= below;
    let equal = 0;
    for (let run = 0; run < from.length; run += 1) {
      const start = cut[run] ?? 0;
      const place = firstPast(values, start, to[run] ?? 0, pivot);
      from[run] = place;
      equal += place - start;
    }
    if (wanted < equal) return pivot;
    wanted -= equal;
    left -= below + equal;
  }
}

/** Where the `nth` of the values lies that are left, run after run. */
function placeOf(nth: number, from: Int32Array, to: Int32Array): number {
  let more = nth;
  for (let run = 0; run < from.length; run += 1) {
    const start = from[run] ?? 0;
    const length = (to[run] ?? 0) - start;
    if (more < length) return start + more;
    more -= length;
  }
  throw new RangeError(`no value at rank ${nth} of the runs`);
}

/** The first that does not stand before the pivot. */
function firstFrom(values: SortedArray, from: number, to: number, pivot: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(values[middle] ?? 0, pivot)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first that the pivot stands before. */
export function firstPast(values: SortedArray, from: number, to: number, pivot: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(pivot, values[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** In the order of typed arrays -0 stands before 0. */
function isBefore(a: number, b: number): boolean {
  return a < b || (a === b && Object.is(a, -0) && !Object.is(b, -0));
}
