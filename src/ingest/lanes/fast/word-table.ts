import type { Arena } from './arena.ts';
import { type Kernels, wordTableBytes } from './kernels/kernels.ts';

const FIRST_SLOTS = 256;
const MOST_SLOTS = 65_536;
/** Bytes of keys that a slot has room for on average: few words are long. */
const KEY = 8;

/** Cells whose meaning is known, by their bytes. When it is full it starts anew at twice the size, then gives up. */
export class WordTable {
  readonly #arena: Arena;
  readonly #kernels: Kernels;
  #slots = FIRST_SLOTS;
  #at: number;
  isFull = false;

  constructor(arena: Arena, kernels: Kernels) {
    this.#arena = arena;
    this.#kernels = kernels;
    this.#at = arena.take(bytesOf(this.#slots));
    this.clear();
  }

  /** The place of the table, for the kernel. */
  get at(): number {
    return this.#at;
  }

  /** Forgets all words. */
  clear(): void {
    this.#kernels.makeTable(this.#at, this.#slots, this.#slots * KEY);
    this.isFull = false;
  }

  add(bytes: number, length: number, code: number): void {
    if (this.isFull || this.#kernels.addWord(this.#at, bytes, length, code) === 1) return;
    const larger = this.#slots === MOST_SLOTS ? null : this.#arena.takeIfAny(bytesOf(this.#slots * 4));
    if (larger === null) {
      this.isFull = true;
      return;
    }
    // Words that were known are met once more, and then known again.
    this.#slots *= 4;
    this.#at = larger;
    this.clear();
    this.#kernels.addWord(this.#at, bytes, length, code);
  }
}

function bytesOf(slots: number): number {
  return wordTableBytes(slots, slots * KEY);
}
