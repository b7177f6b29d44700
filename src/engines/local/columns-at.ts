import type { Batch, IdColumn, MomentColumn } from '../../model/batch.ts';

/** The ids of a column; null where there is no such column. */
export function idsAt(batch: Batch, index: number | null): IdColumn | null {
  const column = index === null ? undefined : batch.columns[index];
  return column?.kind === 'id' ? column : null;
}

/** The moments of a column; null where there is no such column. */
export function momentsAt(batch: Batch, index: number | null): MomentColumn | null {
  const column = index === null ? undefined : batch.columns[index];
  return column?.kind === 'moment' ? column : null;
}
