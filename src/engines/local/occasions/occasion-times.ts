import { type Batch, CellState } from '../../../model/batch.ts';
import type { OccasionBatch } from '../../../model/engine.ts';
import type { ColumnIndex } from '../../../model/plan.ts';
import { momentsAt } from '../columns-at.ts';

/** When the rows of a batch that are occasions began; its arrays are used again for every batch. */
export class OccasionTimes {
  readonly #column: ColumnIndex | null;
  #values = new Float64Array(0);
  #states = new Uint8Array(0);

  /** @param column - null: the channel bears no time */
  constructor(column: ColumnIndex | null) {
    this.#column = column;
  }

  of(batch: Batch, rows: Int32Array): OccasionBatch['began'] {
    const column = momentsAt(batch, this.#column);
    if (column === null) return null;
    const { length } = rows;
    if (this.#states.length < length) {
      this.#values = new Float64Array(batch.rows);
      this.#states = new Uint8Array(batch.rows);
    }
    const [values, states] = [this.#values.subarray(0, length), this.#states.subarray(0, length)];
    for (let index = 0; index < length; index += 1) {
      const row = rows[index] ?? 0;
      values[index] = column.values[row] ?? Number.NaN;
      states[index] = column.states[row] ?? CellState.BLANK;
    }
    return { values, states };
  }
}
