import { type Batch, CellState, type Column } from '../../model/batch.ts';
import type { Instant } from '../../model/time.ts';

/**
 * The batch as it stood at an explicit as_of: an event after it has not come yet, so its cell is blank. `at` itself is
 * left alone: occasions that began later stay out by it.
 */
export function asOfThen(batch: Batch, events: readonly number[], at: number | null, asOf: Instant | null): Batch {
  if (asOf === null) return batch;
  let columns: Column[] | null = null;
  for (const index of events) {
    const column = batch.columns[index];
    if (index === at || column?.kind !== 'moment') continue;
    const states = statesThen(column.values, column.states, batch.rows, asOf);
    if (states === null) continue;
    columns ??= [...batch.columns];
    columns[index] = { ...column, states };
  }
  return columns === null ? batch : { ...batch, columns };
}

/** null where nothing lies after it. */
function statesThen(values: Float64Array, states: Uint8Array, rows: number, asOf: Instant): Uint8Array | null {
  let changed: Uint8Array | null = null;
  for (let row = 0; row < rows; row += 1) {
    if (!((values[row] ?? Number.NaN) > asOf)) continue;
    changed ??= states.slice();
    changed[row] = CellState.BLANK;
  }
  return changed;
}
