const LEAST = 16;
const CHUNK_BITS = 13;
const CHUNK = 1 << CHUNK_BITS;

/** 128-bit hashes by number, 16 bytes each: chunks, so that growing copies nothing and keeps no room beyond the last. */
export class HashList {
  readonly #chunks: Uint32Array[] = [new Uint32Array(4 * LEAST)];
  length = 0;

  push(a: number, b: number, c: number, d: number): void {
    const chunk = this.#last();
    const at = (this.length & (CHUNK - 1)) * 4;
    chunk[at] = a;
    chunk[at + 1] = b;
    chunk[at + 2] = c;
    chunk[at + 3] = d;
    this.length += 1;
  }

  /** The chunk that the next one belongs in. */
  #last(): Uint32Array {
    const index = this.length >>> CHUNK_BITS;
    const chunk = this.#chunks[index];
    if (chunk !== undefined && (this.length & (CHUNK - 1)) * 4 < chunk.length) return chunk;
    const larger = new Uint32Array(index > 0 ? 4 * CHUNK : (chunk?.length ?? 0) * 2);
    if (chunk !== undefined) larger.set(chunk);
    this.#chunks[index] = larger;
    return larger;
  }

  /** The second word of the hash of a number. */
  second(code: number): number {
    return this.#chunks[code >>> CHUNK_BITS]?.[(code & (CHUNK - 1)) * 4 + 1] ?? 0;
  }

  /** Whether the hash of a number is the one at an offset. */
  holds(code: number, hashes: Uint32Array, offset: number): boolean {
    const chunk = this.#chunks[code >>> CHUNK_BITS];
    const at = (code & (CHUNK - 1)) * 4;
    return (
      chunk !== undefined &&
      chunk[at] === hashes[offset] &&
      chunk[at + 1] === hashes[offset + 1] &&
      chunk[at + 2] === hashes[offset + 2] &&
      chunk[at + 3] === hashes[offset + 3]
    );
  }

  /** Each chunk in turn, with how many hashes it holds. */
  *chunks(): Iterable<{ readonly hashes: Uint32Array; readonly from: number; readonly count: number }> {
    for (const [index, hashes] of this.#chunks.entries()) {
      const from = index * CHUNK;
      yield { hashes, from, count: Math.min(CHUNK, this.length - from) };
    }
  }
}
