const WORDS = 4;
const LEAST_SLOTS = 16;
/** Slots for each customer: most look-ups find nothing, and end at the first free slot. */
const ROOM = 3;

/** Customers by their 128-bit hashes; a slot whose words are all 0 is free. */
export class CustomerSet {
  readonly #slots: Uint32Array;
  /** One less than the number of slots, a power of two. */
  readonly #last: number;

  /** @param codes - those of the hashes that are in it */
  constructor(hashes: Uint32Array, codes: readonly number[] | Int32Array) {
    let slots = LEAST_SLOTS;
    while (slots < codes.length * ROOM) slots *= 2;
    this.#slots = new Uint32Array(slots * WORDS);
    this.#last = slots - 1;
    for (const code of codes) this.#add(hashes, code * WORDS);
  }

  has(hashes: Uint32Array, offset: number): boolean {
    for (let slot = (hashes[offset] ?? 0) & this.#last; ; slot = (slot + 1) & this.#last) {
      if (this.#is(slot, hashes, offset)) return true;
      if (this.#isFree(slot)) return false;
    }
  }

  #add(hashes: Uint32Array, offset: number): void {
    let slot = (hashes[offset] ?? 0) & this.#last;
    while (!this.#isFree(slot)) slot = (slot + 1) & this.#last;
    for (let word = 0; word < WORDS; word += 1) this.#slots[slot * WORDS + word] = hashes[offset + word] ?? 0;
  }

  #is(slot: number, hashes: Uint32Array, offset: number): boolean {
    const at = slot * WORDS;
    for (let word = 0; word < WORDS; word += 1) if (this.#slots[at + word] !== hashes[offset + word]) return false;
    return true;
  }

  #isFree(slot: number): boolean {
    const at = slot * WORDS;
    const slots = this.#slots;
    return ((slots[at] ?? 0) | (slots[at + 1] ?? 0) | (slots[at + 2] ?? 0) | (slots[at + 3] ?? 0)) === 0;
  }
}
