const LEAST_ROOM = 256;
const MOST_ROOM = 65_536;
const MOST_NARROW = 0xffff;

/** Values with their groups, parallel arrays: whole numbers take 4 bytes, groups below 65 536 take 2. */
export interface ValueChunk {
  readonly group: Uint16Array | Int32Array;
  readonly value: Int32Array | Float64Array;
}

/**
 * Values with their groups, 6 bytes each where they are whole: chunks, so that growing copies nothing and keeps no room
 * beyond the last. A chunk is widened, to up to 12 bytes each, at the first value or group that does not fit.
 */
export class ValueList {
  #full: ValueChunk[] = [];
  /** The last chunk, up to `#at`; of groups, and of values, the wide array is the one in use where there is one. */
  #narrow = new Uint16Array(0);
  #wide: Int32Array | null = null;
  #whole = new Int32Array(0);
  #double: Float64Array | null = null;
  #room = 0;
  /** The room as long as groups are narrow, else 0. */
  #fast = 0;
  #at = 0;
  #before = 0;

  get length(): number {
    return this.#before + this.#at;
  }

  push(group: number, value: number): void {
    const at = this.#at;
    if (at < this.#fast && group <= MOST_NARROW) {
      const double = this.#double;
      if (double !== null) {
        this.#narrow[at] = group;
        double[at] = value;
        this.#at = at + 1;
        return;
      }
      const whole = value | 0;
      // -0 is no whole number.
      if (whole === value && (whole !== 0 || 1 / value > 0)) {
        this.#narrow[at] = group;
        this.#whole[at] = whole;
        this.#at = at + 1;
        return;
      }
    }
    this.#push(group, value);
  }

  /** The first `count` of them, in order. */
  pushAll(groups: Int32Array, values: Float64Array, count: number): void {
    for (let from = 0; from < count; ) {
      if (this.#at === this.#room) this.#begin();
      const some = Math.min(count - from, this.#room - this.#at);
      if (!this.#copied(groups, values, from, some)) {
        for (let index = from; index < from + some; index += 1) {
          this.push(groups[index] ?? 0, values[index] ?? Number.NaN);
        }
      }
      from += some;
    }
  }

  /** Whether they could be put down without widening anything; else nothing has changed. */
  #copied(groups: Int32Array, values: Float64Array, from: number, count: number): boolean {
    if (this.#fast === 0 || this.#double !== null) return false;
    const [narrow, whole, at] = [this.#narrow, this.#whole, this.#at];
    let odd = 0;
    for (let index = 0; index < count; index += 1) {
      const value = values[from + index] ?? Number.NaN;
      const group = groups[from + index] ?? 0;
      const cut = value | 0;
      narrow[at + index] = group;
      whole[at + index] = cut;
      odd |= (group >>> 16) | (cut === value ? 0 : 1);
      if (cut === 0) odd |= Object.is(value, 0) ? 0 : 1;
    }
    if (odd !== 0) return false;
    this.#at = at + count;
    return true;
  }

  /** Any value of any group. */
  #push(group: number, value: number): void {
    if (this.#at === this.#room) this.#begin();
    const at = this.#at;
    if (this.#wide === null && group > MOST_NARROW) {
      this.#fast = 0;
      this.#wide = new Int32Array(this.#room);
      this.#wide.set(this.#narrow.subarray(0, at));
    }
    if (this.#double === null && !Object.is(value | 0, value)) {
      this.#double = new Float64Array(this.#room);
      this.#double.set(this.#whole.subarray(0, at));
    }
    if (this.#wide === null) this.#narrow[at] = group;
    else this.#wide[at] = group;
    if (this.#double === null) this.#whole[at] = value;
    else this.#double[at] = value;
    this.#at = at + 1;
  }

  #begin(): void {
    this.#end();
    this.#room = Math.min(MOST_ROOM, Math.max(LEAST_ROOM, this.#before));
    this.#fast = this.#room;
    this.#narrow = new Uint16Array(this.#room);
    this.#whole = new Int32Array(this.#room);
  }

  /** Puts the last chunk to those that are not written to any more. */
  #end(): void {
    if (this.#at > 0) {
      const chunk = { group: this.#wide ?? this.#narrow, value: this.#double ?? this.#whole };
      const { group, value } = chunk;
      // A part of an array would still hold all of it.
      this.#full.push(
        this.#at < this.#room ? { group: group.slice(0, this.#at), value: value.slice(0, this.#at) } : chunk,
      );
    }
    this.#before += this.#at;
    this.#at = 0;
    this.#room = 0;
    this.#fast = 0;
    this.#narrow = new Uint16Array(0);
    this.#wide = null;
    this.#whole = new Int32Array(0);
    this.#double = null;
  }

  /** All of it, as data that could have come from elsewhere; the list is empty then. */
  take(): ValueChunk[] {
    this.#end();
    const chunks = this.#full;
    this.#full = [];
    this.#before = 0;
    return chunks;
  }

  /** Takes over what a later list held, its groups renumbered. */
  absorb(later: readonly ValueChunk[], groups: Int32Array): void {
    for (const { group, value } of later) {
      if (value.length < MOST_ROOM) {
        // Of many short ones few full ones are made.
        for (let index = 0; index < value.length; index += 1) {
          this.push(groups[group[index] ?? 0] ?? 0, value[index] ?? 0);
        }
        continue;
      }
      this.#full.push({ group: renumbered(group, groups), value });
      this.#before += value.length;
    }
  }
}

function renumbered(group: ValueChunk['group'], groups: Int32Array): ValueChunk['group'] {
  const isNarrow = group instanceof Uint16Array && groups.every((number) => number <= MOST_NARROW);
  const target = isNarrow || group instanceof Int32Array ? group : new Int32Array(group.length);
  for (let index = 0; index < group.length; index += 1) target[index] = groups[group[index] ?? 0] ?? 0;
  return target;
}
