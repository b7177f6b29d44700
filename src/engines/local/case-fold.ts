import { CellState } from '../../model/batch.ts';
import type { Fault } from '../../model/tally.ts';
import type { Instant } from '../../model/time.ts';
import { join, Outcome } from '../../vocabulary/conditions/index.ts';
import { float64, Growing, int32, uint8 } from './growing.ts';
import { IdTable } from './id-table.ts';

/** No row of the case belongs to the cell. */
export const NO_OUTCOME = 255;

export interface CaseFault {
  readonly code: number;
  readonly file: number;
  readonly column: number;
  readonly fault: Fault;
}

/**
 * The rows of a case as one occasion (`repeats: all`): `at` is the earliest, customer and segments the first that is
 * not blank, the outcome of each promise the rows' outcomes joined under `all`. Folding does not depend on how the
 * rows are split, so that readings merge.
 */
export class CaseFold {
  readonly ids = new IdTable();
  readonly #cells: number;
  readonly #segments: number;
  readonly at = new Growing(float64, Number.NaN);
  readonly atState = new Growing(uint8, CellState.BLANK);
  readonly customer = new Growing(int32, -1);
  readonly segments: readonly Growing<Int32Array>[];
  readonly codes: readonly Growing<Uint8Array>[];
  readonly due: readonly Growing<Float64Array>[];
  /** What could not be read in the rows of a case: told only where the case takes part. */
  readonly faults: CaseFault[] = [];
  /** Case and file of each row. */
  readonly rowCase = new Growing(int32);
  readonly rowFile = new Growing(int32);

  constructor(cells: number, segments: number) {
    this.#cells = cells;
    this.#segments = segments;
    this.segments = Array.from({ length: segments }, () => new Growing(int32));
    this.codes = Array.from({ length: cells }, () => new Growing(uint8, NO_OUTCOME));
    this.due = Array.from({ length: cells }, () => new Growing(float64));
  }

  /** Notes a row of a case; its outcomes follow by `outcome`. */
  row(code: number, file: number, at: Instant, state: number, customer: number, segments: Int32Array): void {
    this.rowCase.push(code);
    this.rowFile.push(file);
    this.#begin(code, at, state, customer);
    for (let index = 0; index < this.#segments; index += 1) {
      const list = this.segments[index];
      if (list !== undefined && list.get(code) === 0) list.set(code, segments[index] ?? 0);
    }
  }

  #begin(code: number, at: Instant, state: number, customer: number): void {
    const before = this.at.get(code);
    if (Number.isNaN(before) || at < before) {
      this.at.set(code, at);
      this.atState.set(code, state);
    }
    if (this.customer.get(code) < 0) this.customer.set(code, customer);
  }

  outcome(cell: number, code: number, outcome: number, due: Instant): void {
    const codes = this.codes[cell];
    const dues = this.due[cell];
    if (codes === undefined || dues === undefined) return;
    const before = codes.get(code);
    if (before === NO_OUTCOME) {
      codes.set(code, outcome);
      dues.set(code, due);
      return;
    }
    const joined = { code: before, due: dues.get(code) };
    join(joined, { code: outcome, due }, Outcome.MISSED, joined);
    codes.set(code, joined.code);
    dues.set(code, joined.due);
  }

  /** Adds the rows of a later reading, its customers and labels renumbered. */
  absorb(other: CaseFold, customers: Int32Array, labels: readonly Int32Array[]): void {
    const cases = this.ids.absorb(other.ids);
    for (const fault of other.faults) this.faults.push({ ...fault, code: cases[fault.code] ?? 0 });
    for (let row = 0; row < other.rowCase.length; row += 1) {
      this.rowCase.push(cases[other.rowCase.get(row)] ?? 0);
      this.rowFile.push(other.rowFile.get(row));
    }
    for (let from = 0; from < cases.length; from += 1) {
      const code = cases[from] ?? 0;
      const customer = other.customer.get(from);
      this.#begin(code, other.at.get(from), other.atState.get(from), customer < 0 ? -1 : (customers[customer] ?? -1));
      for (const [index, list] of this.segments.entries()) {
        if (list.get(code) === 0) list.set(code, labels[index]?.[other.segments[index]?.get(from) ?? 0] ?? 0);
      }
      for (let cell = 0; cell < this.#cells; cell += 1) {
        const outcome = other.codes[cell]?.get(from) ?? NO_OUTCOME;
        if (outcome !== NO_OUTCOME) this.outcome(cell, code, outcome, other.due[cell]?.get(from) ?? 0);
      }
    }
  }
}
