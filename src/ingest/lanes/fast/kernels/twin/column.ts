import { type Cells, LINE_END } from '../kernels.ts';
import type { Views } from './views.ts';

const CR = 13;
const SPACE = 32;
const TAB = 9;

/** The bare cells of one column, one after the other: `next` moves on, `start` and `end` are where it lies. */
export class Column {
  readonly bytes: Uint8Array;
  readonly rows: number;
  row = -1;
  start = 0;
  end = 0;

  readonly #offsets: Uint32Array;
  readonly #from: number;
  readonly #first: number;
  readonly #width: number;
  readonly #quote: number;
  readonly #isLast: boolean;
  #at: number;

  constructor(views: Views, cells: Cells) {
    const [from = 0, separators = 0, width = 0, column = 0, row0 = 0, rows = 0, quote = 0] = views.offsets.subarray(
      cells >>> 2,
      (cells >>> 2) + 7,
    );
    this.bytes = views.bytes;
    this.rows = rows;
    this.#offsets = views.offsets;
    this.#from = from;
    this.#first = separators >>> 2;
    this.#width = width;
    this.#quote = quote;
    this.#isLast = column === width - 1;
    this.#at = this.#first + (row0 - 1) * width + column;
  }

  /** @returns whether it is sure of the next row's cell */
  next(): boolean {
    const { bytes } = this;
    this.row++;
    this.#at += this.#width;
    let start = this.#from;
    if (this.#at > this.#first) start += this.#offset(this.#at - 1) + 1;
    let end = this.#from + this.#offset(this.#at);
    if (this.#isLast && end > start && bytes[end - 1] === CR) end--;
    if (this.#quote !== 0 && end > start && bytes[start] === this.#quote) {
      if (end - start < 2 || bytes[end - 1] !== this.#quote) return false;
      start++;
      end--;
      for (let at = start; at < end; at++) if (bytes[at] === this.#quote) return false;
    }
    while (start < end && isBlank(bytes[start])) start++;
    while (start < end && isBlank(bytes[end - 1])) end--;
    this.start = start;
    this.end = end;
    return true;
  }

  #offset(at: number): number {
    return (this.#offsets[at] ?? 0) & ~LINE_END;
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}
