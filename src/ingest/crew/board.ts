/** Entries of a ring at most, and words of one entry: segment, rows, kind. */
export const Entry = { SEGMENT: 0, ROWS: 1, KIND: 2, WORDS: 4 } as const;

/** What an entry says: rows are in the slot; there is more beside them in a message; or there is a message alone. */
export const Kind = { ROWS: 0, ROWS_BESIDE: 1, MESSAGE: 2 } as const;

/** The main thread among those that claim; helpers count from 1. */
export const MAIN = 0;

const STOP = 0;
const HEADER = 16;

/**
 * What the threads of a crew share beside the rows: who has taken which segment, and for each helper how many entries
 * it has written and how many of them are read. All words are Int32 in shared memory.
 */
export class Board {
  readonly words: Int32Array;
  readonly #segments: number;
  readonly #slots: number;

  constructor(buffer: SharedArrayBuffer, segments: number, slots: number) {
    this.words = new Int32Array(buffer);
    this.#segments = segments;
    this.#slots = slots;
  }

  static bytes(segments: number, helpers: number, slots: number): number {
    return (HEADER + segments + helpers * (2 + slots * Entry.WORDS)) * 4;
  }

  get isStopped(): boolean {
    return Atomics.load(this.words, STOP) === 1;
  }

  /** Tells all helpers to end. */
  stop(helpers: number): void {
    Atomics.store(this.words, STOP, 1);
    for (let helper = 0; helper < helpers; helper++) Atomics.notify(this.words, this.#read(helper));
  }

  /** Takes a segment for a thread (the main one is 0, helpers count from 1); false where another one has it. */
  claim(segment: number, thread: number): boolean {
    return Atomics.compareExchange(this.words, HEADER + segment, 0, thread + 1) === 0;
  }

  /** The thread that has a segment; -1 for none. */
  owner(segment: number): number {
    return Atomics.load(this.words, HEADER + segment) - 1;
  }

  /** Entries written that are not read yet. */
  waiting(helper: number): number {
    return Atomics.load(this.words, this.#written(helper)) - Atomics.load(this.words, this.#read(helper));
  }

  /** The slot that a helper's next entry goes to, once there is room; null where it is told to stop. */
  slotToFill(helper: number): number | null {
    const written = Atomics.load(this.words, this.#written(helper));
    for (;;) {
      if (this.isStopped) return null;
      const read = Atomics.load(this.words, this.#read(helper));
      if (written - read < this.#slots) return written % this.#slots;
      Atomics.wait(this.words, this.#read(helper), read, 1000);
    }
  }

  write(helper: number, segment: number, rows: number, kind: number): void {
    const written = Atomics.load(this.words, this.#written(helper));
    const entry = this.#entry(helper, written % this.#slots);
    this.words[entry + Entry.SEGMENT] = segment;
    this.words[entry + Entry.ROWS] = rows;
    this.words[entry + Entry.KIND] = kind;
    Atomics.store(this.words, this.#written(helper), written + 1);
    Atomics.notify(this.words, this.#written(helper));
  }

  /** The oldest entry of a helper that is not read yet. */
  entry(helper: number): {
    readonly slot: number;
    readonly segment: number;
    readonly rows: number;
    readonly kind: number;
  } {
    const slot = Atomics.load(this.words, this.#read(helper)) % this.#slots;
    const entry = this.#entry(helper, slot);
    return {
      slot,
      segment: this.words[entry + Entry.SEGMENT] ?? 0,
      rows: this.words[entry + Entry.ROWS] ?? 0,
      kind: this.words[entry + Entry.KIND] ?? 0,
    };
  }

  /** Gives the oldest entry's slot back. */
  release(helper: number): void {
    Atomics.add(this.words, this.#read(helper), 1);
    Atomics.notify(this.words, this.#read(helper));
  }

  /** Sleeps until a helper writes, a few milliseconds at most. */
  await(helper: number, milliseconds: number): void {
    const written = Atomics.load(this.words, this.#written(helper));
    if (written === Atomics.load(this.words, this.#read(helper))) {
      Atomics.wait(this.words, this.#written(helper), written, milliseconds);
    }
  }

  #written(helper: number): number {
    return HEADER + this.#segments + helper * (2 + this.#slots * Entry.WORDS);
  }

  #read(helper: number): number {
    return this.#written(helper) + 1;
  }

  #entry(helper: number, slot: number): number {
    return this.#written(helper) + 2 + slot * Entry.WORDS;
  }
}
