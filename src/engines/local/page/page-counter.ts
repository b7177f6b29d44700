import type { Batch } from '../../../model/batch.ts';
import type { CustomerTally, PageTally } from '../../../model/tally.ts';
import type { Instant } from '../../../model/time.ts';
import { NEVER_DUE, Outcome } from '../../../vocabulary/conditions/index.ts';
import type { Observe } from '../../../vocabulary/measures/measure.ts';
import type { CellCounter, Rows } from '../counters/cell-counter.ts';
import { IdCounter } from '../counters/ids.ts';
import { levelCounter } from '../counters/index.ts';
import { OutcomeCounter } from '../counters/outcomes.ts';
import type { CellCustomers } from './customers.ts';
import { HOURS_OF_WEEK } from './hours-of-week.ts';

/** What is there to be counted. */
export interface PageOptions {
  readonly hours: boolean;
  /** null: the channel names none. */
  readonly customers: CellCustomers | null;
}

/** An occasion of a condition. */
interface Occasion {
  /** Its place among those that the customers are told of. */
  readonly at: number;
  readonly group: number;
  /** -1 for none, as the customer. */
  readonly hour: number;
  readonly customer: number;
  readonly code: number;
  readonly due: Instant;
}

/**
 * What a page shows of one promise on one channel beside the report. Hours have a counter of their own: crossed with
 * periods and segments they would make many times the groups.
 */
export class PageCounter {
  readonly #seen: Observe;
  readonly #hours: CellCounter | null;
  readonly #customers: CellCustomers | null;

  constructor(seen: Observe, hours: CellCounter | null, customers: CellCustomers | null) {
    this.#seen = seen;
    this.#hours = hours;
    this.#customers = customers;
  }

  /**
   * Counts rows by their codes, which the cell has observed last; `hours` is parallel to the rows, and the first of them
   * stands at `from` among those that the customers are told of.
   */
  count(batch: Batch, codes: Uint8Array, occasions: Rows, hours: Int32Array, from = 0): void {
    const { count, rows, groups, customers } = occasions;
    if (this.#hours !== null) {
      this.#hours.observe(batch);
      this.#hours.count(codes, { count, rows, customers, groups: hours, groupsMet: HOURS_OF_WEEK, customersMet: 0 });
    }
    if (this.#customers === null) return;
    const { counter, bit } = this.#customers;
    counter.tell(bit, codes, occasions, from);
    const due = this.#seen.kind === 'outcomes' ? this.#seen.run(batch).due : null;
    for (let index = 0; due !== null && index < count; index += 1) {
      const row = rows[index] ?? 0;
      if (codes[row] !== Outcome.OPEN_EXCLUDED) continue;
      counter.leave(bit, groups[index] ?? -1, customers[index] ?? -1, due[row] ?? NEVER_DUE);
    }
  }

  /** A case, of a condition. */
  add({ at, group, hour, customer, code, due }: Occasion): void {
    if (hour >= 0 && this.#hours instanceof OutcomeCounter) this.#hours.add(hour, -1, code, due);
    if (this.#customers === null) return;
    const { counter, bit } = this.#customers;
    counter.tellOne(bit, code, at);
    if (code === Outcome.OPEN_EXCLUDED) counter.leave(bit, group, customer, due);
  }

  settle(atLeast: Instant): void {
    this.#hours?.settle(atLeast);
  }

  /** Adds the hours of a later part of the rows, after the counter of the cell has added its own. */
  absorb(later: PageCounter): void {
    if (later.#hours !== null) this.#hours?.absorb(later.#hours, SAME_HOURS, NOBODY);
  }

  /** To be called once; `customers` are those of the cell. */
  tally(customers: CustomerTally | null): PageTally {
    const isKnown = this.#seen.kind !== 'counts';
    return { hours: this.#hours?.tally(HOURS_OF_WEEK, 0) ?? null, customers: isKnown ? customers : null };
  }
}

const SAME_HOURS = Int32Array.from({ length: HOURS_OF_WEEK }, (_, hour) => hour);
const NOBODY = new Int32Array(0);

/** Beside the counter of a cell; null where no page is asked for. */
export function pageCounter(
  seen: Observe,
  counter: CellCounter,
  asOf: Instant | null,
  page: PageOptions | null,
): PageCounter | null {
  return page && new PageCounter(seen, page.hours ? hourCounter(seen, counter, asOf) : null, page.customers);
}

function hourCounter(seen: Observe, counter: CellCounter, asOf: Instant | null): CellCounter {
  if (seen.kind === 'outcomes') return new OutcomeCounter(seen.run, { asOf, standing: false });
  return counter instanceof IdCounter ? counter.beside() : levelCounter(seen);
}
