import { CellState, type Column } from '../../../../model/batch.ts';
import type { ColumnPlan } from '../../../../model/column.ts';
import { WordTable } from '../word-table.ts';
import { type Stretch, specialTexts, type Workshop } from './column-decoder.ts';
import { ScalarDecoder } from './scalars.ts';

/** Yes and no: the few ways in which a column writes them are remembered by their bytes. */
export class BooleanDecoder extends ScalarDecoder {
  readonly #table: WordTable;
  readonly #codes: number;
  readonly #isSafe: boolean;

  constructor(plan: ColumnPlan, shop: Workshop, rows: number) {
    super(plan, shop);
    this.#table = new WordTable(shop.arena, shop.kernels);
    this.#codes = shop.arena.take(rows * 4);
    this.#isSafe = !specialTexts(plan).includes('');
  }

  override begin(places: readonly number[]): void {
    super.begin(places);
    this.#table.clear();
    this.isNew = true;
  }

  protected run({ values: at, states: stateAt, rows }: Stretch): number {
    const { kernels, cells, misses, arena } = this.shop;
    if (!this.#isSafe) return -1;
    const count = kernels.words(cells, this.#table.at, this.#codes, misses);
    const values = arena.floats(at, rows);
    const states = arena.bytes(stateAt, rows);
    const codes = arena.ints(this.#codes, rows);
    for (let row = 0; row < rows; row++) {
      const code = codes[row] ?? -1;
      values[row] = code < 0 ? Number.NaN : code;
      states[row] = code < 0 ? CellState.BLANK : CellState.VALUE;
    }
    return count;
  }

  protected override put(stretch: Stretch, column: Column, rows: Int32Array | null): void {
    super.put(stretch, column, rows);
    if (rows === null || column.kind !== 'numeric') return;
    const { region, row0 } = stretch;
    for (let index = 0; index < rows.length; index++) {
      const state = column.states[index];
      if (state === CellState.UNREADABLE) continue;
      const { start, end } = region.cell(row0 + (rows[index] ?? 0), this.places[0] ?? 0);
      this.#table.add(region.from + start, end - start, state === CellState.BLANK ? -1 : (column.values[index] ?? 0));
    }
  }
}
