import { type Batch, CellState } from '../../model/batch.ts';
import { float64, Growing, int32 } from './growing.ts';
import { held } from './held.ts';
import { IdTable } from './id-table.ts';

/**
 * Rows of which only the newest of each case counts (`repeats: latest`): newest by `updated`, else the last in reading
 * order. Which one it is, is known at the end of the source, so batches are held until then: memory grows with the
 * rows of such a channel, by the columns that it names.
 */
export class LatestRows {
  readonly #case: number;
  readonly #updated: number | null;
  readonly #columns: ReadonlySet<number>;
  readonly #ids = new IdTable();
  readonly #batches: Batch[] = [];
  /** Of each case the newest row so far: its `updated`, its batch and its row. */
  readonly #newest = new Growing(float64, Number.NEGATIVE_INFINITY);
  readonly #batchOf = new Growing(int32, -1);
  readonly #rowOf = new Growing(int32, -1);

  /** @param columns - that will be read of the rows: the others are not held */
  constructor(caseColumn: number, updated: number | null, columns: ReadonlySet<number>) {
    this.#case = caseColumn;
    this.#updated = updated;
    this.#columns = columns;
  }

  hold(batch: Batch): void {
    const index = this.#batches.push(held(batch, this.#columns)) - 1;
    const ids = batch.columns[this.#case];
    if (ids?.kind !== 'id') throw new TypeError('the case column holds no ids');
    const { hashes, states } = ids;
    const column = this.#updated === null ? undefined : batch.columns[this.#updated];
    const updated = column?.kind === 'moment' ? column : null;
    for (let row = 0; row < batch.rows; row += 1) {
      if (states[row] === CellState.BLANK || updated?.states[row] === CellState.UNREADABLE) continue;
      const code = this.#ids.code(hashes, row * 4);
      const moment = updated === null ? Number.NaN : (updated.values[row] ?? Number.NaN);
      this.#offer(code, Number.isNaN(moment) ? Number.NEGATIVE_INFINITY : moment, index, row);
    }
  }

  /** Which copy is the newest cannot be told: such a row stays, to be named where it takes part. */
  #isUnreadable(batch: Batch, row: number): boolean {
    const column = this.#updated === null ? undefined : batch.columns[this.#updated];
    return column?.kind === 'moment' && column.states[row] === CellState.UNREADABLE;
  }

  #offer(code: number, updated: number, batch: number, row: number): void {
    if (updated < this.#newest.get(code)) return;
    this.#newest.set(code, updated);
    this.#batchOf.set(code, batch);
    this.#rowOf.set(code, row);
  }

  absorb(later: LatestRows): void {
    const offset = this.#batches.length;
    this.#batches.push(...later.#batches);
    const codes = this.#ids.absorb(later.#ids);
    for (let from = 0; from < codes.length; from += 1) {
      const batch = later.#batchOf.get(from) + offset;
      this.#offer(codes[from] ?? 0, later.#newest.get(from), batch, later.#rowOf.get(from));
    }
  }

  /** Each batch with the rows that an other one of their case supersedes marked 1. */
  *settled(): Iterable<{ readonly batch: Batch; readonly superseded: Uint8Array }> {
    const marks = this.#batches.map((batch) => {
      const ids = batch.columns[this.#case];
      const mark = new Uint8Array(batch.rows);
      for (let row = 0; row < batch.rows; row += 1) {
        const competes = ids?.kind === 'id' && ids.states[row] === CellState.VALUE && !this.#isUnreadable(batch, row);
        mark[row] = competes ? 1 : 0;
      }
      return mark;
    });
    for (let code = 0; code < this.#ids.size; code += 1) {
      const mark = marks[this.#batchOf.get(code)];
      if (mark !== undefined) mark[this.#rowOf.get(code)] = 0;
    }
    for (const [index, batch] of this.#batches.entries()) {
      yield { batch, superseded: marks[index] ?? new Uint8Array(batch.rows) };
    }
  }
}
