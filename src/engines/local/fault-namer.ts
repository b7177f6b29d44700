import type { Batch } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import { isUnreadable, Outcome } from '../../vocabulary/conditions/index.ts';
import type { CaseFold } from './case-fold.ts';
import type { CompiledCell } from './compiled-cell.ts';
import { contradiction } from './contradictions.ts';
import type { Rows } from './counters/cell-counter.ts';
import { type FaultCollector, unreadableCells } from './faults.ts';
import { caseOf } from './folds/cell-fold.ts';

/** Names what could not be read in the rows of one batch: each cell once, however many promises read it. */
export class FaultNamer {
  readonly #batch: Batch;
  readonly #columns: readonly ColumnPlan[];
  readonly #faults: FaultCollector;
  readonly #fold: CaseFold | null;
  readonly #named = new Set<number>();
  readonly #rows = new Set<number>();

  /** Faults of rows that belong to a case go to the fold: they are told only where the case takes part. */
  constructor(batch: Batch, columns: readonly ColumnPlan[], faults: FaultCollector, fold: CaseFold | null) {
    this.#batch = batch;
    this.#columns = columns;
    this.#faults = faults;
    this.#fold = fold;
  }

  name(cell: CompiledCell, codes: Uint8Array, { count, rows, groups }: Rows): void {
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      const code = codes[row] ?? 0;
      if (isUnreadable(code)) this.#nameRow(row, cell, code, groups[index] ?? -1);
    }
  }

  #nameRow(row: number, cell: CompiledCell, code: number, group: number): void {
    const batch = this.#batch;
    if (group >= 0) this.#rows.add(row);
    const found =
      code === Outcome.UNREADABLE
        ? unreadableCells(batch, row, cell.columns)
        : contradiction(batch, row, cell.plan, code, this.#columns);
    for (const { column, fault } of found) {
      const key = row * batch.columns.length + column;
      if (this.#named.has(key)) continue;
      this.#named.add(key);
      if (group >= 0) this.#faults.add(batch.file, column, fault);
      else this.#fold?.faults.push({ code: caseOf(group), file: batch.file, column, fault });
    }
  }

  /** Occasions of which something could not be read. */
  get rows(): number {
    return this.#rows.size;
  }
}
