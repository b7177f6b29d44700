const CHUNK = 65_536;
const LEAST_ROOM = 256;
const MOST_NARROW = 0xffff;
/** Pairs put down since repeats were dropped last, from which on it is worth to drop them anew. */
const MANY = 1 << 20;

interface PairChunk {
  readonly group: Uint16Array | Int32Array;
  readonly code: Int32Array;
  count: number;
}

/**
 * Pairs of a group and a code, each kept once. Written down as they come, 6 bytes each where groups lie below 65 536;
 * repeats are dropped only when there are as many new pairs as old ones, so that a row costs no look-up, and memory
 * grows with the different pairs all the same: with about twice as many, and with 6 MB.
 */
export class PairList {
  /** Different ones: codes by group, those of group `g` from `#starts[g]` up to `#starts[g + 1]`. */
  #starts: Int32Array = new Int32Array(1);
  #codes: Int32Array = new Int32Array(0);
  /** Those that came since. */
  #fresh: PairChunk[] = [];
  #count = 0;
  /** Groups and codes lie below. */
  #groupsMet = 0;
  #codesMet = 0;
  readonly #many: number;

  /** @param many - new pairs below which repeats are not looked for */
  constructor(many = MANY) {
    this.#many = many;
  }

  /** The first `count` pairs of two lists; groups and codes lie below `groupsMet` and `codesMet`. */
  addAll(groups: Int32Array, codes: Int32Array, count: number, groupsMet: number, codesMet: number): void {
    this.#groupsMet = Math.max(this.#groupsMet, groupsMet);
    this.#codesMet = Math.max(this.#codesMet, codesMet);
    for (let from = 0; from < count; ) {
      const chunk = this.#chunk();
      const some = Math.min(count - from, chunk.code.length - chunk.count);
      chunk.group.set(groups.subarray(from, from + some), chunk.count);
      chunk.code.set(codes.subarray(from, from + some), chunk.count);
      chunk.count += some;
      from += some;
    }
    this.#count += count;
    if (this.#count > Math.max(this.#many, this.#codes.length)) this.#settle();
  }

  /** One with room, wide enough for the groups met. */
  #chunk(): PairChunk {
    const isNarrow = this.#groupsMet <= MOST_NARROW + 1;
    const last = this.#fresh[this.#fresh.length - 1];
    if (last !== undefined && last.count < last.code.length && (isNarrow || last.group instanceof Int32Array))
      return last;
    const room = Math.min(CHUNK, Math.max(LEAST_ROOM, this.#count));
    const group = isNarrow ? new Uint16Array(room) : new Int32Array(room);
    const chunk = { group, code: new Int32Array(room), count: 0 };
    this.#fresh.push(chunk);
    return chunk;
  }

  /** A counting sort by group, then of each group the codes that it did not have before. */
  #settle(): void {
    if (this.#count === 0) return;
    const groupsMet = this.#groupsMet;
    const starts = this.#bounds(groupsMet);
    const codes = new Int32Array(starts[groupsMet] ?? 0);
    this.#sortInto(codes, starts.slice());
    this.#fresh = [];
    this.#count = 0;
    // The group that met a code last, and one: groups are gone through one after the other.
    const met = new Int32Array(this.#codesMet);
    let kept = 0;
    for (let group = 0; group < groupsMet; group += 1) {
      const to = starts[group + 1] ?? 0;
      let index = starts[group] ?? 0;
      starts[group] = kept;
      for (; index < to; index += 1) {
        const code = codes[index] ?? 0;
        // Written in any case, and written over where it is none that is new.
        codes[kept] = code;
        kept += met[code] === group + 1 ? 0 : 1;
        met[code] = group + 1;
      }
    }
    starts[groupsMet] = kept;
    this.#starts = starts;
    this.#codes = codes.slice(0, kept);
  }

  /** Where the codes of each group begin once all are sorted, repeats included. */
  #bounds(groupsMet: number): Int32Array {
    const starts = new Int32Array(groupsMet + 1);
    for (let group = 0; group < this.#starts.length - 1; group += 1) {
      starts[group + 1] = (this.#starts[group + 1] ?? 0) - (this.#starts[group] ?? 0);
    }
    for (const { group, count } of this.#fresh) {
      for (let index = 0; index < count; index += 1) {
        const next = (group[index] ?? 0) + 1;
        starts[next] = (starts[next] ?? 0) + 1;
      }
    }
    for (let group = 1; group <= groupsMet; group += 1) {
      starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
    }
    return starts;
  }

  #sortInto(codes: Int32Array, places: Int32Array): void {
    for (let group = 0; group < this.#starts.length - 1; group += 1) {
      const place = places[group] ?? 0;
      const own = this.#codes.subarray(this.#starts[group], this.#starts[group + 1]);
      codes.set(own, place);
      places[group] = place + own.length;
    }
    for (const { group, code, count } of this.#fresh) {
      for (let index = 0; index < count; index += 1) {
        const own = group[index] ?? 0;
        const place = places[own] ?? 0;
        codes[place] = code[index] ?? 0;
        places[own] = place + 1;
      }
    }
  }

  /** Adds a later list, its groups and codes renumbered; it is empty then. */
  absorb(later: PairList, groups: Int32Array, codes: Int32Array): void {
    const pairs = later.tally();
    for (let index = 0; index < pairs.code.length; index += 1) {
      pairs.group[index] = groups[pairs.group[index] ?? 0] ?? 0;
      pairs.code[index] = codes[pairs.code[index] ?? 0] ?? 0;
    }
    this.addAll(pairs.group, pairs.code, pairs.code.length, above(groups), above(codes));
  }

  /** Each pair once, by group; parallel arrays. To be called once: the list is empty then. */
  tally(): { readonly group: Int32Array; readonly code: Int32Array } {
    this.#settle();
    const code = this.#codes;
    const group = new Int32Array(code.length);
    for (let own = 0; own < this.#starts.length - 1; own += 1) {
      group.fill(own, this.#starts[own], this.#starts[own + 1]);
    }
    this.#codes = new Int32Array(0);
    this.#starts = new Int32Array(1);
    return { group, code };
  }

  /** The same, side by side: codes of group `g` from `starts[g]` up to `starts[g + 1]`. To be called once, as `tally`. */
  byGroup(groups: number): { readonly starts: Int32Array; readonly codes: Int32Array } {
    this.#settle();
    const codes = this.#codes;
    const starts = new Int32Array(groups + 1).fill(codes.length);
    starts.set(this.#starts);
    this.#codes = new Int32Array(0);
    this.#starts = new Int32Array(1);
    return { starts, codes };
  }
}

function above(numbers: Int32Array): number {
  let most = -1;
  for (let index = 0; index < numbers.length; index += 1) most = Math.max(most, numbers[index] ?? 0);
  return most + 1;
}
