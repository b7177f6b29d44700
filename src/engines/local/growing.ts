type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** A typed array that grows as it is written; cells that were never written hold the fill value. */
export class Growing<T extends Numbers> {
  array: T;
  length = 0;
  readonly #make: (length: number) => T;
  readonly #fill: number;

  constructor(make: (length: number) => T, fill = 0) {
    this.#make = make;
    this.#fill = fill;
    this.array = make(0);
  }

  /** Makes room for the index, and counts it in. */
  reach(index: number): void {
    if (index >= this.array.length) {
      const larger = this.#make(Math.max(16, (index + 1) * 2));
      if (this.#fill !== 0) larger.fill(this.#fill);
      larger.set(this.array.subarray(0, this.length));
      this.array = larger;
    }
    if (index >= this.length) this.length = index + 1;
  }

  /** The array itself with room for the indexes below, which count in: for loops that look at it a row at a time. */
  room(length: number): T {
    if (length > 0) this.reach(length - 1);
    return this.array;
  }

  push(value: number): void {
    const index = this.length;
    this.reach(index);
    this.array[index] = value;
  }

  get(index: number): number {
    return index < this.length ? (this.array[index] ?? this.#fill) : this.#fill;
  }

  set(index: number, value: number): void {
    this.reach(index);
    this.array[index] = value;
  }

  add(index: number, value: number): void {
    this.reach(index);
    this.array[index] = (this.array[index] ?? 0) + value;
  }
}

export const float64 = (length: number): Float64Array => new Float64Array(length);
export const int32 = (length: number): Int32Array => new Int32Array(length);
export const uint8 = (length: number): Uint8Array => new Uint8Array(length);
export const uint32 = (length: number): Uint32Array => new Uint32Array(length);

/** The values in an array of exactly this length, cells that were never written included. */
export function exactly(list: Growing<Float64Array>, length: number): Float64Array {
  return list.room(length).slice(0, length);
}
