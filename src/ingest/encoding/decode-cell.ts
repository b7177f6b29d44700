import { isUtf8 } from 'node:buffer';
import { fromWindows1252 } from './windows-1252.ts';

/** How the text of a file is written; UTF-16 is turned into UTF-8 before cells are cut. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Whether a cell, given one character a byte, holds a byte past ASCII. */
export function isPastAscii(cell: string): boolean {
  for (let i = 0; i < cell.length; i++) if (cell.charCodeAt(i) > 0x7f) return true;
  return false;
}

/**
 * Text of a cell given one character a byte, where it holds bytes past ASCII: UTF-8, or null where it is none.
 */
export function utf8Cell(cell: string): string | null {
  const bytes = Buffer.from(cell, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}

/** Text of any cell given one character a byte. */
export function decodeCell(cell: string, encoding: Encoding): string {
  if (!isPastAscii(cell)) return cell;
  if (encoding === 'windows-1252') return fromWindows1252(cell);
  return utf8Cell(cell) ?? fromWindows1252(cell);
}
