import type { MomentColumn } from '../../../model/batch.ts';
import type { ChannelPlan } from '../../../model/plan.ts';
import type { CustomerTally } from '../../../model/tally.ts';
import type { Instant } from '../../../model/time.ts';
import type { Rows } from '../counters/cell-counter.ts';
import { CustomerCounter, type Occasions } from './customers.ts';
import { HoursOfWeek } from './hours-of-week.ts';
import type { PageOptions } from './page-counter.ts';

const NO_HOURS = new Int32Array(0);

/** What the cells of a channel share of what is counted for a page. */
export class ChannelPage {
  /** null: the channel bears no time. */
  readonly hours: HoursOfWeek | null;
  /** None where the channel names no customer, or no segment by which they are told. */
  readonly #customers: readonly CustomerCounter[];

  /** @param asOf - the explicit one; null: the data's own, known at the end */
  constructor({ at, zone, customer, segments, cells }: ChannelPlan, asOf: Instant | null) {
    this.hours = at === null ? null : new HoursOfWeek(zone);
    this.#customers = customer !== null && segments.length > 0 ? CustomerCounter.forCells(cells.length, asOf) : [];
  }

  ofCell(cell: number): PageOptions {
    return { hours: this.hours !== null, customers: CustomerCounter.ofCell(this.#customers, cell) };
  }

  /** Before so many occasions, of which every cell then tells in its turn. */
  begin(count: number): void {
    for (const customers of this.#customers) customers.begin(count);
  }

  /** The hours in which rows began, parallel to them. Scratch. */
  hoursOf(began: MomentColumn | null, occasions: Rows): Int32Array {
    return this.hours?.of(began, occasions) ?? NO_HOURS;
  }

  /** After every cell has told of them. */
  end(occasions: Occasions): void {
    for (const customers of this.#customers) customers.end(occasions);
  }

  settle(atLeast: Instant): void {
    for (const customers of this.#customers) customers.settle(atLeast);
  }

  absorb(later: ChannelPage, groups: Int32Array, codes: Int32Array): void {
    for (const [index, customers] of this.#customers.entries()) {
      const other = later.#customers[index];
      if (other !== undefined) customers.absorb(other, groups, codes);
    }
  }

  /** The customers of each cell; to be called once. */
  tally(): readonly CustomerTally[] {
    return this.#customers.flatMap((customers) => customers.tally());
  }
}
