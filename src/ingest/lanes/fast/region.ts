import type { Encoding } from '../../encoding/decode-cell.ts';
import { isPastAscii, utf8Cell } from '../../encoding/decode-cell.ts';
import { fromWindows1252 } from '../../encoding/windows-1252.ts';
import { HandOver } from '../hand-over.ts';
import type { Arena } from './arena.ts';
import { LINE_END } from './kernels/kernels.ts';

const QUOTE = 34;
const CR = 13;

/** A stretch of whole records whose separators are known: gives the cells that kernels pass over, as text. */
export class Region {
  readonly #arena: Arena;
  readonly #isWindows: boolean;
  readonly #width: number;
  readonly #quote: number;
  #from = 0;
  #bytes: Buffer = Buffer.alloc(0);
  #separators: Uint32Array = new Uint32Array(0);

  constructor(arena: Arena, encoding: Encoding, width: number, quote: number) {
    this.#arena = arena;
    this.#isWindows = encoding === 'windows-1252';
    this.#width = width;
    this.#quote = quote;
  }

  get from(): number {
    return this.#from;
  }

  set(from: number, length: number, separators: number, count: number): void {
    this.#from = from;
    this.#bytes = Buffer.from(this.#arena.memory.buffer, from, length);
    this.#separators = this.#arena.words(separators, count);
  }

  /** Offset behind the record of a row. */
  end(row: number): number {
    return ((this.#separators[(row + 1) * this.#width - 1] ?? 0) & ~LINE_END) + 1;
  }

  /** Offsets of a cell's bytes, without its quotes, and whether it had any. */
  cell(row: number, column: number): { readonly start: number; readonly end: number; readonly quoted: boolean } {
    const index = row * this.#width + column;
    let start = index === 0 ? 0 : ((this.#separators[index - 1] ?? 0) & ~LINE_END) + 1;
    let end = (this.#separators[index] ?? 0) & ~LINE_END;
    if (column === this.#width - 1 && end > start && this.#bytes[end - 1] === CR) end--;
    const quoted = this.#quote === QUOTE && end > start && this.#bytes[start] === QUOTE;
    if (quoted) {
      start++;
      end--;
    }
    return { start, end, quoted };
  }

  /**
   * The text of a cell as the reference lane hands it to a column.
   *
   * @throws HandOver where it is no UTF-8.
   */
  text(row: number, column: number): string {
    const text = this.#decoded(row, column);
    if (text === null) throw new HandOver('a cell that is no UTF-8');
    return text;
  }

  /** Of one cell or several, to be shown: what is no UTF-8 is read as the reference lane reads it. */
  shown(row: number, columns: readonly number[]): string {
    const texts = columns.map((column) => this.#decoded(row, column) ?? fromWindows1252(this.#raw(row, column)));
    return texts.length === 1 ? (texts[0] ?? '') : texts.map((text) => text.trim()).join(' ');
  }

  /** One character a byte. */
  #raw(row: number, column: number): string {
    const { start, end, quoted } = this.cell(row, column);
    const raw = this.#bytes.toString('latin1', start, end);
    return quoted && raw.includes('"') ? raw.replaceAll('""', '"') : raw;
  }

  /** null where it is no UTF-8. */
  #decoded(row: number, column: number): string | null {
    const bytes = this.#raw(row, column);
    if (!isPastAscii(bytes)) return bytes;
    return this.#isWindows ? fromWindows1252(bytes) : utf8Cell(bytes);
  }

  /** Of several cells, joined as a column of several headers is. */
  joined(row: number, columns: readonly number[]): string {
    if (columns.length === 1) return this.text(row, columns[0] ?? 0);
    return columns.map((column) => this.text(row, column).trim()).join(' ');
  }
}
