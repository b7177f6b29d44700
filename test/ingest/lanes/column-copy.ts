import {
  CellState,
  type Column,
  type Dictionary,
  type TextColumn,
  type UnreadableTexts,
} from '../../../src/model/batch.ts';

/** One column of a whole file: what stood in the arrays of its batches, which are used again. */
export class ColumnCopy {
  kind: Column['kind'] | null = null;
  /** A number a row for numeric and moment columns, four for ids, none for text. */
  readonly numbers: number[] = [];
  /** None for text. */
  readonly states: number[] = [];
  /** Of text alone; null for a blank. */
  readonly words: (string | null)[] = [];
  readonly unreadable = new Map<number, string>();
  /** What a column may never be. */
  fault: string | null = null;
  #rows = 0;
  readonly #dictionaries = new Map<Dictionary, Map<number, string>>();
  readonly #codes = new Map<Dictionary, Map<string, number>>();

  add(column: Column, rows: number): void {
    if (this.kind !== null && this.kind !== column.kind) this.fault ??= `${this.kind}, then ${column.kind}`;
    this.kind = column.kind;
    if (column.kind === 'text') {
      this.#addWords(column, rows);
    } else if (column.kind === 'raw') {
      for (let row = 0; row < rows; row++) this.words.push(column.text(row));
    } else {
      const [numbers, width] = column.kind === 'id' ? [column.hashes, 4] : [column.values, 1];
      if (numbers.length < rows * width || column.states.length < rows)
        this.fault ??= `arrays of less than ${rows} rows`;
      for (let i = 0; i < rows * width; i++) this.numbers.push(numbers[i] ?? Number.NaN);
      for (let row = 0; row < rows; row++) this.states.push(column.states[row] ?? -1);
      if (column.kind !== 'id') this.#addUnreadable(column.unreadable, column.states, rows);
    }
    this.#rows += rows;
  }

  #addUnreadable(texts: UnreadableTexts, states: Uint8Array, rows: number): void {
    for (const [row, text] of texts) {
      if (row >= rows || states[row] !== CellState.UNREADABLE) this.fault ??= `a text of row ${row}, which is readable`;
      this.unreadable.set(this.#rows + row, text);
    }
  }

  /** Codes may differ from lane to lane, but a code stays one word, and a word one code, as long as the dictionary. */
  #addWords({ codes, dictionary }: TextColumn, rows: number): void {
    if (codes.length < rows) this.fault ??= `codes of ${codes.length} rows in a batch of ${rows}`;
    const known = this.#dictionaries.get(dictionary) ?? new Map<number, string>();
    const codeOf = this.#codes.get(dictionary) ?? new Map<string, number>();
    this.#dictionaries.set(dictionary, known);
    this.#codes.set(dictionary, codeOf);
    for (let row = 0; row < rows; row++) {
      const code = codes[row] ?? Number.NaN;
      const word = dictionary.words[code];
      if (code !== -1 && (word === undefined || word === '')) this.fault ??= `no word for code ${code}`;
      this.words.push(word ?? null);
      if (word === undefined) continue;
      if ((known.get(code) ?? word) !== word) this.fault ??= `code ${code} was ${known.get(code)}, is ${word}`;
      if ((codeOf.get(word) ?? code) !== code) this.fault ??= `${word} has codes ${codeOf.get(word)} and ${code}`;
      known.set(code, word);
      codeOf.set(word, code);
    }
  }
}
