import { Growing, int32 } from '../growing.ts';

/** Of the slots, how many are filled before there are twice as many. */
const LOAD = 0.7;

/**
 * Pairs of a group and a code, each once, in the order they are met. Open addressing with the pairs themselves in the
 * slots, so that a look-up touches one line of memory: 11 to 23 bytes a pair, and 8 to 16 for their order.
 */
export class PairTable {
  readonly #group = new Growing(int32);
  readonly #code = new Growing(int32);
  /** Group and code, by slot; a group below 0: the slot is free. */
  #slots = new Int32Array(64).fill(-1);

  /** The first `count` pairs of two lists. */
  addAll(groups: Int32Array, codes: Int32Array, count: number): void {
    for (let from = 0; from < count; from += BLOCK) {
      const to = Math.min(count, from + BLOCK);
      if (this.#slots.length > CACHED) this.#touch(groups, codes, from, to);
      for (let index = from; index < to; index += 1) this.add(groups[index] ?? 0, codes[index] ?? 0);
    }
  }

  /** Reads what several pairs will look at without waiting for one before the next, so that it is near when needed. */
  #touch(groups: Int32Array, codes: Int32Array, from: number, to: number): void {
    const slots = this.#slots;
    const last = slots.length - 2;
    let sum = 0;
    for (let index = from; index < to; index += 1)
      sum ^= slots[hash(groups[index] ?? 0, codes[index] ?? 0) & last] ?? 0;
    this.touched = sum;
  }

  /** Keeps the loop above from being left out as useless. */
  protected touched = 0;

  add(group: number, code: number): void {
    const slots = this.#slots;
    const last = slots.length - 2;
    let slot = hash(group, code) & last;
    for (;;) {
      const there = slots[slot] ?? -1;
      if (there < 0) break;
      if (there === group && slots[slot + 1] === code) return;
      slot = (slot + 2) & last;
    }
    slots[slot] = group;
    slots[slot + 1] = code;
    this.#group.push(group);
    this.#code.push(code);
    if (this.#group.length * 2 > slots.length * LOAD) this.#grow();
  }

  #grow(): void {
    const { length } = this.#slots;
    this.#slots = NONE;
    const slots = new Int32Array(length * 2).fill(-1);
    const last = slots.length - 2;
    const groups = this.#group.array;
    const codes = this.#code.array;
    for (let pair = 0; pair < this.#group.length; pair += 1) {
      const group = groups[pair] ?? 0;
      const code = codes[pair] ?? 0;
      let slot = hash(group, code) & last;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 2) & last;
      slots[slot] = group;
      slots[slot + 1] = code;
    }
    this.#slots = slots;
  }

  absorb(later: PairTable, groups: Int32Array, codes: Int32Array): void {
    for (let pair = 0; pair < later.#group.length; pair += 1) {
      this.add(groups[later.#group.get(pair)] ?? 0, codes[later.#code.get(pair)] ?? 0);
    }
  }

  /** To be called once: the slots are let go of. */
  tally(): { readonly group: Int32Array; readonly code: Int32Array } {
    this.#slots = NONE;
    const { length } = this.#group;
    return { group: this.#group.array.slice(0, length), code: this.#code.array.slice(0, length) };
  }
}

const NONE = new Int32Array(0);
const BLOCK = 128;
/** Up to so many words of slots, 512 kB, they are near anyway. */
const CACHED = 1 << 17;

/** Spreads small numbers over 32 bits: odd factors and shifts, as in the finalizer of MurmurHash3. The last bit is 0. */
function hash(group: number, code: number): number {
  let mixed = Math.imul(group, 0x85ebca6b) ^ Math.imul(code, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x9e3779b1);
  return (mixed ^ (mixed >>> 13)) << 1;
}
