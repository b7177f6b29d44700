import type { Batch } from '../../../model/batch.ts';
import type { OutcomeTally } from '../../../model/tally.ts';
import type { Instant } from '../../../model/time.ts';
import { isOpen, NEVER_DUE, Outcome, type Outcomes } from '../../../vocabulary/conditions/index.ts';
import { float64, Growing, uint8 } from '../growing.ts';
import { type CellCounter, mismatch, type Rows } from './cell-counter.ts';
import { CodeCounts, PLACE_OF, PLACES, Place } from './code-counts.ts';
import { OpenOutcomes } from './open-outcomes.ts';

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
  readonly #counts = new CodeCounts();
  /** Of what is kept: the rest follows from the counts. */
  readonly #earliestDue = new Growing(float64, Number.POSITIVE_INFINITY);
  readonly #customers = new Growing(uint8);
  #open = new OpenOutcomes();
  /** No deadline is involved. */
  #isNeverDue = false;

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

  count(codes: Uint8Array, occasions: Rows): boolean {
    const { count, rows, groups, groupsMet } = occasions;
    const counts = this.#counts.room(groupsMet, count);
    let met = 0;
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      if (group < 0) continue;
      const place = PLACE_OF[codes[rows[index] ?? 0] ?? 0] ?? 0;
      const at = group * PLACES + place;
      counts[at] = (counts[at] ?? 0) + 1;
      met |= 1 << place;
    }
    if (this.#due === null) this.#isNeverDue = true;
    else this.#noteDue(this.#due, codes, occasions);
    if (this.#standing && occasions.customersMet > 0) this.#noteStanding(codes, occasions);
    if ((met & (1 << Place.OPEN)) !== 0) this.#countOpen(codes, occasions);
    return (met & (1 << Place.UNREADABLE)) !== 0;
  }

  /** What is kept before its deadline could not have been missed yet. */
  #noteDue(due: Float64Array, codes: Uint8Array, { count, rows, groups, groupsMet }: Rows): void {
    const earliest = this.#earliestDue.room(groupsMet);
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      const row = rows[index] ?? 0;
      const until = due[row] ?? NEVER_DUE;
      // Seldom true, so that it is guessed right.
      if (until < (earliest[group] ?? NEVER_DUE) && codes[row] === Outcome.KEPT) earliest[group] = until;
    }
  }

  #noteStanding(codes: Uint8Array, { count, rows, groups, customers, customersMet }: Rows): void {
    const standing = this.#customers.room(customersMet);
    for (let index = 0; index < count; index += 1) {
      const customer = customers[index] ?? -1;
      if (customer < 0 || (groups[index] ?? -1) < 0) continue;
      const place = PLACE_OF[codes[rows[index] ?? 0] ?? 0] ?? 0;
      standing[customer] = STANDING_AFTER[(standing[customer] ?? 0) * PLACES + place] ?? 0;
    }
  }

  #countOpen(codes: Uint8Array, { count, rows, groups, customers }: Rows): void {
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      const row = rows[index] ?? 0;
      const code = codes[row] ?? 0;
      if (group >= 0 && isOpen(code)) this.add(group, customers[index] ?? -1, code, this.dueAt(row));
    }
  }

  /** One occasion; `customer` is -1 where it has none. */
  add(group: number, customer: number, code: number, due: Instant): void {
    if (!isOpen(code)) this.#settled(group, customer, code, due);
    else if (this.#asOf !== null && due <= this.#asOf) this.#settled(group, customer, code & 7, due);
    else this.#open.push(group, due, code & 7, customer);
  }

  #settled(group: number, customer: number, code: number, due: Instant): void {
    const place = PLACE_OF[code] ?? 0;
    this.#counts.add(group, place);
    if (code > Outcome.MISSED) return;
    if (code === Outcome.KEPT && due < this.#earliestDue.get(group)) this.#earliestDue.set(group, due);
    if (customer < 0 || !this.#standing) return;
    const before = this.#customers.get(customer);
    this.#customers.set(customer, STANDING_AFTER[before * PLACES + place] ?? 0);
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
      this.#earliestDue.set(group, Math.min(this.#earliestDue.get(group), later.#earliestDue.get(from)));
    }
    this.#counts.absorb(later.#counts, groups);
    this.#isNeverDue ||= later.#isNeverDue;
    for (let from = 0; from < later.#customers.length; from += 1) {
      const customer = customers[from] ?? 0;
      this.#customers.set(customer, bothStanding(this.#customers.get(customer), later.#customers.get(from)));
    }
    this.#open.absorb(later.#open, groups, customers);
  }

  tally(groups: number, customers: number): OutcomeTally {
    const kept = this.#counts.of(Place.KEPT, groups);
    const missed = this.#counts.of(Place.MISSED, groups);
    const earliest = this.#earliestDue.room(groups);
    // What is missed is certain.
    const isNeverDue = (group: number): boolean =>
      (missed[group] ?? 0) > 0 || (this.#isNeverDue && (kept[group] ?? 0) > 0);
    return {
      kind: 'outcomes',
      kept,
      missed,
      ...this.#counts.aside(groups),
      earliestDue: earliest.slice(0, groups).map((due, group) => (isNeverDue(group) ? NEVER_DUE : due)),
      open: this.#open.tally(),
      customers: this.#customers.room(customers).slice(0, customers),
    };
  }
}

/** Standing of a customer, by the one before and by the place of one more occasion: 0 none, 1 never let down, 2 once, 3 more. */
const STANDING_AFTER = Uint8Array.from({ length: 4 * PLACES }, (_, index) => {
  const before = Math.floor(index / PLACES);
  const place = index % PLACES;
  if (place === Place.MISSED) return before < 2 ? 2 : 3;
  return place === Place.KEPT ? Math.max(before, 1) : before;
});

/** 0 none, 1 never let down, 2 once, 3 more often: of two readings together. */
function bothStanding(a: number, b: number): number {
  const misses = Math.max(0, a - 1) + Math.max(0, b - 1);
  return misses > 0 ? Math.min(3, misses + 1) : Math.max(a, b);
}
