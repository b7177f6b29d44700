import type { Batch } from '../../../model/batch.ts';
import type { Instant } from '../../../model/time.ts';
import { join, Outcome } from '../../../vocabulary/conditions/index.ts';
import { FILTERED, mismatch, type Rows } from '../counters/cell-counter.ts';
import type { OutcomeCounter } from '../counters/outcomes.ts';
import { float64, Growing, uint8 } from '../growing.ts';
import type { PageCounter } from '../page/page-counter.ts';
import { type CaseFault, type Cases, type CellFold, caseOf } from './cell-fold.ts';

/** The outcomes of a case's rows, joined under `all`. */
export class OutcomeFold implements CellFold {
  readonly #counter: OutcomeCounter;
  readonly #page: PageCounter | null;
  readonly #codes = new Growing(uint8, FILTERED);
  readonly #due = new Growing(float64);

  constructor(counter: OutcomeCounter, page: PageCounter | null) {
    this.#counter = counter;
    this.#page = page;
  }

  recode(): void {}

  add(_batch: Batch, { count, rows, groups }: Rows, codes: Uint8Array): void {
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      const row = rows[index] ?? 0;
      const code = codes[row] ?? 0;
      if (group < -1 && code !== FILTERED) this.#join(caseOf(group), code, this.#counter.dueAt(row));
    }
  }

  #join(at: number, code: number, due: Instant): void {
    const before = this.#codes.get(at);
    const joined = { code, due };
    if (before !== FILTERED) join({ code: before, due: this.#due.get(at) }, joined, Outcome.MISSED, joined);
    this.#codes.set(at, joined.code);
    this.#due.set(at, joined.due);
  }

  /** What a case comes to, and when it can no longer change; FILTERED where the promise takes none of its rows. */
  of(at: number): { readonly code: number; readonly due: Instant } {
    return { code: this.#codes.get(at), due: this.#due.get(at) };
  }

  absorb(later: CellFold, cases: Int32Array): void {
    if (!(later instanceof OutcomeFold)) throw mismatch();
    for (let from = 0; from < cases.length; from += 1) {
      const code = later.#codes.get(from);
      if (code !== FILTERED) this.#join(cases[from] ?? 0, code, later.#due.get(from));
    }
  }

  finish({ codes, groups, hours, customers }: Cases): readonly CaseFault[] {
    for (const [index, own] of codes.entries()) {
      const group = groups[index] ?? 0;
      const customer = customers[index] ?? -1;
      const [code, due] = [this.#codes.get(own), this.#due.get(own)];
      this.#counter.add(group, customer, code, due);
      this.#page?.add({ at: index, group, hour: hours[index] ?? -1, customer, code, due });
    }
    return [];
  }
}
