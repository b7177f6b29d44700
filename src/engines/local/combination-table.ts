import { Growing, int32 } from './growing.ts';

/** Entries up to which combinations are looked up by place: 4 MB. */
const MOST_PLACES = 1 << 20;
const UNKNOWN = -1;
/** Values of one part that there is room for at first. */
const LEAST_ROOM = 8;

/**
 * Numbers combinations of small numbers, `parts` each, in the order they are met. As long as all that there could be
 * are few, the place of a combination follows from its parts; else it is found by a hash of them.
 */
export class CombinationTable {
  readonly #lists: readonly Growing<Int32Array>[];
  /** Values of each part lie below: a power of two. */
  #room: readonly number[];
  /** Numbers by place, or by slot of an open addressing at half load. */
  #known: Int32Array;
  #isHashed = false;
  #scratch = new Int32Array(0);

  constructor(parts: number) {
    this.#lists = Array.from({ length: parts }, () => new Growing(int32));
    this.#room = this.#lists.map(() => LEAST_ROOM);
    this.#known = new Int32Array(0);
    this.#rebuild();
  }

  get count(): number {
    return this.#lists[0]?.length ?? 0;
  }

  /** One part of a combination. */
  part(index: number, number: number): number {
    return this.#lists[index]?.get(number) ?? 0;
  }

  /** One part of each combination. */
  parts(index: number): Int32Array {
    return this.#lists[index]?.array.slice(0, this.count) ?? new Int32Array(0);
  }

  /** The numbers of `count` combinations, given a list a part, and what its values lie below. */
  numbers(parts: readonly Int32Array[], count: number, below: readonly number[], into: Int32Array): void {
    if (!this.#isHashed) this.#makeRoom(below);
    const [first, second] = parts;
    if (!this.#isHashed && parts.length === 2 && first !== undefined && second !== undefined) {
      this.#ofTwo(first, second, count, into);
      return;
    }
    if (this.#scratch.length < count) this.#scratch = new Int32Array(count);
    const places = this.#scratch;
    this.#placesOf(parts, count, places);
    if (this.#isHashed) this.#byHash(parts, count, places, into);
    else this.#byPlace(parts, count, places, into);
  }

  #placesOf(parts: readonly Int32Array[], count: number, places: Int32Array): void {
    places.fill(0, 0, count);
    for (const [part, list] of parts.entries()) {
      if (this.#isHashed) mix(places, list, count);
      else step(places, list, count, this.#room[part] ?? 1);
    }
  }

  /** As `#byPlace`, in one go. */
  #ofTwo(first: Int32Array, second: Int32Array, count: number, into: Int32Array): void {
    const known = this.#known;
    const room = this.#room[1] ?? 1;
    for (let index = 0; index < count; index += 1) {
      const place = (first[index] ?? 0) * room + (second[index] ?? 0);
      let number = known[place] ?? UNKNOWN;
      if (number === UNKNOWN) {
        number = this.#add([first, second], index);
        known[place] = number;
      }
      into[index] = number;
    }
  }

  #byPlace(parts: readonly Int32Array[], count: number, places: Int32Array, into: Int32Array): void {
    const known = this.#known;
    for (let index = 0; index < count; index += 1) {
      const place = places[index] ?? 0;
      let number = known[place] ?? UNKNOWN;
      if (number === UNKNOWN) {
        number = this.#add(parts, index);
        known[place] = number;
      }
      into[index] = number;
    }
  }

  #byHash(parts: readonly Int32Array[], count: number, hashes: Int32Array, into: Int32Array): void {
    for (let index = 0; index < count; index += 1) {
      const known = this.#known;
      const mask = known.length - 1;
      let slot = (hashes[index] ?? 0) & mask;
      let number = known[slot] ?? UNKNOWN;
      while (number !== UNKNOWN && !this.#isAt(number, parts, index)) {
        slot = (slot + 1) & mask;
        number = known[slot] ?? UNKNOWN;
      }
      if (number === UNKNOWN) {
        number = this.#add(parts, index);
        known[slot] = number;
        if (this.count * 2 > known.length) this.#rebuild();
      }
      into[index] = number;
    }
  }

  #isAt(number: number, parts: readonly Int32Array[], index: number): boolean {
    for (let part = 0; part < parts.length; part += 1) {
      if (this.#lists[part]?.array[number] !== parts[part]?.[index]) return false;
    }
    return true;
  }

  #add(parts: readonly Int32Array[], index: number): number {
    const number = this.count;
    for (const [part, list] of this.#lists.entries()) list.push(parts[part]?.[index] ?? 0);
    return number;
  }

  #makeRoom(below: readonly number[]): void {
    if (below.every((wanted, part) => wanted <= (this.#room[part] ?? 0))) return;
    this.#room = this.#room.map((room, part) => roomFor(room, below[part] ?? 0));
    this.#rebuild();
  }

  #rebuild(): void {
    const places = this.#room.reduce((product, part) => product * part, 1);
    this.#isHashed ||= places > MOST_PLACES;
    const { count } = this;
    const length = this.#isHashed ? slotsFor(count) : places;
    this.#known = new Int32Array(length).fill(UNKNOWN);
    const at = new Int32Array(count);
    this.#placesOf(
      this.#lists.map(({ array }) => array),
      count,
      at,
    );
    for (let number = 0; number < count; number += 1) {
      let place = at[number] ?? 0;
      if (this.#isHashed) place &= length - 1;
      while (this.#known[place] !== UNKNOWN) place = (place + 1) & (length - 1);
      this.#known[place] = number;
    }
  }
}

function slotsFor(count: number): number {
  let slots = 1024;
  while (slots < count * 4) slots *= 2;
  return slots;
}

function roomFor(least: number, wanted: number): number {
  let room = least;
  while (room < wanted) room *= 2;
  return room;
}

function step(places: Int32Array, list: Int32Array, count: number, room: number): void {
  for (let index = 0; index < count; index += 1) places[index] = (places[index] ?? 0) * room + (list[index] ?? 0);
}

/** Small numbers spread over 32 bits: odd factors and shifts, as in the finalizer of MurmurHash3. */
function mix(hashes: Int32Array, list: Int32Array, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const mixed = Math.imul((hashes[index] ?? 0) ^ (list[index] ?? 0), 0x85ebca6b);
    const spread = Math.imul(mixed ^ (mixed >>> 13), 0x9e3779b1);
    hashes[index] = spread ^ (spread >>> 16);
  }
}
