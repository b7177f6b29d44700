/**
 * Tells ids apart by their 128-bit hashes and numbers them in the order they are met. Open addressing, 20 bytes an id
 * and as much again in slots at half load. The odds that two of a billion ids share a hash are below 10^-20.
 */
export class IdTable {
  #hashes = new Uint32Array(4 * 512);
  #slots = new Int32Array(1024).fill(-1);
  size = 0;

  /** The number of an id, a new one where it was not met before. */
  code(hashes: Uint32Array, offset: number): number {
    const a = hashes[offset] ?? 0;
    const b = hashes[offset + 1] ?? 0;
    const c = hashes[offset + 2] ?? 0;
    const d = hashes[offset + 3] ?? 0;
    const mask = this.#slots.length - 1;
    const known = this.#hashes;
    let slot = a & mask;
    for (;;) {
      const code = this.#slots[slot] ?? -1;
      if (code < 0) break;
      const at = code * 4;
      if (known[at] === a && known[at + 1] === b && known[at + 2] === c && known[at + 3] === d) return code;
      slot = (slot + 1) & mask;
    }
    const code = this.size;
    this.#slots[slot] = code;
    if (code * 4 >= known.length) {
      this.#hashes = new Uint32Array(known.length * 2);
      this.#hashes.set(known);
    }
    this.#hashes.set([a, b, c, d], code * 4);
    this.size += 1;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  /** Numbers the ids of another table: gives this table's code for each of its codes. */
  absorb(other: IdTable): Int32Array {
    const codes = new Int32Array(other.size);
    for (let code = 0; code < other.size; code += 1) codes[code] = this.code(other.#hashes, code * 4);
    return codes;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0; code < this.size; code += 1) {
      let slot = (this.#hashes[code * 4] ?? 0) & mask;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}
