import type { Column } from '../../../../model/batch.ts';
import type { ColumnPlan } from '../../../../model/column.ts';
import { ColumnDecoder, type Stretch, specialTexts, type Workshop } from './column-decoder.ts';

/** What is only told apart: 128-bit hashes, straight from the bytes. */
export class IdDecoder extends ColumnDecoder {
  readonly #lower: number;
  readonly #shortest: number;

  constructor(plan: ColumnPlan, shop: Workshop) {
    super(plan, shop);
    this.#lower = plan.cell.anyCase === true ? 1 : 0;
    // What stands for another text, or for a blank, is no longer than the longest of those that do.
    const special = specialTexts(plan);
    this.#shortest = special.includes('') ? -1 : Math.max(0, ...special.map((text) => text.length + 1));
  }

  protected run({ values, states }: Stretch): number {
    const { kernels, cells, misses } = this.shop;
    if (this.#shortest < 0) return -1;
    return kernels.ids(cells, this.#lower, this.#shortest, values, states, misses);
  }

  protected put({ values: at, states: stateAt, rows: count }: Stretch, column: Column, rows: Int32Array | null): void {
    if (column.kind !== 'id') throw new TypeError('no column of ids');
    const hashes = this.shop.arena.words(at, count * 4);
    const states = this.shop.arena.bytes(stateAt, count);
    if (rows === null) {
      hashes.set(column.hashes);
      states.set(column.states);
      return;
    }
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      hashes.set(column.hashes.subarray(index * 4, index * 4 + 4), row * 4);
      states[row] = column.states[index] ?? 0;
    }
  }
}
