import { CR, LF } from './marks.ts';

/** Line ends in bytes[from, to): CR, LF or CRLF. */
export function lineEnds(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === LF) count++;
    else if (byte === CR) {
      count++;
      if (at + 1 < to && bytes[at + 1] === LF) at++;
    }
  }
  return count;
}

/** Column of a place, in characters counted from 1: bytes that go on a UTF-8 character count for nothing. */
export function columnAt(bytes: Buffer, from: number, at: number): number {
  let column = 1;
  for (let i = at - 1; i >= from; i--) {
    const byte = bytes[i] ?? 0;
    if (byte === LF || byte === CR) break;
    if ((byte & 0xc0) !== 0x80) column++;
  }
  return column;
}
