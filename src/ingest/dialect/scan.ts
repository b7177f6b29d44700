import { CR, isBlank, LF, lineEndAt, type Marks, standsAt } from './marks.ts';

export interface Trouble {
  readonly kind: 'unclosed-quote' | 'text-after-quote' | 'text-before-quote';
  /** Where the quote in question stands: the one that opens, or the one that text follows. */
  readonly offset: number;
}

export interface ScannedRecord {
  /** One character a byte. */
  readonly cells: readonly string[];
  readonly start: number;
  /** After its line end. */
  readonly end: number;
  /** Nothing on the line but blanks. A quoted blank is something. */
  readonly blank: boolean;
  /** false: the bytes end before it does. */
  readonly whole: boolean;
  readonly trouble: Trouble | null;
}

/**
 * Cuts one record out of bytes held in memory: for the first look at a file, and to find out what is wrong with a
 * record. The rules, which every lane keeps:
 * - a cell that begins with a quote ends at the next quote that is not doubled; blanks after it are dropped, anything
 *   else there breaks the record;
 * - a quote in the midst of an unquoted cell is text (`5" pipe`);
 * - a quote after nothing but blanks breaks the record: ` "a, b"` would else be cut in the midst.
 */
export function scanRecord(bytes: Buffer, start: number, marks: Marks): ScannedRecord {
  const { delimiter, quote } = marks;
  const cells: string[] = [];
  let at = start;
  let trouble: Trouble | null = null;
  let anyQuote = false;
  for (;;) {
    let cell = '';
    if (standsAt(bytes, at, quote) && quote !== null) {
      anyQuote = true;
      const close = closingQuote(bytes, at + quote.length, quote);
      if (close === -1) {
        trouble ??= { kind: 'unclosed-quote', offset: at };
        cells.push(bytes.toString('latin1', at + quote.length));
        return { cells, start, end: bytes.length, blank: false, whole: false, trouble };
      }
      const mark = quote.toString('latin1');
      cell = bytes.toString('latin1', at + quote.length, close).replaceAll(mark + mark, mark);
      const from = close + quote.length;
      at = cellEnd(bytes, from, delimiter);
      if (!blankBetween(bytes, from, at)) trouble ??= { kind: 'text-after-quote', offset: close };
    } else {
      const from = at;
      at = cellEnd(bytes, from, delimiter);
      cell = bytes.toString('latin1', from, at);
      if (quote !== null && isBlank(bytes[from])) {
        let text = from;
        while (text < at && isBlank(bytes[text])) text++;
        if (standsAt(bytes, text, quote)) trouble ??= { kind: 'text-before-quote', offset: text };
      }
    }
    cells.push(cell);
    const lineEnd = lineEndAt(bytes, at);
    if (lineEnd > 0 || at >= bytes.length) {
      const blank = cells.length === 1 && !anyQuote && cell.trim() === '';
      return { cells, start, end: at + lineEnd, blank, whole: lineEnd > 0, trouble };
    }
    at += delimiter.length;
  }
}

function closingQuote(bytes: Buffer, from: number, quote: Buffer): number {
  for (let at = bytes.indexOf(quote, from); at !== -1; at = bytes.indexOf(quote, at + 2 * quote.length)) {
    if (!standsAt(bytes, at + quote.length, quote)) return at;
  }
  return -1;
}

function cellEnd(bytes: Buffer, from: number, delimiter: Buffer): number {
  const first = delimiter[0];
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === LF || byte === CR || (byte === first && standsAt(bytes, at, delimiter))) return at;
  }
  return Math.max(from, bytes.length);
}

function blankBetween(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isBlank(bytes[at])) return false;
  return true;
}
