import { CellState, type NumericColumn } from '../../../../model/batch.ts';
import { WordTable } from '../word-table.ts';
import type { Stretch, Workshop } from './column-decoder.ts';

/** Cells after which a column of which most are new is not looked up any more. */
const TRIED = 4096;
const MOST = 50_000;

/** Cells that the kernels cannot read, such as `85%` and `1,250`, by their bytes, and what they come to. */
export class SlowNumbers {
  readonly #shop: Workshop;
  readonly #table: WordTable;
  readonly #codes: number;
  readonly #values: number[] = [];
  readonly #states: number[] = [];
  #met = 0;
  #new = 0;

  constructor(shop: Workshop, rows: number) {
    this.#shop = shop;
    this.#table = new WordTable(shop.arena, shop.kernels);
    this.#codes = shop.arena.take(rows * 4);
  }

  /** Fills in what is known of the rows that `shop.misses` names; gives how many it leaves there. */
  find({ values: at, states: stateAt, rows }: Stretch, count: number): number {
    const { kernels, cells, misses, arena } = this.#shop;
    if (this.#isInVain) return count;
    const slow = arena.ints(misses, count).slice();
    const unknown = arena.ints(misses, kernels.words(cells, this.#table.at, this.#codes, misses)).slice();
    const codes = arena.ints(this.#codes, rows);
    const values = arena.floats(at, rows);
    const states = arena.bytes(stateAt, rows);
    const left = arena.ints(misses, count);
    let kept = 0;
    let next = 0;
    for (const row of slow) {
      while ((unknown[next] ?? rows) < row) next++;
      const code = unknown[next] === row ? -1 : (codes[row] ?? -1);
      if (code < 0) left[kept++] = row;
      else {
        values[row] = this.#values[code] ?? Number.NaN;
        states[row] = this.#states[code] ?? CellState.BLANK;
      }
    }
    this.#met += count;
    this.#new += kept;
    return kept;
  }

  /** Remembers what was read of rows that `find` left. */
  add({ region, row0 }: Stretch, place: number, column: NumericColumn, rows: Int32Array): void {
    if (this.#isInVain) return;
    for (let index = 0; index < rows.length && this.#values.length < MOST; index++) {
      const state = column.states[index] ?? CellState.UNREADABLE;
      // Its text is to be shown.
      if (state === CellState.UNREADABLE) continue;
      const { start, end } = region.cell(row0 + (rows[index] ?? 0), place);
      this.#table.add(region.from + start, end - start, this.#values.length);
      this.#values.push(column.values[index] ?? Number.NaN);
      this.#states.push(state);
    }
  }

  get #isInVain(): boolean {
    return this.#table.isFull || (this.#met > TRIED && this.#new * 2 > this.#met);
  }
}
