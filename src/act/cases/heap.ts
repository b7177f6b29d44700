/** What comes first: the lower group, in it the lower size, among equals the lower number. */
export interface Key {
  readonly group: number;
  readonly size: number;
  /** In reading order; no two are alike. */
  readonly number: number;
}

export interface Keyed<T> extends Key {
  readonly value: T;
}

/** Below zero where `a` comes first. */
export function order(a: Key, b: Key): number {
  if (a.group !== b.group) return a.group - b.group;
  if (a.size !== b.size) return a.size < b.size ? -1 : 1;
  return a.number - b.number;
}

/** The first few of many, in memory for those few: a binary heap, the last of them at its root. */
export class FirstFew<T> {
  readonly #most: number;
  readonly #heap: Keyed<T>[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Is it among the first, as far as is known? What is not need not be made. */
  takes(key: Key): boolean {
    const last = this.#heap[0];
    return this.#heap.length < this.#most || (last !== undefined && order(key, last) < 0);
  }

  add(key: Key, value: T): void {
    const entry = { ...key, value };
    if (this.#heap.length < this.#most) {
      this.#heap.push(entry);
      this.#rise(this.#heap.length - 1);
    } else if (this.takes(key)) {
      this.#heap[0] = entry;
      this.#sink();
    }
  }

  /** In order. */
  sorted(): readonly T[] {
    return this.#heap.toSorted(order).map(({ value }) => value);
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfAfter(at, parent)) return;
      at = parent;
    }
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const later = this.#isAfter(left + 1, left) ? left + 1 : left;
      if (!this.#swapIfAfter(later, at)) return;
      at = later;
    }
  }

  #isAfter(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    return a !== undefined && b !== undefined && order(a, b) > 0;
  }

  /** Puts the later of the two nearer the root. */
  #swapIfAfter(lower: number, upper: number): boolean {
    const [a, b] = [this.#heap[lower], this.#heap[upper]];
    if (a === undefined || b === undefined || order(a, b) <= 0) return false;
    this.#heap[lower] = b;
    this.#heap[upper] = a;
    return true;
  }
}
