const PAGE = 65_536;
/** What one thread of the lane may hold at most: its buffers, and words that columns repeat. */
const MOST_PAGES = 16_384;
/** The kernels never touch the first page, so that 0 is no place. */
const FIRST = PAGE;

/** The memory that kernels work on, given out piece by piece; other threads can see it. */
export class Arena {
  readonly memory: WebAssembly.Memory;
  #next = FIRST;

  constructor() {
    this.memory = new WebAssembly.Memory({ initial: 2, maximum: MOST_PAGES, shared: true });
  }

  /** A point to go back to: what is taken after it is given back together. */
  mark(): number {
    return this.#next;
  }

  reset(mark: number): void {
    this.#next = mark;
  }

  /** The place of as many bytes as asked for, aligned to 64; whatever stood there before. */
  take(bytes: number): number {
    const at = this.#next;
    this.#next = (at + bytes + 63) & ~63;
    const missing = Math.ceil(this.#next / PAGE) - this.memory.buffer.byteLength / PAGE;
    // Growing asks the system for address space alone; a few megabytes at a time keep the calls few.
    if (missing > 0) this.memory.grow(Math.max(missing, 32));
    return at;
  }

  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, at, length);
  }

  ints(at: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, at, length);
  }

  words(at: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, at, length);
  }

  floats(at: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, at, length);
  }
}
