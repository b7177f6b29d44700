import { CellState, type IdColumn } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import { prepareCell } from '../../vocabulary/types/cell.ts';
import { hashText } from '../../vocabulary/types/hash.ts';

/** Tells whether the customer of an occasion, by its index, is the one who is asked for. */
export type IsWanted = (customers: IdColumn, index: number) => boolean;

/**
 * The one whose id a column would read as it reads `id`: trimmed, mapped, letter case and zeros in front kept. null where
 * the column takes the id for a blank, which names nobody.
 */
export function wantedIn(column: ColumnPlan, id: string): IsWanted | null {
  const text = prepareCell(column.cell)(id);
  if (text === '') return null;
  const hash = new Uint32Array(4);
  hashText(text, hash, 0);
  return ({ hashes, states }, index) =>
    states[index] === CellState.VALUE && hash.every((word, place) => word === hashes[index * 4 + place]);
}
