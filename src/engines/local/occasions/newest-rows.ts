import type { SourceReading } from '../../../ingest/index.ts';
import { type Batch, CellState } from '../../../model/batch.ts';
import { float64, Growing } from '../growing.ts';
import { IdTable } from '../id-table.ts';
import { rowsAgain } from './rows-again.ts';

/** The rows of a source that count where of each case only the newest does (`repeats: latest`), by number. */
export interface NewestRows {
  /**
   * Rows of a batch that a newer one of their case supersedes, marked 1.
   *
   * @param first - number of the batch's first row, counted through the source
   */
  superseded(batch: Batch, first: number): Uint8Array;
}

interface Columns {
  readonly case: number;
  readonly updated: number | null;
}

/** Newest is a row by `updated`, else the last in reading order: known at the end of a reading of its own. */
export async function newestRows(reading: SourceReading, columns: Columns): Promise<NewestRows> {
  const ids = new IdTable();
  const newest = new Growing(float64, Number.NEGATIVE_INFINITY);
  const rowOf = new Growing(float64, -1);
  let rows = 0;
  for await (const { batch, from } of rowsAgain(reading)) {
    const { hashes, competes, updatedAt } = competing(batch, columns);
    for (let row = from; row < batch.rows; row += 1) {
      if (!competes(row)) continue;
      const code = ids.code(hashes, row * 4);
      const updated = updatedAt(row);
      if (updated < newest.get(code)) continue;
      newest.set(code, updated);
      rowOf.set(code, rows + row - from);
    }
    rows += batch.rows - from;
  }
  const counts = new Uint8Array(Math.ceil(rows / 8));
  for (let code = 0; code < ids.size; code += 1) {
    const row = rowOf.get(code);
    const at = Math.floor(row / 8);
    counts[at] = (counts[at] ?? 0) | (1 << (row % 8));
  }
  return {
    superseded: (batch, first) => {
      const { competes } = competing(batch, columns);
      return Uint8Array.from({ length: batch.rows }, (_, row) => {
        const number = first + row;
        const isNewest = ((counts[Math.floor(number / 8)] ?? 0) & (1 << (number % 8))) !== 0;
        return competes(row) && !isNewest ? 1 : 0;
      });
    },
  };
}

/** Rows with a case; but which copy is the newest cannot be told of one whose `updated` cannot be read. */
function competing(batch: Batch, { case: caseColumn, updated }: Columns) {
  const ids = batch.columns[caseColumn];
  const column = updated === null ? undefined : batch.columns[updated];
  if (ids?.kind !== 'id') throw new TypeError('the case column holds no ids');
  const moments = column?.kind === 'moment' ? column : null;
  return {
    hashes: ids.hashes,
    competes: (row: number): boolean =>
      ids.states[row] === CellState.VALUE && moments?.states[row] !== CellState.UNREADABLE,
    updatedAt: (row: number): number => {
      const moment = moments?.values[row] ?? Number.NaN;
      return Number.isNaN(moment) ? Number.NEGATIVE_INFINITY : moment;
    },
  };
}
