import type { CellFormat } from '../../model/column.ts';

/** The text of a cell that is read: trimmed, mapped; empty for a blank. */
export type PrepareCell = (text: string) => string;

/**
 * How the cells of a column are prepared: trimmed of every Unicode blank, replaced by what `map` says (any letter
 * case), and made empty where they are among `blank`. A mapped text may itself be one of the blanks.
 */
export function prepareCell(cell: CellFormat): PrepareCell {
  const map = new Map<string, string>();
  for (const [from, to] of cell.map) {
    const key = fold(from);
    if (!map.has(key)) map.set(key, to.trim());
  }
  const blank = new Set(cell.blank.map(fold));
  if (map.size === 0 && blank.size === 0) return (text) => text.trim();

  // Longer cells need no look-up; small letters are never fewer than capitals.
  let longest = 0;
  for (const key of [...map.keys(), ...blank]) longest = Math.max(longest, key.length);
  return (text) => {
    const trimmed = text.trim();
    if (trimmed.length > longest) return trimmed;
    const mapped = map.get(fold(trimmed)) ?? trimmed;
    return blank.has(fold(mapped)) ? '' : mapped;
  };
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

const SHOWN = 80;

/** What a message shows of an unreadable cell: its trimmed text, cut, and freed of the chunk that it was cut from. */
export function shownText(text: string): string {
  // Half of a surrogate pair is no character.
  return detach(
    text
      .trim()
      .slice(0, SHOWN)
      .replace(/[\ud800-\udbff]$/, ''),
  );
}

/** A copy: V8's substrings keep the whole text alive that they were cut from, here a piece of the file. */
export function detach(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
