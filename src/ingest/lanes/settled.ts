import type { ColumnPlan } from '../../model/column.ts';

/** Where fields are set apart by semicolons a comma may well be the decimal mark: `2,500` is not read on a guess. */
export function settled(column: ColumnPlan, delimiter: string): ColumnPlan {
  const { loneGroup, ...cell } = column.cell;
  if (loneGroup === undefined) return column;
  return { ...column, cell: delimiter.trim() === ';' ? { ...cell, loneGroup: 'refuse' } : cell };
}
