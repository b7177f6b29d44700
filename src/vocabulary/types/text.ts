import type { TextColumn } from '../../model/batch.ts';
import type { CellFormat } from '../../model/column.ts';
import { detach, type PrepareCell, prepareCell } from './cell.ts';
import { type ColumnBuilder, type ColumnNotes, NO_NOTES, type TypeDefinition } from './definition.ts';

/** Words, by code into a dictionary. */
export const text: TypeDefinition = {
  id: 'text',
  expects: () => 'text',
  builder: (cell) => new TextBuilder(cell),
};

/** Words after which a column takes a new dictionary with its next batch: free text would fill the memory. */
export const LARGE_DICTIONARY = 50_000;
const FIRST_ROOM = 1024;
const BLANK = -1;

class TextBuilder implements ColumnBuilder {
  readonly #prepare: PrepareCell;
  #codes = new Int32Array(FIRST_ROOM);
  #rows = 0;
  #words: string[] = [];
  #codeOf = new Map<string, number>();
  #dictionary: { readonly words: readonly string[] } = { words: this.#words };
  #lastText = '';
  #lastCode = BLANK;

  constructor(cell: CellFormat) {
    this.#prepare = prepareCell(cell);
    this.#lastCode = this.#code('');
  }

  push(cell: string): void {
    if (cell !== this.#lastText) {
      this.#lastCode = this.#code(cell);
      this.#lastText = cell;
    }
    if (this.#rows === this.#codes.length) {
      const codes = new Int32Array(this.#rows * 2);
      codes.set(this.#codes);
      this.#codes = codes;
    }
    this.#codes[this.#rows++] = this.#lastCode;
  }

  take(): TextColumn {
    const column: TextColumn = {
      kind: 'text',
      codes: this.#codes.slice(0, this.#rows),
      dictionary: this.#dictionary,
    };
    this.#rows = 0;
    if (this.#words.length >= LARGE_DICTIONARY) {
      this.#words = [];
      this.#codeOf = new Map();
      this.#dictionary = { words: this.#words };
      this.#lastText = '';
      this.#lastCode = this.#code('');
    }
    return column;
  }

  notes(): ColumnNotes {
    return NO_NOTES;
  }

  #code(cell: string): number {
    const word = this.#prepare(cell);
    if (word === '') return BLANK;
    const known = this.#codeOf.get(word);
    if (known !== undefined) return known;
    const kept = detach(word);
    const code = this.#words.length;
    this.#words.push(kept);
    this.#codeOf.set(kept, code);
    return code;
  }
}
