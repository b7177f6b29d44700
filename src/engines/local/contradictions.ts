import type { Batch } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { Measure } from '../../model/measure.ts';
import type { CellPlan } from '../../model/plan.ts';
import { Outcome } from '../../vocabulary/conditions/index.ts';
import { type NamedFault, timedIn, timedInMeasure, untimely } from './untimely.ts';

/** The cells behind an outcome that says that what was read well cannot be true, to be named in the error. */
export function contradiction(
  batch: Batch,
  row: number,
  { measure, where }: Pick<CellPlan, 'measure' | 'where'>,
  code: number,
  columns: readonly ColumnPlan[],
): readonly NamedFault[] {
  const found =
    code === Outcome.SCALE
      ? offScale(batch, row, measure)
      : code === Outcome.TOTAL
        ? miscounted(batch, row, measure)
        : untimely(
            batch,
            row,
            [...(where === null ? [] : timedIn(where)), ...timedInMeasure(measure)],
            code === Outcome.EARLY ? 'early' : 'timeless',
            columns,
          );
  if (found.length === 0) throw new TypeError(`an outcome of ${code} without its cells`);
  return found;
}

/** An answer that is not on the scale of its question. */
function offScale(batch: Batch, row: number, measure: Measure<number>): readonly NamedFault[] {
  if (measure.kind !== 'nps') return [];
  const line = batch.lines[row] ?? 0;
  const text = String(numberAt(batch, measure.column, row));
  return [{ column: measure.column, fault: { kind: 'scale', line, text, limit: 'a whole number from 0 to 10' } }];
}

/** Counts that are none, else the one that is above its total. */
function miscounted(batch: Batch, row: number, measure: Measure<number>): readonly NamedFault[] {
  if (measure.kind !== 'tally') return [];
  const line = batch.lines[row] ?? 0;
  const uncounted = [measure.kept, measure.of].flatMap((column): readonly NamedFault[] => {
    const count = numberAt(batch, column, row);
    if (Number.isSafeInteger(count) && count >= 0) return [];
    return [{ column, fault: { kind: 'uncounted', line, text: String(count), limit: 'a whole number from 0 on' } }];
  });
  if (uncounted.length > 0) return uncounted;
  const text = String(numberAt(batch, measure.kept, row));
  const limit = String(numberAt(batch, measure.of, row));
  return [{ column: measure.kept, fault: { kind: 'total', line, text, limit } }];
}

function numberAt(batch: Batch, index: number, row: number): number {
  const column = batch.columns[index];
  return column?.kind === 'numeric' ? (column.values[row] ?? Number.NaN) : Number.NaN;
}
