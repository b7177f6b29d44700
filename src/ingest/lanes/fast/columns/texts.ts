import type { Column, Dictionary } from '../../../../model/batch.ts';
import type { ColumnPlan } from '../../../../model/column.ts';
import { LARGE_DICTIONARY } from '../../../../vocabulary/types/index.ts';
import type { Beside } from '../batch-layout.ts';
import { WordTable } from '../word-table.ts';
import { ColumnDecoder, type Stretch, specialTexts, type Workshop } from './column-decoder.ts';

/** Rows after which a column of which most cells are new is taken for free text, which no table helps with. */
const TRIED = 20_000;

/** Words by code. What the bytes of a cell mean is asked once, and remembered as long as the dictionary is the same. */
export class TextDecoder extends ColumnDecoder {
  readonly #table: WordTable;
  readonly #isSafe: boolean;
  #dictionary: Dictionary | null = null;
  #met = 0;
  #new = 0;
  protected override isNew = true;
  protected override readonly valueBytes = 4;

  constructor(plan: ColumnPlan, shop: Workshop) {
    super(plan, shop);
    this.#table = new WordTable(shop.arena, shop.kernels);
    this.#isSafe = !specialTexts(plan).includes('');
    this.#dictionary = dictionaryOf(this.builder.take());
  }

  /** The words go on from file to file. */
  override begin(places: readonly number[]): void {
    this.places = places;
  }

  override beside(): Beside {
    return { unreadable: this.texts(), dictionary: this.#dictionary };
  }

  protected run({ values, rows }: Stretch): number {
    const { kernels, cells, misses } = this.shop;
    if (!this.#isSafe || (this.#met > TRIED && this.#new * 2 > this.#met)) return -1;
    const count = kernels.words(cells, this.#table.at, values, misses);
    this.#met += rows;
    this.#new += count;
    return count;
  }

  protected put({ region, row0, rows: count, values }: Stretch, column: Column, rows: Int32Array | null): void {
    if (column.kind !== 'text') throw new TypeError('no column of text');
    const codes = this.shop.arena.ints(values, count);
    if (rows === null) codes.set(column.codes);
    else {
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index] ?? 0;
        const code = column.codes[index] ?? -1;
        codes[row] = code;
        const { start, end } = region.cell(row0 + row, this.places[0] ?? 0);
        this.#table.add(region.from + start, end - start, code);
      }
    }
    // The builder begins a new dictionary once the old one is large: what was known then means nothing any more.
    this.#dictionary = column.dictionary;
    if (column.dictionary.words.length >= LARGE_DICTIONARY) {
      this.#table.clear();
      this.isNew = true;
    }
  }
}

function dictionaryOf(column: Column): Dictionary | null {
  return column.kind === 'text' ? column.dictionary : null;
}
