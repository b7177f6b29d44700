import { type Kernels, LINE_END, Met } from '../kernels.ts';
import type { Views } from './views.ts';

const LF = 10;
const CR = 13;
const BLOCK = 64;

/** Byte by byte; see `Kernels`. */
export function index(
  views: Views,
  ...[from, to, delimiter, quote, separators, separatorRoom, quotedEnds, quotedRoom, result]: Parameters<
    Kernels['index']
  >
): number {
  const { bytes, offsets, integers } = views;
  let written = 0;
  let lineEnds = 0;
  let quotedWritten = 0;
  let met = 0;
  let within = false;
  /** What the byte before was: a separator or quote, the quote that closed. */
  let opens = true;
  let closed = false;
  let at = from;

  for (; at < to; at += BLOCK) {
    const end = Math.min(at + BLOCK, to);
    // They count for nothing if there is no room for the whole block.
    const begun = { within, met, written, lineEnds, quotedWritten };
    for (let i = at; i < end; i++) {
      const byte = bytes[i] ?? 0;
      const isQuote = byte === quote && quote !== 0;
      if (closed && !isQuote && byte !== delimiter && byte !== LF && byte !== CR) met |= Met.ODD_QUOTE;
      closed = false;
      if (byte === 0) met |= Met.NUL;
      const isLoneReturn = byte === CR && !(i + 1 < to && bytes[i + 1] === LF);
      if (isQuote) {
        if (!within && !opens) met |= Met.ODD_QUOTE;
        closed = within;
        within = !within;
      } else if (within) {
        if (byte === LF || isLoneReturn) {
          if (quotedWritten < quotedRoom) offsets[(quotedEnds >>> 2) + quotedWritten] = i - from;
          quotedWritten++;
        }
      } else if (byte === delimiter || byte === LF) {
        if (written < separatorRoom) {
          offsets[(separators >>> 2) + written] = i - from + (byte === LF ? LINE_END : 0);
        }
        written++;
        if (byte === LF) lineEnds++;
      } else if (isLoneReturn) {
        met |= Met.LONE_CR;
      }
      opens = isQuote || byte === delimiter || byte === LF;
    }
    if (written > separatorRoom || quotedWritten > quotedRoom) {
      ({ within, met, written, lineEnds, quotedWritten } = begun);
      break;
    }
  }

  integers.set([written, lineEnds, quotedWritten, Math.min(at, to) - from], result >>> 2);
  return met | (within ? Met.OPEN_QUOTE : 0);
}
