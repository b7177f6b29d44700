const LEAST_SLOTS = 32;
/** Of the slots, how many are filled before there are twice as many. */
const LOAD = 0.7;
/** Words a slot: the four of a hash, then its number and one, so that 0 says that the slot is free. */
const WORDS = 5;
const NUMBER = 4;
/** Hashes that another table hands over at a time. */
const HANDFUL = 4096;

/**
 * Tells ids apart by their 128-bit hashes and numbers them in the order they are met. Open addressing with the hashes
 * themselves in the slots, so that a look-up touches one line of memory, seldom two: 29 to 57 bytes an id. The odds
 * that two of a billion ids share a hash are below 10^-20.
 */
export class IdTable {
  #slots = new Int32Array(LEAST_SLOTS * WORDS);
  /** One less than the number of slots, a power of two. */
  #last = LEAST_SLOTS - 1;
  #size = 0;
  #most = Math.floor(LEAST_SLOTS * LOAD);

  get size(): number {
    return this.#size;
  }

  /** The number of an id, a new one where it was not met before. */
  code(hashes: Uint32Array, offset: number): number {
    const slots = this.#slots;
    const last = this.#last;
    const first = (hashes[offset] ?? 0) | 0;
    for (let slot = first & last; ; slot = (slot + 1) & last) {
      const at = slot * WORDS;
      const number = slots[at + NUMBER] ?? 0;
      if (number === 0) return this.#add(at, hashes, offset);
      if (
        slots[at] === first &&
        slots[at + 1] === ((hashes[offset + 1] ?? 0) | 0) &&
        slots[at + 2] === ((hashes[offset + 2] ?? 0) | 0) &&
        slots[at + 3] === ((hashes[offset + 3] ?? 0) | 0)
      )
        return number - 1;
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
    const places = other.#places();
    const slots = other.#slots;
    const rows = Int32Array.from({ length: Math.min(HANDFUL, codes.length) }, (_, index) => index);
    const hashes = new Uint32Array(rows.length * 4);
    for (let from = 0; from < codes.length; from += HANDFUL) {
      const count = Math.min(HANDFUL, codes.length - from);
      for (let index = 0; index < count; index += 1) {
        const at = places[from + index] ?? 0;
        for (let word = 0; word < NUMBER; word += 1) hashes[index * 4 + word] = slots[at + word] ?? 0;
      }
      this.codes(hashes, rows, count, codes.subarray(from, from + count));
    }
    return codes;
  }

  /** The hashes of all ids, four words each, by number. */
  hashes(): Uint32Array {
    const places = this.#places();
    const hashes = new Uint32Array(places.length * NUMBER);
    for (let code = 0; code < places.length; code += 1) {
      for (let word = 0; word < NUMBER; word += 1) {
        hashes[code * NUMBER + word] = this.#slots[(places[code] ?? 0) + word] ?? 0;
      }
    }
    return hashes;
  }

  /** Where each number stands. */
  #places(): Int32Array {
    const slots = this.#slots;
    const places = new Int32Array(this.#size);
    for (let at = 0; at < slots.length; at += WORDS) {
      const number = slots[at + NUMBER] ?? 0;
      if (number > 0) places[number - 1] = at;
    }
    return places;
  }

  /** Reads what several rows will look at without waiting for one before the next, so that it is near when needed. */
  #touch(hashes: Uint32Array, rows: Int32Array, from: number, to: number): void {
    const slots = this.#slots;
    const last = this.#last;
    let sum = 0;
    for (let index = from; index < to; index += 1) {
      const at = ((hashes[(rows[index] ?? 0) * 4] ?? 0) & last) * WORDS;
      // A slot may lie across two lines.
      sum ^= (slots[at] ?? 0) ^ (slots[at + NUMBER] ?? 0);
    }
    this.touched = sum;
  }

  /** Keeps the loop above from being left out as useless. */
  protected touched = 0;

  #add(at: number, hashes: Uint32Array, offset: number): number {
    const slots = this.#slots;
    const code = this.#size;
    for (let word = 0; word < NUMBER; word += 1) slots[at + word] = hashes[offset + word] ?? 0;
    slots[at + NUMBER] = code + 1;
    this.#size = code + 1;
    if (code >= this.#most) this.#grow();
    return code;
  }

  #grow(): void {
    const from = this.#slots;
    const slots = new Int32Array(from.length * 2);
    const last = this.#last * 2 + 1;
    for (let at = 0; at < from.length; at += WORDS) {
      const number = from[at + NUMBER] ?? 0;
      if (number === 0) continue;
      let slot = (from[at] ?? 0) & last;
      while (slots[slot * WORDS + NUMBER] !== 0) slot = (slot + 1) & last;
      const to = slot * WORDS;
      slots[to] = from[at] ?? 0;
      slots[to + 1] = from[at + 1] ?? 0;
      slots[to + 2] = from[at + 2] ?? 0;
      slots[to + 3] = from[at + 3] ?? 0;
      slots[to + NUMBER] = number;
    }
    this.#slots = slots;
    this.#last = last;
    this.#most = Math.floor((last + 1) * LOAD);
  }
}

const BLOCK = 256;
/** Up to so many words of slots, 4 MB, they are near enough anyway. */
const CACHED = 1 << 20;
