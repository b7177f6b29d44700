import { CellState, type IdColumn } from '../../model/batch.ts';
import type { Rows } from './counters/cell-counter.ts';
import type { IdTable } from './id-table.ts';
import { FOLDED, Part } from './participation.ts';

const ONE_IF_SELECTED = Uint8Array.from({ length: FOLDED + 1 }, (_, part) =>
  part === Part.ENTERED || part === FOLDED ? 1 : 0,
);

/** The occasions of the batch that is counted; its arrays are used again for every batch. */
export class OccasionRows implements Rows {
  count = 0;
  rows = new Int32Array(0);
  groups = new Int32Array(0);
  customers = new Int32Array(0);
  groupsMet = 0;
  customersMet = 0;
  #named = new Int32Array(0);
  #codes = new Int32Array(0);

  /** Selects the rows that enter or belong to a case; gives them, scratch, the first `count` of them meant. */
  select(parts: Uint8Array, rows: number): Int32Array {
    if (this.rows.length < rows) {
      this.rows = new Int32Array(rows);
      this.groups = new Int32Array(rows);
      this.customers = new Int32Array(rows).fill(-1);
    }
    const selected = this.rows;
    let count = 0;
    for (let row = 0; row < rows; row += 1) {
      // Written in any case, and written over where it is none: a branch would be guessed wrong time and again.
      selected[count] = row;
      count += ONE_IF_SELECTED[parts[row] ?? 0] ?? 0;
    }
    this.count = count;
    return selected;
  }

  /** Of the rows selected, leaves out those before one. */
  leaveOut(from: number): void {
    if (from === 0) return;
    const kept = this.rows.subarray(0, this.count).filter((row) => row >= from);
    this.rows.set(kept);
    this.count = kept.length;
  }

  /** Numbers the customers of the rows selected; null: the channel names none. */
  nameCustomers(ids: IdColumn | null, table: IdTable): void {
    if (ids === null) return;
    const { count, rows, customers } = this;
    const { states, hashes } = ids;
    if (this.#named.length < count) {
      this.#named = new Int32Array(rows.length);
      this.#codes = new Int32Array(rows.length);
    }
    const [named, codes] = [this.#named, this.#codes];
    let known = 0;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      if (states[row] !== CellState.VALUE) continue;
      named[known] = row;
      known += 1;
    }
    table.codes(hashes, named, known, codes);
    if (known === count) {
      customers.set(codes.subarray(0, count));
      return;
    }
    let at = 0;
    for (let index = 0; index < count; index += 1) {
      const isNamed = at < known && named[at] === rows[index];
      customers[index] = isNamed ? (codes[at] ?? -1) : -1;
      if (isNamed) at += 1;
    }
  }
}
