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
    const states = column.states.slice();
    let changed = false;
    for (let row = 0; row < batch.rows; row += 1) {
      if ((column.values[row] ?? Number.NaN) > asOf) {
        states[row] = CellState.BLANK;
        changed = true;
      }
    }
    if (!changed) continue;
    columns ??= [...batch.columns];
    columns[index] = { ...column, states };
  }
  return columns === null ? batch : { ...batch, columns };
}
