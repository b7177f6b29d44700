import type { Encoding } from '../encoding/decode-cell.ts';
import { toWindows1252 } from '../encoding/windows-1252.ts';

/** The signs of a dialect as the bytes they are in the text. */
export interface Marks {
  readonly delimiter: Buffer;
  /** null: no cell is quoted. */
  readonly quote: Buffer | null;
  readonly comment: Buffer | null;
}

export function marksOf(
  signs: { readonly delimiter: string; readonly quote: string | null; readonly comment: string | null },
  encoding: Encoding,
): Marks {
  const bytes = (text: string) => (encoding === 'windows-1252' ? toWindows1252(text) : null) ?? Buffer.from(text);
  return {
    delimiter: bytes(signs.delimiter),
    quote: signs.quote === null || signs.quote === '' ? null : bytes(signs.quote),
    comment: signs.comment === null || signs.comment === '' ? null : bytes(signs.comment),
  };
}

/** Whether a sign stands at a place of the bytes. */
export function standsAt(bytes: Buffer, at: number, sign: Buffer | null): boolean {
  if (sign === null || bytes[at] !== sign[0]) return false;
  for (let i = 1; i < sign.length; i++) if (bytes[at + i] !== sign[i]) return false;
  return true;
}

export const CR = 13;
export const LF = 10;

/** Bytes of the line end at a place: 0, 1, or 2 for CRLF. */
export function lineEndAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === LF) return 1;
  if (byte !== CR) return 0;
  return bytes[at + 1] === LF ? 2 : 1;
}

/** Space or tab. */
export function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}
