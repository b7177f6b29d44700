import { float64, Growing, int32 } from '../growing.ts';

const LEAST_BYTES = 1024;
/** A character takes no more bytes. */
const MOST_OF_ONE = 3;

/** A text for each of many cases, as bytes side by side: a string for each takes several times as much. */
export class CaseTexts {
  #bytes = new Uint8Array(0);
  #end = 0;
  readonly #from = new Growing(float64);
  /** -1: none yet. */
  readonly #length = new Growing(int32, -1);
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  has(code: number): boolean {
    return this.#length.get(code) >= 0;
  }

  /** Replaces the text that the case had. */
  set(code: number, text: string): void {
    this.#makeRoom(text.length * MOST_OF_ONE);
    const { written } = this.#encoder.encodeInto(text, this.#bytes.subarray(this.#end));
    this.#from.set(code, this.#end);
    this.#length.set(code, written);
    this.#end += written;
  }

  /** null: it has none. */
  get(code: number): string | null {
    const length = this.#length.get(code);
    if (length < 0) return null;
    const from = this.#from.get(code);
    return this.#decoder.decode(this.#bytes.subarray(from, from + length));
  }

  #makeRoom(bytes: number): void {
    const needed = this.#end + bytes;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(LEAST_BYTES, needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = larger;
  }
}
