import type { Moments } from '../model/tally.ts';
import { momentsOf } from './moments.ts';
import type { SortedArray } from './radix-sort.ts';
import { type Runs, valueAtRank } from './rank-of-runs.ts';
import { arrayLike, SHORT, stretchesOf } from './stretches-of-runs.ts';

/** Values in ascending order: at hand in one array, or as runs that are seen as one. */
export type SortedValues = SortedArray | SortedRuns;

/**
 * Several ascending runs seen as one ascending list. A rank is looked for where the runs lie; only many short
 * ones are put into one array.
 */
export class SortedRuns {
  readonly length: number;
  readonly #runs: Runs;
  readonly #moments: () => Moments;
  #merged: SortedArray | null = null;

  /** @param moments - of all values of the runs */
  constructor(runs: Runs, moments: () => Moments) {
    this.#runs = runs;
    this.#moments = moments;
    let length = 0;
    for (let run = 0; run < runs.from.length; run += 1) length += (runs.to[run] ?? 0) - (runs.from[run] ?? 0);
    this.length = length;
  }

  /** @param rank - from 0; undefined where there is none. */
  at(rank: number): number | undefined {
    if (!(rank >= 0 && rank < this.length)) return undefined;
    const { from } = this.#runs;
    if (this.#merged !== null || from.length === 1 || this.length < from.length * SHORT) {
      this.#merged ??= merge(this.#runs, this.length);
      return this.#merged[rank];
    }
    return valueAtRank(this.#runs, rank);
  }

  moments(): Moments {
    return this.#moments();
  }

  /** All values; each array is overwritten by the next, and not to be written to. */
  stretches(): Iterable<SortedArray> {
    return this.#merged === null ? stretchesOf(this.#runs) : [this.#merged];
  }
}

function merge(runs: Runs, length: number): SortedArray {
  const { values, from, to } = runs;
  if (from.length === 1) return values.subarray(from[0], to[0]);
  const merged = arrayLike(values, length);
  let at = 0;
  for (const stretch of stretchesOf(runs)) {
    merged.set(stretch, at);
    at += stretch.length;
  }
  return merged;
}

/** All values, in one or more ascending arrays, each to be read before the next is asked for. */
export function stretchesOfSorted(values: SortedValues): Iterable<SortedArray> {
  return values instanceof SortedRuns ? values.stretches() : [values];
}

export function momentsOfSorted(values: SortedValues): Moments {
  return values instanceof SortedRuns ? values.moments() : momentsOf(values);
}
