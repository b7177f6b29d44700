import { type Batch, CellState, type IdColumn } from '../../../model/batch.ts';
import type { ColumnIndex } from '../../../model/plan.ts';
import { idsAt } from '../columns-at.ts';

/** Whom the rows of a batch that are occasions belong to; its arrays are used again for every batch. */
export class OccasionCustomers {
  readonly #column: ColumnIndex | null;
  #hashes = new Uint32Array(0);
  #states = new Uint8Array(0);

  /** @param column - null: the channel names no customers */
  constructor(column: ColumnIndex | null) {
    this.#column = column;
  }

  of(batch: Batch, rows: Int32Array): IdColumn | null {
    const column = idsAt(batch, this.#column);
    if (column === null) return null;
    const { length } = rows;
    if (this.#states.length < length) {
      this.#hashes = new Uint32Array(batch.rows * 4);
      this.#states = new Uint8Array(batch.rows);
    }
    const hashes = this.#hashes.subarray(0, length * 4);
    const states = this.#states.subarray(0, length);
    for (let index = 0; index < length; index += 1) {
      const row = rows[index] ?? 0;
      const [to, at] = [index * 4, row * 4];
      states[index] = column.states[row] ?? CellState.BLANK;
      hashes[to] = column.hashes[at] ?? 0;
      hashes[to + 1] = column.hashes[at + 1] ?? 0;
      hashes[to + 2] = column.hashes[at + 2] ?? 0;
      hashes[to + 3] = column.hashes[at + 3] ?? 0;
    }
    return { kind: 'id', hashes, states };
  }
}
