import { type Batch, CellState, type Column } from '../../../model/batch.ts';
import type { ColumnPlan } from '../../../model/column.ts';
import type { Measure } from '../../../model/measure.ts';
import { isUnreadable, Outcome } from '../../../vocabulary/conditions/index.ts';
import { measureColumns } from '../../../vocabulary/measures/index.ts';
import { contradiction } from '../contradictions.ts';
import { type CellCounter, FILTERED, mismatch, type Rows } from '../counters/cell-counter.ts';
import { float64, Growing, int32, uint8 } from '../growing.ts';
import type { PageCounter } from '../page/page-counter.ts';
import { type CaseFault, type Cases, type CellFold, caseOf } from './cell-fold.ts';
import { type FoldedColumn, foldedColumn } from './folded-column.ts';

interface Options {
  readonly measure: Measure<number>;
  readonly columns: readonly ColumnPlan[];
  /** The column that says when an occasion began: of a case it is the earliest. */
  readonly at: number | null;
  readonly page: PageCounter | null;
}

/** Cases that are observed at once. */
const BATCH_CASES = 4096;

/** Stands where the measure reads nothing. */
const NOTHING: Column = { kind: 'id', hashes: new Uint32Array(0), states: new Uint8Array(0) };

/**
 * The columns of a case, which a level is then taken of once: the first cell that is not blank, among the rows that
 * the promise's own `where` takes. A cell that cannot be read makes the whole case unreadable.
 */
export class LevelFold implements CellFold {
  readonly #counter: CellCounter;
  readonly #page: PageCounter | null;
  readonly #measure: Measure<number>;
  readonly #plans: readonly ColumnPlan[];
  readonly #indexes: readonly number[];
  readonly #columns: readonly FoldedColumn[];
  /** FILTERED: no row taken; KEPT: some; UNREADABLE. */
  readonly #codes = new Growing(uint8, FILTERED);
  /** The first row taken. */
  readonly #file = new Growing(int32);
  readonly #line = new Growing(float64);

  constructor(counter: CellCounter, { measure, columns, at, page }: Options) {
    this.#counter = counter;
    this.#page = page;
    this.#measure = measure;
    this.#plans = columns;
    this.#indexes = measureColumns(measure);
    this.#columns = this.#indexes.flatMap((index) => {
      const plan = columns[index];
      return plan === undefined ? [] : [foldedColumn(index, plan, index === at)];
    });
  }

  recode(batch: Batch, { count, rows, groups }: Rows, codes: Uint8Array): void {
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      if ((groups[index] ?? -1) < -1) codes[row] = this.#isReadable(batch, row) ? Outcome.KEPT : Outcome.UNREADABLE;
    }
  }

  #isReadable(batch: Batch, row: number): boolean {
    return this.#indexes.every((index) => {
      const column = batch.columns[index];
      return (column?.kind !== 'numeric' && column?.kind !== 'moment') || column.states[row] !== CellState.UNREADABLE;
    });
  }

  add(batch: Batch, { count, rows, groups }: Rows, codes: Uint8Array): void {
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      const row = rows[index] ?? 0;
      const code = codes[row] ?? 0;
      if (group >= -1 || code === FILTERED) continue;
      const at = caseOf(group);
      this.#take(at, code, batch.file, batch.lines[row] ?? 0);
      for (const column of this.#columns) column.add(batch, row, at);
    }
  }

  #take(at: number, code: number, file: number, line: number): void {
    const before = this.#codes.get(at);
    if (before === FILTERED) {
      this.#file.set(at, file);
      this.#line.set(at, line);
    }
    if (isUnreadable(code)) this.#codes.set(at, Outcome.UNREADABLE);
    else if (before === FILTERED) this.#codes.set(at, Outcome.KEPT);
  }

  absorb(later: CellFold, cases: Int32Array): void {
    if (!(later instanceof LevelFold)) throw mismatch();
    for (const [from, at] of cases.entries()) {
      const code = later.#codes.get(from);
      if (code !== FILTERED) this.#take(at, code, later.#file.get(from), later.#line.get(from));
    }
    for (const [index, column] of this.#columns.entries()) {
      const other = later.#columns[index];
      if (other !== undefined) column.absorb(other, cases);
    }
  }

  finish({ codes: cases, groups, hours, customers, groupsMet, customersMet }: Cases): readonly CaseFault[] {
    const faults: CaseFault[] = [];
    for (const { batch, codes, from } of this.observed(cases)) {
      const to = from + batch.rows;
      for (let row = 0; row < batch.rows; row += 1) {
        const at = cases[from + row] ?? 0;
        const isContradiction = this.#codes.get(at) === Outcome.KEPT && isUnreadable(codes[row] ?? 0);
        if (isContradiction) faults.push(...this.#faultsOf(batch, row, codes[row] ?? 0, at));
      }
      const rows = {
        count: batch.rows,
        rows: Int32Array.from({ length: batch.rows }, (_, row) => row),
        groups: groups.subarray(from, to),
        customers: customers.subarray(from, to),
        groupsMet,
        customersMet,
      };
      this.#counter.count(codes, rows);
      this.#page?.count(batch, codes, rows, hours.subarray(from, to), from);
    }
    return faults;
  }

  /** Cases as rows of batches of their own, some at a time from one of them on, and what each comes to. */
  *observed(
    cases: Int32Array,
  ): Generator<{ readonly batch: Batch; readonly codes: Uint8Array; readonly from: number }> {
    for (let from = 0; from < cases.length; from += BATCH_CASES) {
      const batch = this.#over(cases.subarray(from, from + BATCH_CASES));
      const codes = this.#counter.observe(batch).slice(0, batch.rows);
      for (let row = 0; row < batch.rows; row += 1) {
        const known = this.#codes.get(cases[from + row] ?? 0);
        if (known !== Outcome.KEPT) codes[row] = known;
      }
      yield { batch, codes, from };
    }
  }

  #faultsOf(batch: Batch, row: number, outcome: number, at: number): readonly CaseFault[] {
    const found = contradiction(batch, row, { measure: this.#measure, where: null }, outcome, this.#plans);
    return found.map(({ column, fault }) => ({ code: at, file: this.#file.get(at), column, fault }));
  }

  /** The cases as a batch of their own. */
  #over(cases: Int32Array): Batch {
    const columns = this.#plans.map((_, index) => this.#columns[this.#indexes.indexOf(index)]?.over(cases) ?? NOTHING);
    const lines = Float64Array.from(cases, (at) => this.#line.get(at));
    return { file: 0, rows: cases.length, lines, columns, broken: [] };
  }
}
