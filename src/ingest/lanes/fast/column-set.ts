import type { ColumnPlan } from '../../../model/column.ts';
import type { Dialect } from '../../dialect/inspect.ts';
import { settled } from '../settled.ts';
import type { BatchLayout } from './batch-layout.ts';
import { type ColumnDecoder, columnDecoder } from './columns/index.ts';
import type { Shop } from './shop.ts';

/** The decoders of one reading, kept from file to file: words that were met once are known from then on. */
export class ColumnSet {
  readonly #shop: Shop;
  readonly #columns: readonly ColumnPlan[];
  readonly #layout: BatchLayout;
  readonly #sets = new Map<string, readonly ColumnDecoder[]>();

  constructor(shop: Shop, columns: readonly ColumnPlan[], layout: BatchLayout) {
    this.#shop = shop;
    this.#columns = columns;
    this.#layout = layout;
  }

  /** What bytes mean depends on the encoding, and on the delimiter whether `2,5` may be a number. */
  of({ encoding, delimiter }: Dialect): readonly ColumnDecoder[] {
    const key = `${encoding === 'windows-1252' ? encoding : 'utf-8'} ${delimiter}`;
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const made = this.#columns.map((column) =>
      columnDecoder(settled(column, delimiter), this.#shop, this.#layout.rows),
    );
    this.#sets.set(key, made);
    return made;
  }
}
