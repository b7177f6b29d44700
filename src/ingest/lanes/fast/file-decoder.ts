import type { Binding } from '../../bind.ts';
import type { Dialect } from '../../dialect/inspect.ts';
import { CR, LF } from '../../dialect/marks.ts';
import { HandOver } from '../hand-over.ts';
import type { LaneFacts } from '../lane.ts';
import type { BatchLayout, Beside } from './batch-layout.ts';
import type { ColumnDecoder } from './columns/index.ts';
import { Met } from './kernels/kernels.ts';
import { Region } from './region.ts';
import type { Shop } from './shop.ts';

/** Rows that were put into a slot. */
export interface Filled {
  readonly rows: number;
  /** Of each column. */
  readonly beside: readonly Beside[];
}

/** Where the records begin that are to be decoded. */
export interface Beginning {
  /** Physical line, counted from 1; of a part of a file from where the part begins. */
  readonly line: number;
  /** Records of the header that come first. */
  readonly headerRows: number;
  /** Records that begin so many bytes further on, or later, are left to others. */
  readonly limit: number;
}

const UTF8 = new TextEncoder();

/**
 * Decodes the records of a file, or of a part of it that begins at a record, from bytes that are handed in piece by
 * piece: `room`, `filled` or `end`, then `next` until it gives null.
 */
export class FileDecoder {
  readonly #shop: Shop;
  readonly #decoders: readonly ColumnDecoder[];
  readonly #layout: BatchLayout;
  readonly #binding: Binding;
  readonly #headers: readonly string[];
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #region: Region;
  readonly #firstHeader: number;
  readonly #firstHeaderBytes: number;

  /** Bytes that are not decoded yet: [start, stop) in the buffer. */
  #start = 0;
  #stop = 0;
  #isEnded = false;
  #limit = Number.POSITIVE_INFINITY;
  #line = 1;
  #header = 0;
  /** Records of the region, and the first of them that is not decoded yet. */
  #records = 0;
  #next = 0;
  /** Of the records that are decoded, or stand in the region. */
  #consumed = 0;
  rows = 0;

  constructor(shop: Shop, decoders: readonly ColumnDecoder[], layout: BatchLayout, dialect: Dialect, binding: Binding) {
    this.#shop = shop;
    this.#decoders = decoders;
    this.#layout = layout;
    this.#binding = binding;
    this.#headers = dialect.headers;
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#quote = dialect.quote === null ? 0 : dialect.quote.charCodeAt(0);
    this.#region = new Region(shop.arena, dialect.encoding, binding.width, this.#quote);
    const [name = ''] = dialect.headers;
    // As it stands in a quoted cell.
    const first = UTF8.encode(dialect.quote === null ? name : name.replaceAll('"', '""'));
    this.#firstHeader = shop.arena.take(Math.max(1, first.length));
    this.#firstHeaderBytes = first.length;
    shop.arena.bytes(this.#firstHeader, first.length).set(first);
  }

  begin({ line, headerRows, limit }: Beginning): void {
    this.#start = this.#stop = this.#shop.buffer;
    this.#isEnded = false;
    this.#limit = limit;
    this.#line = line;
    this.#header = headerRows;
    this.#records = this.#next = this.#consumed = this.rows = 0;
    for (const [index, decoder] of this.#decoders.entries()) decoder.begin(this.#binding.cells[index] ?? []);
  }

  /** All records before the limit were cut. */
  get isDone(): boolean {
    return this.#consumed >= this.#limit && this.#next >= this.#records;
  }

  /** Bytes from the beginning to behind the last record that was cut. */
  get consumed(): number {
    return this.#consumed;
  }

  /** Physical line on which the next record begins. */
  get line(): number {
    return this.#line;
  }

  /**
   * The place that the next bytes go to, once `next` has given null.
   *
   * @throws HandOver where a record does not come to an end.
   */
  room(): { readonly at: number; readonly length: number } {
    const { buffer, bufferBytes, arena } = this.#shop;
    if (this.#start > buffer) {
      const length = this.#stop - this.#start;
      if (length > 0) arena.bytes(buffer, this.#stop - buffer).copyWithin(0, this.#start - buffer);
      this.#start = buffer;
      this.#stop = buffer + length;
    }
    const length = buffer + bufferBytes - this.#stop;
    if (length <= 0) throw new HandOver('a record of more than 1 MB');
    return { at: this.#stop, length };
  }

  filled(bytes: number): void {
    this.#stop += bytes;
  }

  /** No more bytes: what is left is the last record. */
  end(): void {
    const bytes = this.#shop.arena.bytes(this.#start, this.#stop - this.#start + 1);
    let length = withoutEmptyLines(bytes, this.#stop - this.#start);
    if (length > 0 && bytes[length - 1] !== LF) bytes[length++] = LF;
    this.#stop = this.#start + length;
    this.#isEnded = true;
  }

  /** Decodes the next rows into a slot; null where there are none without more bytes. */
  next(slot: number): Filled | null {
    while (this.#next >= this.#records) if (!this.#cut()) return null;
    const { arena, lines } = this.#shop;
    const row0 = this.#next;
    const rows = Math.min(this.#layout.rows, this.#records - row0);
    this.#layout.lines(arena.memory.buffer, slot, rows).set(arena.floats(lines + row0 * 8, rows));
    for (const [index, decoder] of this.#decoders.entries()) {
      const place = this.#layout.places[index];
      if (place === undefined) continue;
      this.#setCells(this.#binding.cells[index]?.[0] ?? 0, row0, rows);
      const [values, states] = [slot + place.values, slot + place.states];
      decoder.decode({ region: this.#region, row0, rows, values, states, at: 0 });
    }
    this.#next += rows;
    this.rows += rows;
    return { rows, beside: this.#decoders.map((decoder) => decoder.beside()) };
  }

  facts(): Omit<LaneFacts, 'misencoded'> {
    const notes = this.#decoders.map((decoder) => decoder.notes());
    return {
      rows: this.rows,
      skippedTimes: notes.reduce((sum, { skippedTimes }) => sum + skippedTimes, 0),
      repeatedTimes: notes.reduce((sum, { repeatedTimes }) => sum + repeatedTimes, 0),
      fittingFormats: notes.map(({ fittingFormats }) => fittingFormats),
    };
  }

  /** Cuts the records that are whole; false where there is none. */
  #cut(): boolean {
    const shop = this.#shop;
    const { kernels, arena, separators } = shop;
    const from = this.#start;
    if (this.#consumed >= this.#limit) return false;
    const to = this.#isEnded ? this.#stop : this.#settled();
    if (to <= from) return false;
    const { separatorRoom, quotedEnds, quotedRoom, result } = shop;
    const flags = kernels.index(
      from,
      to,
      this.#delimiter,
      this.#quote,
      separators,
      separatorRoom,
      quotedEnds,
      quotedRoom,
      result,
    );
    if ((flags & (Met.ODD_QUOTE | Met.LONE_CR | Met.NUL)) !== 0) throw new HandOver(reasonOf(flags));
    const [count = 0, found = 0, quotedCount = 0, looked = 0] = arena.ints(result, 4);
    if (found === 0) {
      if (this.#isEnded) throw new HandOver('a quote that is not closed');
      if (looked < to - from) throw new HandOver('a record of very many cells or lines');
      return false;
    }
    const { width } = this.#binding;
    if (kernels.regular(separators, found, width) !== 1) throw new HandOver('a record of another width');
    this.#region.set(from, to - from, separators, count);
    const records = this.#before(this.#limit - this.#consumed, found);
    const end = this.#region.end(records - 1);
    const skipped = Math.min(this.#header, records);
    this.#header -= skipped;
    this.#refuseHeader(skipped, records);
    kernels.lines(separators, width, records, this.#line, quotedEnds, quotedCount, shop.lines);
    this.#line += records + countBelow(arena.words(quotedEnds, quotedCount), end);
    this.#start = from + end;
    this.#consumed += end;
    this.#records = records;
    this.#next = skipped;
    return true;
  }

  /** Up to where it does not matter what follows: a CR may be half of a line end, empty lines may be the file's last. */
  #settled(): number {
    const length = this.#stop - this.#start;
    const bytes = this.#shop.arena.bytes(this.#start, length);
    return this.#start + withoutEmptyLines(bytes, bytes[length - 1] === CR ? length - 1 : length);
  }

  /** How many of the records begin before a place; at least one. */
  #before(place: number, records: number): number {
    if (this.#region.end(records - 1) < place) return records;
    let low = 1;
    let high = records;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#region.end(middle - 1) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The header once more, in the midst of the rows: a broken record, which the reference lane words. */
  #refuseHeader(first: number, records: number): void {
    const { kernels, separators } = this.#shop;
    const { width } = this.#binding;
    const [text, length] = [this.#firstHeader, this.#firstHeaderBytes];
    for (let row = first; row < records; row++) {
      row = kernels.findFirst(this.#region.from, separators, width, row, records, this.#quote, text, length);
      if (row < 0) return;
      const at = row;
      if (this.#headers.every((header, column) => this.#region.text(at, column).trim() === header)) {
        throw new HandOver('the header once more');
      }
    }
  }

  #setCells(column: number, row0: number, rows: number): void {
    const { arena, cells, separators } = this.#shop;
    const into = arena.ints(cells, 8);
    into[0] = this.#region.from;
    into[1] = separators;
    into[2] = this.#binding.width;
    into[3] = column;
    into[4] = row0;
    into[5] = rows;
    into[6] = this.#quote;
    into[7] = 0;
  }
}

function reasonOf(flags: number): string {
  if ((flags & Met.NUL) !== 0) return 'a NUL byte';
  return (flags & Met.ODD_QUOTE) !== 0 ? 'a quote that is no RFC 4180' : 'a CR that is no line end of RFC 4180';
}

/** The length of bytes that begin at a record without empty lines at their end, which are no rows at the end of a file. */
function withoutEmptyLines(bytes: Uint8Array, length: number): number {
  let end = length;
  for (;;) {
    const lineEnd = bytes[end - 1] !== LF ? 0 : bytes[end - 2] === CR ? 2 : 1;
    if (lineEnd === 0 || (end > lineEnd && bytes[end - lineEnd - 1] !== LF)) return end;
    end -= lineEnd;
  }
}

/** How many of the ascending places lie before one. */
function countBelow(places: Uint32Array, end: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}
