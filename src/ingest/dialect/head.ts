import { lineEnds } from './lines.ts';
import { isBlank, lineEndAt, type Marks, standsAt } from './marks.ts';
import { type ScannedRecord, scanRecord } from './scan.ts';

/** The first bytes of a text, as far as they have been read. */
export interface Head {
  readonly bytes: Buffer;
  /** They are the whole text. */
  readonly whole: boolean;
}

export interface HeadRecord extends ScannedRecord {
  /** Physical line that it starts on, counted from 1. */
  readonly line: number;
}

/** The records of the head from a place on, without blank and comment lines; a last one that is cut is left out. */
export function* headRecords(head: Head, from: number, marks: Marks): Generator<HeadRecord> {
  const { bytes } = head;
  let line = 1 + lineEnds(bytes, 0, from);
  let at = from;
  while (at < bytes.length) {
    const comment = commentEnd(bytes, at, marks.comment);
    if (comment > at) {
      at = comment;
      line++;
      continue;
    }
    const record = scanRecord(bytes, at, marks);
    if (!record.whole && !head.whole) return;
    if (!record.blank) yield { ...record, line };
    line += lineEnds(bytes, at, record.end);
    at = record.end;
  }
}

/** Where the line after a comment begins; the place itself where no comment stands. */
export function commentEnd(bytes: Buffer, at: number, comment: Buffer | null): number {
  if (!standsAt(bytes, at, comment)) return at;
  let end = at;
  while (end < bytes.length && lineEndAt(bytes, end) === 0) end++;
  return end + lineEndAt(bytes, end);
}

/** Whether nothing but blanks and line ends stands there. */
export function isAllBlank(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) if (!isBlank(bytes[at]) && lineEndAt(bytes, at) === 0) return false;
  return true;
}
