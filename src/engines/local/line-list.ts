import { float64, Growing, int32 } from './growing.ts';

const MOST = 0x7fffffff;

/** Line numbers in order, 4 bytes each as long as they fit. */
export class LineList {
  #lines: Growing<Int32Array> | Growing<Float64Array> = new Growing(int32);

  get length(): number {
    return this.#lines.length;
  }

  push(line: number): void {
    if (line > MOST && this.#lines.array instanceof Int32Array) this.#widen();
    this.#lines.push(line);
  }

  #widen(): void {
    const wide = new Growing(float64);
    const { length } = this.#lines;
    wide.room(length).set(this.#lines.array.subarray(0, length));
    this.#lines = wide;
  }

  get(index: number): number {
    return this.#lines.get(index);
  }
}
