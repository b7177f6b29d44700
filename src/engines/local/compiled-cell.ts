import type { Batch } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { CellPlan, ChannelPlan } from '../../model/plan.ts';
import type { Instant } from '../../model/time.ts';
import { columnsOf, compileCondition, type Evaluate, Outcome } from '../../vocabulary/conditions/index.ts';
import { measureColumns, observe } from '../../vocabulary/measures/index.ts';
import { type CellCounter, FILTERED } from './counters/cell-counter.ts';
import { levelCounter } from './counters/index.ts';
import { OutcomeCounter } from './counters/outcomes.ts';
import type { CellFold } from './folds/cell-fold.ts';
import { LevelFold } from './folds/level-fold.ts';
import { OutcomeFold } from './folds/outcome-fold.ts';

interface Options {
  readonly channel: ChannelPlan;
  readonly columns: readonly ColumnPlan[];
  readonly asOf: Instant | null;
  /** The rows of a case are one occasion. */
  readonly folds: boolean;
}

/** A cell of the plan, compiled. */
export class CompiledCell {
  readonly plan: CellPlan;
  /** Columns that it reads, whose unreadable cells are named. */
  readonly columns: readonly number[];
  readonly counter: CellCounter;
  readonly fold: CellFold | null;
  readonly #where: Evaluate | null;
  #codes = new Uint8Array(0);

  constructor(plan: CellPlan, { channel, columns, asOf, folds }: Options) {
    const { measure, where } = plan;
    this.plan = plan;
    this.columns = [...new Set([...measureColumns(measure), ...(where === null ? [] : columnsOf(where))])];
    this.#where = where === null ? null : compileCondition(where, { columns, place: 'where', asOf });
    const seen = observe(measure, { columns, place: 'kept_when', asOf });
    if (seen.kind === 'outcomes') {
      const counter = new OutcomeCounter(seen.run, { asOf, standing: measure.kind === 'kept_when' });
      this.counter = counter;
      this.fold = folds ? new OutcomeFold(counter) : null;
    } else {
      this.counter = levelCounter(seen);
      this.fold = folds ? new LevelFold(this.counter, { measure, columns, at: channel.at }) : null;
    }
  }

  /** What the rows come to, also by what the promise's own `where` says of them; scratch. */
  codes(batch: Batch, groups: Int32Array): Uint8Array {
    const found = this.counter.observe(batch);
    const wheres = this.#where?.(batch).codes ?? null;
    if (wheres === null && this.fold === null) return found;
    if (this.#codes.length < batch.rows) this.#codes = new Uint8Array(batch.rows);
    const codes = this.#codes;
    codes.set(found.subarray(0, batch.rows));
    this.fold?.recode(batch, groups, codes);
    if (wheres === null) return codes;
    for (let row = 0; row < batch.rows; row += 1) {
      const where = wheres[row] ?? Outcome.KEPT;
      if (where !== Outcome.KEPT) codes[row] = where === Outcome.MISSED ? FILTERED : where;
    }
    return codes;
  }
}
