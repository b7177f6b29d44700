import type { ColumnPlan } from '../../model/column.ts';
import type { CellPlan } from '../../model/plan.ts';
import type { Instant } from '../../model/time.ts';
import { columnsOf, compileCondition, type Evaluate } from '../../vocabulary/conditions/index.ts';
import { ShareCounter } from './share.ts';

/** A cell of the plan, compiled. */
export interface CompiledCell {
  readonly plan: CellPlan;
  readonly evaluate: Evaluate;
  readonly where: Evaluate | null;
  /** Columns that it reads, whose unreadable cells are named. */
  readonly columns: readonly number[];
  readonly counter: ShareCounter;
}

export function compileCell(plan: CellPlan, columns: readonly ColumnPlan[], asOf: Instant | null): CompiledCell {
  const { measure, where } = plan;
  return {
    plan,
    evaluate: compileCondition(measure.condition, { columns, place: 'kept_when', asOf }),
    where: where === null ? null : compileCondition(where, { columns, place: 'where', asOf }),
    columns: [...new Set([...columnsOf(measure.condition), ...(where === null ? [] : columnsOf(where))])],
    counter: new ShareCounter(),
  };
}
