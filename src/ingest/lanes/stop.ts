import type { BrokenRecord } from '../../model/batch.ts';
import { columnAt, lineEnds } from '../dialect/lines.ts';
import { CR, LF } from '../dialect/marks.ts';
import type { Trouble } from '../dialect/scan.ts';
import type { Trail } from './trail.ts';

/** Line and column of a trouble in a record whose bytes and first line are given. */
export function placeOf(
  trouble: Trouble,
  record: Buffer,
  line: number,
): { readonly line: number; readonly column: number } {
  const column = columnAt(record, 0, trouble.offset);
  return { line: line + lineEnds(record, 0, trouble.offset), column };
}

/**
 * A record after which nothing in the file can be trusted to be a row: what follows is counted in lines, not read.
 */
export class Stop {
  #code: BrokenRecord['code'];
  readonly #line: number;
  readonly #column: number;
  /** null: settled. Else the first byte of a quote which, met in the rest of the file, says that the quote does close. */
  readonly #watched: number | null;
  #last: number | undefined;

  constructor(code: BrokenRecord['code'], line: number, column: number, watched: number | null) {
    this.#code = code;
    this.#line = line;
    this.#column = column;
    this.#watched = watched;
  }

  /** Walks to the end of what has been fed; `rest` are the bytes of it that were not judged yet. */
  pass(trail: Trail, rest: Buffer): void {
    if (this.#watched !== null && rest.includes(this.#watched)) this.#code = 'record-too-long';
    this.#last = rest.at(-1) ?? this.#last;
    trail.advance(trail.end);
  }

  /** The broken record, once the end of the file is reached: it covers all lines from where it broke. */
  record(trail: Trail, expected: number): BrokenRecord {
    const isEnded = this.#last === CR || this.#last === LF;
    const lastLine = trail.line - (isEnded ? 1 : 0);
    const [line, found] = [this.#line, this.#column];
    return { line, code: this.#code, expected, found, lines: lastLine - line + 1 };
  }
}
