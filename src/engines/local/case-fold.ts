import { CellState } from '../../model/batch.ts';
import type { Instant } from '../../model/time.ts';
import type { CaseFault } from './folds/cell-fold.ts';
import { float64, Growing, int32, uint8 } from './growing.ts';
import { IdTable } from './id-table.ts';

/**
 * The rows of a case as one occasion (`repeats: all`): `at` is the earliest, customer and segments the first that is
 * not blank. What it comes to for each promise is folded by the cells. Folding does not depend on how the rows are
 * split, so that readings merge.
 */
export class CaseFold {
  readonly ids = new IdTable();
  readonly #segments: number;
  readonly at = new Growing(float64, Number.NaN);
  readonly atState = new Growing(uint8, CellState.BLANK);
  readonly customer = new Growing(int32, -1);
  readonly segments: readonly Growing<Int32Array>[];
  /** What could not be read in the rows of a case: told only where the case takes part. */
  readonly faults: CaseFault[] = [];
  /** Case and file of each row. */
  readonly rowCase = new Growing(int32);
  readonly rowFile = new Growing(int32);

  constructor(segments: number) {
    this.#segments = segments;
    this.segments = Array.from({ length: segments }, () => new Growing(int32));
  }

  /** Notes a row of a case. */
  row(code: number, file: number, at: Instant, state: number, customer: number, segments: Int32Array): void {
    this.rowCase.push(code);
    this.rowFile.push(file);
    this.begin(code, at, state, customer);
    for (let index = 0; index < this.#segments; index += 1) {
      const list = this.segments[index];
      if (list !== undefined && list.get(code) === 0) list.set(code, segments[index] ?? 0);
    }
  }

  /**
   * When a case began, and whose it is, by one more of its rows.
   *
   * @returns whether it began with this one, as far as is known
   */
  begin(code: number, at: Instant, state: number, customer: number): boolean {
    const before = this.at.get(code);
    const isEarliest = Number.isNaN(before) || at < before;
    if (isEarliest) {
      this.at.set(code, at);
      this.atState.set(code, state);
    }
    if (this.customer.get(code) < 0) this.customer.set(code, customer);
    return isEarliest;
  }

  /**
   * Adds the rows of a later reading, its customers and labels renumbered.
   *
   * @returns the case here for each case there
   */
  absorb(later: CaseFold, customers: Int32Array, labels: readonly Int32Array[]): Int32Array {
    const cases = this.ids.absorb(later.ids);
    for (const fault of later.faults) this.faults.push({ ...fault, code: cases[fault.code] ?? 0 });
    for (let row = 0; row < later.rowCase.length; row += 1) {
      this.rowCase.push(cases[later.rowCase.get(row)] ?? 0);
      this.rowFile.push(later.rowFile.get(row));
    }
    for (let from = 0; from < cases.length; from += 1) {
      const code = cases[from] ?? 0;
      const customer = later.customer.get(from);
      this.begin(code, later.at.get(from), later.atState.get(from), customer < 0 ? -1 : (customers[customer] ?? -1));
      for (const [index, list] of this.segments.entries()) {
        if (list.get(code) === 0) list.set(code, labels[index]?.[later.segments[index]?.get(from) ?? 0] ?? 0);
      }
    }
    return cases;
  }
}
