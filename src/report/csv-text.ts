/** A number in the words of an export: `-3,5`, `+4722334455`. */
interface Digits {
  readonly digits: string;
}

/** A cell of a CSV; null is an empty one. */
export type Cell = string | number | Digits | null;

/**
 * Text that a spreadsheet would run as a formula is given a leading apostrophe, as OWASP advises; its full-width forms
 * count, for Excel takes them for the same.
 */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

const NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/;

/** A cell of an export: a number alone runs nothing, and is to stay one. */
export const exported = (text: string | null): Cell => (text !== null && NUMBER.test(text) ? { digits: text } : text);

/** One cell of RFC 4180; a number that cannot be said is a defect. */
function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new Error(`the report cannot be written: a figure is ${cell}`);
    return String(cell);
  }
  if (typeof cell === 'object') return quoted(cell.digits);
  return quoted(FORMULA.test(cell) ? `'${cell}` : cell);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of RFC 4180, with its CRLF. */
export const line = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;
