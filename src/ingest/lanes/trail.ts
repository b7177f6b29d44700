import { CR, LF } from '../dialect/marks.ts';

/**
 * The bytes from the start of the record being read to the end of what has been fed, and the physical line that this
 * start is on. Parsers count lines their own way (csv-parse takes a CRLF within quotes for two); here they are counted
 * from the bytes consumed.
 */
export class Trail {
  #chunks: Buffer[] = [];
  /** Offset in the text of the first byte held. */
  #from: number;
  #to: number;
  #afterCr = false;
  /** Start of the record, an offset in the text. */
  at: number;
  /** Physical line of `at`, counted from 1. */
  line: number;

  constructor(offset: number, line: number) {
    this.#from = offset;
    this.#to = offset;
    this.at = offset;
    this.line = line;
  }

  /** End of what has been fed. */
  get end(): number {
    return this.#to;
  }

  feed(chunk: Buffer): void {
    while (this.#chunks[0] !== undefined && this.#from + this.#chunks[0].length <= this.at) {
      this.#from += this.#chunks[0].length;
      this.#chunks.shift();
    }
    this.#chunks.push(chunk);
    this.#to += chunk.length;
  }

  /** Moves to the start of the next record, and counts the line ends on the way. */
  advance(to: number): void {
    let start = this.#from;
    for (const chunk of this.#chunks) {
      const end = start + chunk.length;
      if (end > this.at) {
        const last = Math.min(end, to) - start;
        for (let i = Math.max(this.at - start, 0); i < last; i++) {
          const byte = chunk[i];
          if (byte === CR || (byte === LF && !this.#afterCr)) this.line++;
          this.#afterCr = byte === CR;
        }
        if (end >= to) break;
      }
      start = end;
    }
    this.at = to;
  }

  /** Bytes held, from an offset on. */
  bytes(from: number, to = this.#to): Buffer {
    const pieces: Buffer[] = [];
    let start = this.#from;
    for (const chunk of this.#chunks) {
      const piece = chunk.subarray(Math.max(from - start, 0), Math.max(to - start, 0));
      if (piece.length > 0) pieces.push(piece);
      start += chunk.length;
    }
    const [first, ...more] = pieces;
    return first !== undefined && more.length === 0 ? first : Buffer.concat(pieces);
  }
}
