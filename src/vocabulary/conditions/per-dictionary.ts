import type { Dictionary } from '../../model/batch.ts';

/**
 * Something for each dictionary, kept as long as the dictionary is: batches of several decoders alternate, each with
 * its own.
 */
export class PerDictionary<T> {
  readonly #make: () => T;
  readonly #all = new WeakMap<Dictionary, T>();
  #last: Dictionary | null = null;
  #found: T | null = null;

  constructor(make: () => T) {
    this.#make = make;
  }

  of(dictionary: Dictionary): T {
    if (dictionary === this.#last && this.#found !== null) return this.#found;
    const found = this.#all.get(dictionary) ?? this.#make();
    this.#all.set(dictionary, found);
    this.#last = dictionary;
    this.#found = found;
    return found;
  }
}
