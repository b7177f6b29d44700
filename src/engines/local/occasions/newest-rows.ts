import type { SourceReading } from '../../../ingest/index.ts';
import { type Batch, CellState } from '../../../model/batch.ts';
import type { ColumnIndex } from '../../../model/plan.ts';
import { idsAt, momentsAt } from '../columns-at.ts';
import { float64, Growing } from '../growing.ts';
import { IdTable } from '../id-table.ts';
import { rowsAgain } from './rows-again.ts';

/** The rows of a source that count where of each case only the newest does (`repeats: latest`), by number. */
export interface NewestRows {
  /**
   * Rows of a batch that a newer one of their case supersedes, marked 1; scratch.
   *
   * @param first - number of the batch's first row, counted through the source
   */
  superseded(batch: Batch, first: number): Uint8Array;
}

interface Columns {
  readonly case: ColumnIndex;
  readonly updated: ColumnIndex | null;
}

/** Newest is a row by `updated`, else the last in reading order: known at the end of a reading of its own. */
export async function newestRows(reading: SourceReading, columns: Columns): Promise<NewestRows> {
  const ids = new IdTable();
  const newest = new Growing(float64, Number.NEGATIVE_INFINITY);
  const rowOf = new Growing(float64, -1);
  let [known, codes] = [new Int32Array(0), new Int32Array(0)];
  let rows = 0;
  for await (const { batch, from } of rowsAgain(reading)) {
    const competes = competing(batch, columns);
    const hashes = idsAt(batch, columns.case)?.hashes ?? new Uint32Array(0);
    const updated = momentsAt(batch, columns.updated)?.values ?? null;
    if (codes.length < batch.rows) [known, codes] = [new Int32Array(batch.rows), new Int32Array(batch.rows)];
    let count = 0;
    for (let row = from; row < batch.rows; row += 1) {
      known[count] = row;
      count += competes(row) ? 1 : 0;
    }
    ids.codes(hashes, known, count, codes);
    for (let index = 0; index < count; index += 1) {
      const [row = 0, code = 0] = [known[index], codes[index]];
      const moment = updated?.[row] ?? Number.NaN;
      const when = Number.isNaN(moment) ? Number.NEGATIVE_INFINITY : moment;
      if (when < newest.get(code)) continue;
      newest.set(code, when);
      rowOf.set(code, rows + row - from);
    }
    rows += batch.rows - from;
  }
  const bits = new Uint8Array(Math.ceil(rows / 8));
  for (let code = 0; code < ids.size; code += 1) {
    const row = rowOf.get(code);
    const at = Math.floor(row / 8);
    bits[at] = (bits[at] ?? 0) | (1 << (row % 8));
  }
  let marks = new Uint8Array(0);
  return {
    superseded: (batch, first) => {
      if (marks.length < batch.rows) marks = new Uint8Array(batch.rows);
      const competes = competing(batch, columns);
      for (let row = 0; row < batch.rows; row += 1) {
        const number = first + row;
        const isNewest = ((bits[Math.floor(number / 8)] ?? 0) & (1 << (number % 8))) !== 0;
        marks[row] = competes(row) && !isNewest ? 1 : 0;
      }
      return marks;
    },
  };
}

/** Rows with a case; but which copy is the newest cannot be told of one whose `updated` cannot be read. */
function competing(batch: Batch, columns: Columns): (row: number) => boolean {
  const ids = idsAt(batch, columns.case);
  if (ids === null) throw new TypeError('the case column holds no ids');
  const updated = momentsAt(batch, columns.updated);
  return (row) => ids.states[row] === CellState.VALUE && updated?.states[row] !== CellState.UNREADABLE;
}
