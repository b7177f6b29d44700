import type { CellFormat } from '../../model/column.ts';
import { readDecimal } from './decimal.ts';
import type { TypeDefinition } from './definition.ts';
import { NumericBuilder } from './numeric-builder.ts';

/** Percents, held as shares: `85%` is 0.85. */
export const percent: TypeDefinition = {
  id: 'percent',
  expects: (cell: CellFormat) =>
    cell.unit === 'percent' ? 'a percentage such as 85% or 85' : 'a percentage such as 85%, or a share from 0 to 1',
  builder: (cell) => new NumericBuilder(cell, (text) => readPercent(text, cell)),
};

/**
 * The share of a trimmed text: of `85%` in any case; of a bare number where the column's unit is percent, or where it
 * lies from 0 to 1. NaN for all else: whether 85 is a percentage is nothing to guess at.
 */
function readPercent(text: string, cell: CellFormat): number {
  if (text.endsWith('%')) return readDecimal(text.slice(0, -1).trimEnd(), cell.decimal, 2);
  if (cell.unit === 'percent') return readDecimal(text, cell.decimal, 2);
  const share = readDecimal(text, cell.decimal);
  return share >= 0 && share <= 1 ? share : Number.NaN;
}
