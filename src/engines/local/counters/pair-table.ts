import { Growing, int32 } from '../growing.ts';

/** Pairs of a group and a code, each once, in the order they are met. Open addressing at half load. */
export class PairTable {
  readonly #group = new Growing(int32);
  readonly #code = new Growing(int32);
  #slots = new Int32Array(64).fill(-1);

  add(group: number, code: number): void {
    const slot = this.#slotOf(group, code);
    if ((this.#slots[slot] ?? -1) >= 0) return;
    this.#slots[slot] = this.#group.length;
    this.#group.push(group);
    this.#code.push(code);
    if (this.#group.length * 2 > this.#slots.length) this.#rehash();
  }

  /** The slot that holds the pair, or the free one that it belongs in. */
  #slotOf(group: number, code: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(group, code) & mask;
    for (;;) {
      const pair = this.#slots[slot] ?? -1;
      if (pair < 0 || (this.#code.get(pair) === code && this.#group.get(pair) === group)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let pair = 0; pair < this.#group.length; pair += 1) {
      this.#slots[this.#slotOf(this.#group.get(pair), this.#code.get(pair))] = pair;
    }
  }

  absorb(later: PairTable, groups: Int32Array, codes: Int32Array): void {
    for (let pair = 0; pair < later.#group.length; pair += 1) {
      this.add(groups[later.#group.get(pair)] ?? 0, codes[later.#code.get(pair)] ?? 0);
    }
  }

  tally(): { readonly group: Int32Array; readonly code: Int32Array } {
    const { length } = this.#group;
    return { group: this.#group.array.slice(0, length), code: this.#code.array.slice(0, length) };
  }
}

/** Spreads small numbers over 32 bits: odd factors and shifts, as in the finalizer of MurmurHash3. */
function hash(group: number, code: number): number {
  let mixed = Math.imul(group, 0x85ebca6b) ^ Math.imul(code, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x9e3779b1);
  return mixed ^ (mixed >>> 13);
}
