import type { Position } from '../model/diagnostic.ts';

/** Turns offsets into a text (UTF-16) into the lines and columns that a reader counts. */
export class Lines {
  readonly text: string;
  readonly #file: string;
  readonly #starts: number[] = [0];
  /** Offsets of letters that take two units of UTF-16, and so one column less. */
  readonly #wide: number[] = [];

  constructor(text: string, file: string) {
    this.text = text;
    this.#file = file;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.#starts.push(end + 1);
    for (const { index } of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) this.#wide.push(index);
  }

  /** The stretch from `start` to `end`, cut at the end of its first line; at least one letter long. */
  position(start: number, end: number): Position {
    const index = this.#lineAt(start);
    const from = this.#starts[index] ?? 0;
    const stop = Math.min(end, this.#endOf(index));
    const length = Math.max(1, this.#count(start, stop));
    return { file: this.#file, line: index + 1, column: this.#count(from, start) + 1, length };
  }

  lineOf(offset: number): number {
    return this.#lineAt(offset) + 1;
  }

  /** Does the line, counted from 1, hold the text? */
  lineHolds(line: number, part: string): boolean {
    const start = this.#starts[line - 1] ?? this.text.length;
    return this.text.slice(start, this.#endOf(line - 1)).includes(part);
  }

  /** What stands from the offset to the end of its line. */
  rest(offset: number): string {
    return this.text.slice(offset, this.#endOf(this.#lineAt(offset)));
  }

  /** What stands on the line before the offset. */
  before(offset: number): string {
    return this.text.slice(this.#starts[this.#lineAt(offset)] ?? 0, offset);
  }

  #lineAt(offset: number): number {
    return lastUpTo(this.#starts, offset);
  }

  #endOf(index: number): number {
    const next = this.#starts[index + 1];
    if (next === undefined) return this.text.length;
    return this.text[next - 2] === '\r' ? next - 2 : next - 1;
  }

  /** Letters between two offsets. */
  #count(from: number, to: number): number {
    return to - from - (lastUpTo(this.#wide, to - 1) - lastUpTo(this.#wide, from - 1));
  }
}

/** Index of the last of the sorted numbers that is not above the limit; -1 where there is none. */
function lastUpTo(sorted: readonly number[], limit: number): number {
  let low = -1;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
