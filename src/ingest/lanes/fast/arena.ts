import { HandOver } from '../hand-over.ts';

const PAGE = 65_536;
/** What one thread of the lane may hold at most: its buffers, and words that columns repeat. */
const MOST_PAGES = 16_384;
/** The kernels never touch the first page, so that 0 is no place. */
const FIRST = PAGE;

/** The memory that kernels work on, given out piece by piece; other threads can see it. */
export class Arena {
  readonly memory: WebAssembly.Memory;
  #next = FIRST;

  /** @throws HandOver where the system has no address space for it. */
  constructor() {
    try {
      this.memory = new WebAssembly.Memory({ initial: 2, maximum: MOST_PAGES, shared: true });
    } catch {
      throw new HandOver('no room for the memory of the kernels');
    }
  }

  /** A point to go back to: what is taken after it is given back together. */
  mark(): number {
    return this.#next;
  }

  reset(mark: number): void {
    this.#next = mark;
  }

  /**
   * The place of as many bytes as asked for, aligned to 64; whatever stood there before.
   *
   * @throws HandOver where there is no more.
   */
  take(bytes: number): number {
    const at = this.takeIfAny(bytes);
    if (at === null) throw new HandOver('no more room in the memory of the kernels');
    return at;
  }

  takeIfAny(bytes: number): number | null {
    const at = this.#next;
    const next = at + Math.ceil(bytes / 64) * 64;
    const missing = Math.ceil(next / PAGE) - this.memory.buffer.byteLength / PAGE;
    if (missing > 0) {
      try {
        // Growing asks the system for address space alone; a few megabytes at a time keep the calls few.
        this.memory.grow(Math.max(missing, Math.min(32, MOST_PAGES - this.memory.buffer.byteLength / PAGE)));
      } catch {
        return null;
      }
    }
    this.#next = next;
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
