import type { Batch } from '../../../model/batch.ts';
import type { OutcomeTally } from '../../../model/tally.ts';
import type { Instant } from '../../../model/time.ts';
import { isOpen, NEVER_DUE, Outcome, type Outcomes } from '../../../vocabulary/conditions/index.ts';
import { exactly, float64, Growing, uint8 } from '../growing.ts';
import { type CellCounter, mismatch, type Rows } from './cell-counter.ts';
import { OpenOutcomes } from './open-outcomes.ts';
import { SetAside } from './set-aside.ts';

interface Options {
  /** The explicit as_of, at which open outcomes are settled at once; null: the data's own, known at the end. */
  readonly asOf: Instant | null;
  /** Whether a missed occasion lets its customer down: where a promise is kept or not, not where rows are counted. */
  readonly standing: boolean;
}

/** Counts the outcomes of a condition, by group. */
export class OutcomeCounter implements CellCounter {
  readonly #run: (batch: Batch) => Outcomes;
  readonly #asOf: Instant | null;
  readonly #standing: boolean;
  #due: Float64Array | null = null;
  readonly #kept = new Growing(float64);
  readonly #missed = new Growing(float64);
  readonly #aside = new SetAside();
  readonly #earliestDue = new Growing(float64, Number.POSITIVE_INFINITY);
  readonly #customers = new Growing(uint8);
  #open = new OpenOutcomes();

  constructor(run: (batch: Batch) => Outcomes, { asOf, standing }: Options) {
    this.#run = run;
    this.#asOf = asOf;
    this.#standing = standing;
  }

  observe(batch: Batch): Uint8Array {
    const { codes, due } = this.#run(batch);
    this.#due = due;
    return codes;
  }

  /** When the outcome of a row of the batch observed last can no longer change. */
  dueAt(row: number): Instant {
    return this.#due?.[row] ?? NEVER_DUE;
  }

  count(codes: Uint8Array, rows: number, { groups, customers }: Rows): void {
    const due = this.#due;
    for (let row = 0; row < rows; row += 1) {
      const group = groups[row] ?? -1;
      if (group >= 0) this.add(group, customers[row] ?? -1, codes[row] ?? 0, due?.[row] ?? NEVER_DUE);
    }
  }

  /** One occasion; `customer` is -1 where it has none. */
  add(group: number, customer: number, code: number, due: Instant): void {
    if (!isOpen(code)) this.#settled(group, customer, code, due);
    else if (this.#asOf !== null && due <= this.#asOf) this.#settled(group, customer, code & 7, due);
    else this.#open.push(group, due, code & 7, customer);
  }

  #settled(group: number, customer: number, code: number, due: Instant): void {
    if (code > Outcome.MISSED) {
      this.#aside.add(group, code);
      return;
    }
    const missed = code === Outcome.MISSED;
    (missed ? this.#missed : this.#kept).add(group, 1);
    // What is missed is certain; what is kept before its deadline could not have been missed yet.
    const certain = missed ? NEVER_DUE : due;
    if (certain < this.#earliestDue.get(group)) this.#earliestDue.set(group, certain);
    if (customer < 0 || !this.#standing) return;
    const before = this.#customers.get(customer);
    this.#customers.set(customer, missed ? (before < 2 ? 2 : 3) : Math.max(before, 1));
  }

  settle(atLeast: Instant): void {
    const open = this.#open;
    this.#open = new OpenOutcomes();
    open.each((group, due, after, customer) => {
      if (due > atLeast) this.#open.push(group, due, after, customer);
      else this.#settled(group, customer, after, due);
    });
  }

  absorb(later: CellCounter, groups: Int32Array, customers: Int32Array): void {
    if (!(later instanceof OutcomeCounter)) throw mismatch();
    for (let from = 0; from < groups.length; from += 1) {
      const group = groups[from] ?? 0;
      this.#kept.add(group, later.#kept.get(from));
      this.#missed.add(group, later.#missed.get(from));
      this.#earliestDue.set(group, Math.min(this.#earliestDue.get(group), later.#earliestDue.get(from)));
    }
    this.#aside.absorb(later.#aside, groups);
    for (let from = 0; from < later.#customers.length; from += 1) {
      const customer = customers[from] ?? 0;
      this.#customers.set(customer, bothStanding(this.#customers.get(customer), later.#customers.get(from)));
    }
    this.#open.absorb(later.#open, groups, customers);
  }

  tally(groups: number, customers: number): OutcomeTally {
    return {
      kind: 'outcomes',
      kept: exactly(this.#kept, groups),
      missed: exactly(this.#missed, groups),
      ...this.#aside.tally(groups),
      earliestDue: exactly(this.#earliestDue, groups),
      open: this.#open.tally(),
      customers: Uint8Array.from({ length: customers }, (_, customer) => this.#customers.get(customer)),
    };
  }
}

/** 0 none, 1 never let down, 2 once, 3 more often: of two readings together. */
function bothStanding(a: number, b: number): number {
  const misses = Math.max(0, a - 1) + Math.max(0, b - 1);
  return misses > 0 ? Math.min(3, misses + 1) : Math.max(a, b);
}
