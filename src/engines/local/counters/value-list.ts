const LEAST_ROOM = 256;
const MOST_ROOM = 65_536;

interface Chunk {
  readonly group: Int32Array;
  readonly value: Float64Array;
  length: number;
}

/** Values with their groups, 12 bytes each: chunks, so that growing copies nothing and keeps no room beyond the last. */
export class ValueList {
  #chunks: Chunk[] = [];
  #last: Chunk | null = null;
  length = 0;

  push(group: number, value: number): void {
    let chunk = this.#last;
    if (chunk === null || chunk.length === chunk.group.length) {
      const room = Math.min(MOST_ROOM, Math.max(LEAST_ROOM, this.length));
      chunk = { group: new Int32Array(room), value: new Float64Array(room), length: 0 };
      this.#chunks.push(chunk);
      this.#last = chunk;
    }
    chunk.group[chunk.length] = group;
    chunk.value[chunk.length] = value;
    chunk.length += 1;
    this.length += 1;
  }

  /** Takes over what a later list holds, which is empty then. */
  absorb(later: ValueList, groups: Int32Array): void {
    for (const chunk of later.#take()) {
      const { group, length } = chunk;
      for (let index = 0; index < length; index += 1) group[index] = groups[group[index] ?? 0] ?? 0;
      this.#chunks.push(chunk);
      this.#last = chunk;
      this.length += length;
    }
  }

  /** All of it in two arrays; the list is empty then, so that the values stand in memory once. */
  joined(): { readonly group: Int32Array; readonly value: Float64Array } {
    const { length } = this;
    const chunks = this.#take();
    const group = new Int32Array(length);
    const value = new Float64Array(length);
    let offset = 0;
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
      group.set(chunk.group.subarray(0, chunk.length), offset);
      value.set(chunk.value.subarray(0, chunk.length), offset);
      offset += chunk.length;
    }
    return { group, value };
  }

  #take(): Chunk[] {
    const chunks = this.#chunks;
    this.#chunks = [];
    this.#last = null;
    this.length = 0;
    return chunks;
  }
}
