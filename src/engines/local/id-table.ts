import { HashList } from './hash-list.ts';

const LEAST_SLOTS = 64;
/** Of the slots, how many are filled before there are twice as many. */
const LOAD = 0.7;

/**
 * Tells ids apart by their 128-bit hashes and numbers them in the order they are met. Open addressing: a slot holds the
 * first word of a hash beside its number, so that a look-up touches one line of memory, and one more where it is known.
 * 16 bytes an id, and 11 to 23 in slots. The odds that two of a billion ids share a hash are below 10^-20.
 */
export class IdTable {
  readonly #hashes = new HashList();
  /** First word and number, by slot; a number below 0: the slot is free. */
  #slots = freeSlots(LEAST_SLOTS);

  get size(): number {
    return this.#hashes.length;
  }

  /** The number of an id, a new one where it was not met before. */
  code(hashes: Uint32Array, offset: number): number {
    const slots = this.#slots;
    const last = slots.length - 2;
    const first = (hashes[offset] ?? 0) | 0;
    for (let slot = (first << 1) & last; ; slot = (slot + 2) & last) {
      const code = slots[slot + 1] ?? -1;
      if (code < 0) return this.#add(slot, hashes, offset);
      if (slots[slot] === first && this.#hashes.holds(code, hashes, offset)) return code;
    }
  }

  /** The numbers of the ids of some rows, the first `count` of `rows`. */
  codes(hashes: Uint32Array, rows: Int32Array, count: number, into: Int32Array): void {
    for (let from = 0; from < count; from += BLOCK) {
      const to = Math.min(count, from + BLOCK);
      if (this.#slots.length > CACHED) this.#touch(hashes, rows, from, to);
      for (let index = from; index < to; index += 1) into[index] = this.code(hashes, (rows[index] ?? 0) * 4);
    }
  }

  /** Numbers the ids of another table: gives this table's code for each of its codes. */
  absorb(other: IdTable): Int32Array {
    const codes = new Int32Array(other.size);
    for (const { hashes, from, count } of other.#hashes.chunks()) {
      for (let index = 0; index < count; index += 1) codes[from + index] = this.code(hashes, index * 4);
    }
    return codes;
  }

  /** Reads what several rows will look at without waiting for one before the next, so that it is near when needed. */
  #touch(hashes: Uint32Array, rows: Int32Array, from: number, to: number): void {
    const slots = this.#slots;
    const last = slots.length - 2;
    let sum = 0;
    for (let index = from; index < to; index += 1) {
      sum ^= slots[((hashes[(rows[index] ?? 0) * 4] ?? 0) << 1) & last] ?? 0;
    }
    for (let index = from; index < to; index += 1) {
      const code = slots[(((hashes[(rows[index] ?? 0) * 4] ?? 0) << 1) & last) + 1] ?? -1;
      sum ^= this.#hashes.second(code < 0 ? 0 : code);
    }
    this.touched = sum;
  }

  /** Keeps the loop above from being left out as useless. */
  protected touched = 0;

  #add(slot: number, hashes: Uint32Array, offset: number): number {
    const code = this.#hashes.length;
    const first = hashes[offset] ?? 0;
    this.#slots[slot] = first;
    this.#slots[slot + 1] = code;
    this.#hashes.push(first, hashes[offset + 1] ?? 0, hashes[offset + 2] ?? 0, hashes[offset + 3] ?? 0);
    if ((code + 1) * 2 > this.#slots.length * LOAD) this.#grow();
    return code;
  }

  /** The old slots are let go of first: the hashes say all that they did. */
  #grow(): void {
    const { length } = this.#slots;
    this.#slots = NONE;
    const slots = freeSlots(length);
    const last = slots.length - 2;
    for (const { hashes, from, count } of this.#hashes.chunks()) {
      for (let index = 0; index < count; index += 1) {
        const first = (hashes[index * 4] ?? 0) | 0;
        let slot = (first << 1) & last;
        while ((slots[slot + 1] ?? -1) >= 0) slot = (slot + 2) & last;
        slots[slot] = first;
        slots[slot + 1] = from + index;
      }
    }
    this.#slots = slots;
  }
}

const BLOCK = 128;
/** Up to so many words of slots, 512 kB, they are near anyway. */
const CACHED = 1 << 17;
const NONE = new Int32Array(0);

function freeSlots(count: number): Int32Array {
  return new Int32Array(count * 2).fill(-1);
}
