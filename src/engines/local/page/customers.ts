import type { CustomerTally } from '../../../model/tally.ts';
import type { Instant } from '../../../model/time.ts';
import { Outcome } from '../../../vocabulary/conditions/index.ts';
import { CombinationTable } from '../combination-table.ts';
import type { Rows } from '../counters/cell-counter.ts';
import { OpenOutcomes } from '../counters/open-outcomes.ts';
import { PairList } from '../counters/pair-list.ts';

/** By code: 1 where the occasion is decided, or will be, whatever as_of is. */
const ONE_IF_IN = Uint8Array.from({ length: 32 }, (_, code) => {
  const { KEPT, MISSED, OPEN_KEPT, OPEN_MISSED } = Outcome;
  return code === KEPT || code === MISSED || code === OPEN_KEPT || code === OPEN_MISSED ? 1 : 0;
});

/** Cells that are counted together: 2 to their number are the sets that can be met, each group having its own. */
const CELLS = 8;

export type Occasions = Pick<Rows, 'count' | 'groups' | 'customers' | 'groupsMet' | 'customersMet'>;

/**
 * Keeps the different customers of each group, of occasions that the figures of some cells are made of: most cells of a
 * channel take the same ones, so that a customer is put down once for all of them.
 */
export class CustomerCounter {
  readonly #asOf: Instant | null;
  /** A group, and the set of cells that take an occasion, a bit each. */
  readonly #blocks = new CombinationTable(2);
  readonly #pairs = new PairList();
  /** By bit. */
  readonly #leaving: OpenOutcomes[];
  // Of the occasions that are counted.
  #sets = new Int32Array(0);
  #groups = new Int32Array(0);
  #customers = new Int32Array(0);
  #into = new Int32Array(0);

  private constructor(cells: number, asOf: Instant | null) {
    this.#asOf = asOf;
    this.#leaving = Array.from({ length: cells }, () => new OpenOutcomes());
  }

  /**
   * As many as it takes for so many cells: each has the next `CELLS` of them.
   *
   * @param asOf - the explicit one; null: the data's own, known at the end
   */
  static forCells(cells: number, asOf: Instant | null): readonly CustomerCounter[] {
    return Array.from({ length: Math.ceil(cells / CELLS) }, (_, index) => {
      return new CustomerCounter(Math.min(CELLS, cells - index * CELLS), asOf);
    });
  }

  /** Of those, the one that a cell tells, and what it is called there. */
  static ofCell(counters: readonly CustomerCounter[], cell: number): CellCustomers | null {
    const counter = counters[Math.floor(cell / CELLS)];
    return counter === undefined ? null : { counter, bit: cell % CELLS };
  }

  /** Before so many occasions, of which every cell then tells in its turn. */
  begin(count: number): void {
    if (this.#sets.length < count) {
      this.#sets = new Int32Array(count);
      this.#groups = new Int32Array(count);
      this.#customers = new Int32Array(count);
      this.#into = new Int32Array(count);
    }
    this.#sets.fill(0, 0, count);
  }

  /** What some occasions come to for a cell; the first of them stands at `from`. */
  tell(bit: number, codes: Uint8Array, { count, rows }: Pick<Rows, 'count' | 'rows'>, from: number): void {
    const sets = this.#sets;
    for (let index = 0; index < count; index += 1) {
      const code = codes[rows[index] ?? 0] ?? 0;
      sets[from + index] = (sets[from + index] ?? 0) | ((ONE_IF_IN[code] ?? 0) << bit);
    }
  }

  tellOne(bit: number, code: number, at: number): void {
    this.#sets[at] = (this.#sets[at] ?? 0) | ((ONE_IF_IN[code] ?? 0) << bit);
  }

  /** An occasion of a cell that is pending until it is due, and then excluded. */
  leave(bit: number, group: number, customer: number, due: Instant): void {
    if (group < 0 || customer < 0 || (this.#asOf !== null && due <= this.#asOf)) return;
    this.#leaving[bit]?.push(group, due, Outcome.EXCLUDED, customer);
  }

  /** After every cell has told of them. */
  end({ count, groups, customers, groupsMet, customersMet }: Occasions): void {
    const [sets, keptGroups, keptCustomers] = [this.#sets, this.#groups, this.#customers];
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      const customer = customers[index] ?? -1;
      const set = sets[index] ?? 0;
      // Written in any case, and written over where it is none that counts; what is read lies further on.
      keptGroups[kept] = group;
      keptCustomers[kept] = customer;
      sets[kept] = set;
      kept += (set === 0 ? 0 : 1) & (~(group | customer) >>> 31);
    }
    this.#blocks.numbers([keptGroups, sets], kept, [groupsMet, 1 << this.#leaving.length], this.#into);
    this.#pairs.addAll(this.#into, keptCustomers, kept, this.#blocks.count, customersMet);
  }

  /** Lets go of what is excluded at an instant that as_of cannot lie before. */
  settle(atLeast: Instant): void {
    for (const [bit, leaving] of this.#leaving.entries()) {
      const left = new OpenOutcomes();
      leaving.each((group, due, after, customer) => {
        if (due > atLeast) left.push(group, due, after, customer);
      });
      this.#leaving[bit] = left;
    }
  }

  absorb(later: CustomerCounter, groups: Int32Array, customers: Int32Array): void {
    const { count } = later.#blocks;
    const own = later.#blocks.parts(0).map((group) => groups[group] ?? 0);
    const blocks = new Int32Array(count);
    const most = own.reduce((least, group) => Math.max(least, group + 1), 0);
    this.#blocks.numbers([own, later.#blocks.parts(1)], count, [most, 1 << this.#leaving.length], blocks);
    this.#pairs.absorb(later.#pairs, blocks, customers);
    for (const [bit, leaving] of this.#leaving.entries()) {
      const other = later.#leaving[bit];
      if (other !== undefined) leaving.absorb(other, groups, customers);
    }
  }

  /** Of each cell; to be called once. */
  tally(): readonly CustomerTally[] {
    const [group, sets] = [this.#blocks.parts(0), this.#blocks.parts(1)];
    const shared = { group, ...this.#pairs.byGroup(this.#blocks.count) };
    return this.#leaving.map((leaving, bit) => {
      const blocks = Int32Array.from(group.keys()).filter((block) => ((sets[block] ?? 0) >> bit) & 1);
      return { ...shared, blocks, leaving: leaving.tally() };
    });
  }
}

/** Where a cell tells of its customers. */
export interface CellCustomers {
  readonly counter: CustomerCounter;
  readonly bit: number;
}
