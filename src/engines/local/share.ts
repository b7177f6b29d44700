import type { ShareTally } from '../../model/tally.ts';
import type { Instant } from '../../model/time.ts';
import { isOpen, isUnreadable, NEVER_DUE, Outcome } from '../../vocabulary/conditions/index.ts';
import { float64, Growing, int32, uint8 } from './growing.ts';

/** Counts the outcomes of one promise on one channel, by group. */
export class ShareCounter {
  readonly #kept = new Growing(float64);
  readonly #missed = new Growing(float64);
  readonly #excluded = new Growing(float64);
  readonly #unreadable = new Growing(float64);
  readonly #filtered = new Growing(float64);
  readonly #earliestDue = new Growing(float64, Number.POSITIVE_INFINITY);
  readonly #customers = new Growing(uint8);
  #openGroup = new Growing(int32);
  #openDue = new Growing(float64);
  #openAfter = new Growing(uint8);
  #openCustomer = new Growing(int32);

  filter(group: number): void {
    this.#filtered.add(group, 1);
  }

  /** One occasion; `customer` is -1 where it has none. */
  add(group: number, customer: number, code: number, due: Instant): void {
    if (isOpen(code)) {
      this.#openGroup.push(group);
      this.#openDue.push(due);
      this.#openAfter.push(code & 7);
      this.#openCustomer.push(customer);
    } else if (isUnreadable(code)) this.#unreadable.add(group, 1);
    else if (code === Outcome.EXCLUDED) this.#excluded.add(group, 1);
    else this.#decide(group, customer, code, due);
  }

  #decide(group: number, customer: number, code: number, due: Instant): void {
    const missed = code === Outcome.MISSED;
    (missed ? this.#missed : this.#kept).add(group, 1);
    this.#earliestDue.reach(group);
    // What is missed is certain; what is kept before its deadline could not have been missed yet.
    const certain = missed ? NEVER_DUE : due;
    if (certain < this.#earliestDue.get(group)) this.#earliestDue.set(group, certain);
    if (customer < 0) return;
    const before = this.#customers.get(customer);
    this.#customers.set(customer, missed ? (before < 2 ? 2 : 3) : Math.max(before, 1));
  }

  /** Settles what is past its deadline at an instant that as_of cannot lie before: the rest stays open. */
  settle(atLeast: Instant): void {
    const groups = this.#openGroup;
    const dues = this.#openDue;
    const afters = this.#openAfter;
    const customers = this.#openCustomer;
    this.#openGroup = new Growing(int32);
    this.#openDue = new Growing(float64);
    this.#openAfter = new Growing(uint8);
    this.#openCustomer = new Growing(int32);
    for (let index = 0; index < groups.length; index += 1) {
      const due = dues.get(index);
      const code = afters.get(index) | (due > atLeast ? Outcome.OPEN : 0);
      this.add(groups.get(index), customers.get(index), code, due);
    }
  }

  /** Adds the counts of another reading, its groups and customers renumbered. */
  absorb(other: ShareCounter, groups: Int32Array, customers: Int32Array): void {
    for (let from = 0; from < groups.length; from += 1) {
      const group = groups[from] ?? 0;
      this.#kept.add(group, other.#kept.get(from));
      this.#missed.add(group, other.#missed.get(from));
      this.#excluded.add(group, other.#excluded.get(from));
      this.#unreadable.add(group, other.#unreadable.get(from));
      this.#filtered.add(group, other.#filtered.get(from));
      this.#earliestDue.set(group, Math.min(this.#earliestDue.get(group), other.#earliestDue.get(from)));
    }
    for (let from = 0; from < other.#customers.length; from += 1) {
      const customer = customers[from] ?? 0;
      this.#customers.set(customer, bothStanding(this.#customers.get(customer), other.#customers.get(from)));
    }
    for (let index = 0; index < other.#openGroup.length; index += 1) {
      const customer = other.#openCustomer.get(index);
      this.#openGroup.push(groups[other.#openGroup.get(index)] ?? 0);
      this.#openDue.push(other.#openDue.get(index));
      this.#openAfter.push(other.#openAfter.get(index));
      this.#openCustomer.push(customer < 0 ? -1 : (customers[customer] ?? -1));
    }
  }

  /** The counts, exactly `groups` and `customers` long. */
  tally(groups: number, customers: number): ShareTally {
    const counts = (list: Growing<Float64Array>, fill = 0): Float64Array =>
      Float64Array.from({ length: groups }, (_, group) => (group < list.length ? list.get(group) : fill));
    return {
      kind: 'kept_when',
      kept: counts(this.#kept),
      missed: counts(this.#missed),
      excluded: counts(this.#excluded),
      unreadable: counts(this.#unreadable),
      filtered: counts(this.#filtered),
      earliestDue: counts(this.#earliestDue, Number.POSITIVE_INFINITY),
      open: {
        group: this.#openGroup.array.slice(0, this.#openGroup.length),
        due: this.#openDue.array.slice(0, this.#openDue.length),
        after: this.#openAfter.array.slice(0, this.#openAfter.length),
        customer: this.#openCustomer.array.slice(0, this.#openCustomer.length),
      },
      customers: Uint8Array.from({ length: customers }, (_, customer) => this.#customers.get(customer)),
    };
  }
}

/** 0 none, 1 never let down, 2 once, 3 more often: of two readings together. */
function bothStanding(a: number, b: number): number {
  const misses = Math.max(0, a - 1) + Math.max(0, b - 1);
  return misses > 0 ? Math.min(3, misses + 1) : Math.max(a, b);
}
