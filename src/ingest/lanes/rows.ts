import type { Batch, BrokenRecord } from '../../model/batch.ts';
import { type ColumnBuilder, columnBuilder } from '../../vocabulary/types/index.ts';
import { CellDecoder } from './cells.ts';
import type { LaneFacts, LaneInput } from './lane.ts';
import { settled } from './settled.ts';

/** Records become rows of batches here: counted against the header, needed cells decoded, columns filled. */
export class Rows {
  readonly #input: LaneInput;
  readonly #decoder: CellDecoder;
  readonly #builders: readonly ColumnBuilder[];
  /** Indexes of the cells that any column needs, each once, and per column the places among them. */
  readonly #needed: readonly number[];
  readonly #places: readonly (readonly number[])[];
  readonly #texts: string[];
  /** The header, one character a byte as the cells are; empty where it is a single name, which a cell may well say. */
  readonly #header: readonly string[];
  #lines: Float64Array;
  #rows = 0;
  #broken: BrokenRecord[] = [];
  #ready: Batch[] = [];
  /** Rows of data so far, broken ones included. */
  total = 0;

  constructor(input: LaneInput) {
    this.#input = input;
    this.#decoder = new CellDecoder(input.dialect.encoding);
    this.#builders = input.columns.map((column) => columnBuilder(settled(column, input.dialect.delimiter)));
    const { headers } = input.dialect;
    this.#header = headers.length > 1 ? headers.map((name) => Buffer.from(name, 'utf8').toString('latin1')) : [];
    this.#needed = [...new Set(input.binding.cells.flat())];
    this.#places = input.binding.cells.map((cells) => cells.map((cell) => this.#needed.indexOf(cell)));
    this.#texts = this.#needed.map(() => '');
    this.#lines = new Float64Array(input.batchRows);
  }

  /** One record: cells one character a byte, its physical line, and how many lines it covers. */
  add(cells: readonly string[], line: number, lines: number): void {
    const { binding, dialect } = this.#input;
    const found = cells.length;
    if (found < binding.least || found > binding.width) {
      const isPadded = dialect.ragged === 'pad' && (found < binding.least || extraAreBlank(cells, binding.width));
      if (!isPadded) {
        this.break({ line, code: 'ragged', expected: binding.width, found, lines });
        return;
      }
    }
    if (cells[0] === this.#header[0] && this.#isHeader(cells)) {
      this.break({ line, code: 'repeated-header', expected: binding.width, found, lines });
      return;
    }
    const needed = this.#needed;
    for (let i = 0; i < needed.length; i++) this.#texts[i] = this.#decoder.text(cells[needed[i] ?? 0] ?? '');
    for (let i = 0; i < this.#builders.length; i++) this.#builders[i]?.push(this.#text(this.#places[i]));
    this.#lines[this.#rows++] = line;
    this.#counted();
  }

  /** The header once more, in the midst of the rows: two exports were put together. */
  #isHeader(cells: readonly string[]): boolean {
    const header = this.#header;
    return header.length === cells.length && header.every((name, index) => name === cells[index]?.trim());
  }

  break(record: BrokenRecord): void {
    this.#broken.push(record);
    this.#counted();
  }

  /** Batches that are full; at the end of the file also the last one. */
  take(isEnd: boolean): readonly Batch[] {
    if (isEnd) this.#flush();
    const ready = this.#ready;
    if (ready.length > 0) this.#ready = [];
    return ready;
  }

  facts(): LaneFacts {
    const notes = this.#builders.map((builder) => builder.notes());
    return {
      rows: this.total,
      misencoded: this.#decoder.misencoded,
      skippedTimes: notes.reduce((sum, { skippedTimes }) => sum + skippedTimes, 0),
      repeatedTimes: notes.reduce((sum, { repeatedTimes }) => sum + repeatedTimes, 0),
      fittingFormats: notes.map(({ fittingFormats }) => fittingFormats),
    };
  }

  #text(places: readonly number[] = []): string {
    const text = this.#texts[places[0] ?? 0] ?? '';
    return places.length === 1 ? text : places.map((place) => this.#texts[place]?.trim() ?? '').join(' ');
  }

  #counted(): void {
    this.total++;
    if (this.#rows + this.#broken.length >= this.#input.batchRows) this.#flush();
  }

  #flush(): void {
    const [rows, broken] = [this.#rows, this.#broken];
    if (rows === 0 && broken.length === 0) return;
    const columns = this.#builders.map((builder) => builder.take());
    this.#ready.push({ file: this.#input.file, rows, lines: this.#lines.slice(0, rows), columns, broken });
    this.#rows = 0;
    this.#broken = [];
  }
}

function extraAreBlank(cells: readonly string[], width: number): boolean {
  for (let i = width; i < cells.length; i++) if (cells[i]?.trim() !== '') return false;
  return true;
}
