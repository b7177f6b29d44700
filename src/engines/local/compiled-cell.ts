import type { Batch } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { CellPlan, ChannelPlan } from '../../model/plan.ts';
import type { Instant } from '../../model/time.ts';
import { columnsOf, type Evaluate, Outcome } from '../../vocabulary/conditions/index.ts';
import { measureColumns } from '../../vocabulary/measures/index.ts';
import { type CellCounter, FILTERED, type Rows } from './counters/cell-counter.ts';
import { levelCounter } from './counters/index.ts';
import { OutcomeCounter } from './counters/outcomes.ts';
import type { CellFold } from './folds/cell-fold.ts';
import { LevelFold } from './folds/level-fold.ts';
import { OutcomeFold } from './folds/outcome-fold.ts';
import { type PageCounter, type PageOptions, pageCounter } from './page/page-counter.ts';
import type { SourceMemo } from './source-memo.ts';

interface Options {
  readonly channel: ChannelPlan;
  readonly columns: readonly ColumnPlan[];
  readonly asOf: Instant | null;
  readonly memo: SourceMemo;
  /** The rows of a case are one occasion. */
  readonly folds: boolean;
  /** What a page shows; null: none is asked for. */
  readonly page: PageOptions | null;
}

/** A cell of the plan, compiled. */
export class CompiledCell {
  readonly plan: CellPlan;
  /** Columns that it reads, whose unreadable cells are named. */
  readonly columns: readonly number[];
  readonly counter: CellCounter;
  /** null: no page is asked for. */
  readonly page: PageCounter | null;
  readonly fold: CellFold | null;
  readonly #where: Evaluate | null;
  #codes = new Uint8Array(0);

  constructor(plan: CellPlan, { channel, columns, asOf, memo, folds, page }: Options) {
    const { measure, where } = plan;
    this.plan = plan;
    this.columns = [...new Set([...measureColumns(measure), ...(where === null ? [] : columnsOf(where))])];
    this.#where = where === null ? null : memo.where(where);
    const seen = memo.observe(measure);
    if (seen.kind === 'outcomes') {
      const counter = new OutcomeCounter(seen.run, { asOf, standing: measure.kind === 'kept_when' });
      this.counter = counter;
      this.page = pageCounter(seen, counter, asOf, page);
      this.fold = folds ? new OutcomeFold(counter, this.page) : null;
    } else {
      this.counter = levelCounter(seen);
      this.page = pageCounter(seen, this.counter, asOf, page);
      const { at } = channel;
      this.fold = folds ? new LevelFold(this.counter, { measure, columns, at, page: this.page }) : null;
    }
  }

  /** What the occasions of a batch come to, by row, also by what the promise's own `where` says of them; scratch. */
  codes(batch: Batch, occasions: Rows): Uint8Array {
    const found = this.counter.observe(batch);
    const wheres = this.#where?.(batch).codes ?? null;
    if (wheres === null && this.fold === null) return found;
    if (this.#codes.length < batch.rows) this.#codes = new Uint8Array(batch.rows);
    const codes = this.#codes;
    if (this.fold !== null) {
      copy(found, codes, occasions);
      this.fold.recode(batch, occasions, codes);
    }
    if (wheres !== null) filter(this.fold === null ? found : codes, wheres, codes, occasions);
    return codes;
  }
}

function copy(from: Uint8Array, into: Uint8Array, { count, rows }: Rows): void {
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] ?? 0;
    into[row] = from[row] ?? 0;
  }
}

/** By what `where` says: what is left of the code, and what stands in its place. Without branches, as in `PLACE_OF`. */
const LEFT = Uint8Array.from({ length: 8 }, (_, where) => (where === Outcome.KEPT ? 0xff : 0));
const INSTEAD = Uint8Array.from({ length: 8 }, (_, where) =>
  where === Outcome.KEPT ? 0 : where === Outcome.MISSED ? FILTERED : where,
);

function filter(from: Uint8Array, wheres: Uint8Array, into: Uint8Array, { count, rows }: Rows): void {
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] ?? 0;
    const where = wheres[row] ?? Outcome.KEPT;
    into[row] = ((from[row] ?? 0) & (LEFT[where] ?? 0)) | (INSTEAD[where] ?? 0);
  }
}
