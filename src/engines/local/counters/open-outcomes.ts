import type { OpenOccasions } from '../../../model/tally.ts';
import type { Instant } from '../../../model/time.ts';
import { float64, Growing, int32, uint8 } from '../growing.ts';

/** Occasions whose deadline has not passed yet, as far as is known. */
export class OpenOutcomes {
  readonly #group = new Growing(int32);
  readonly #due = new Growing(float64);
  readonly #after = new Growing(uint8);
  readonly #customer = new Growing(int32);

  /** `after` is the outcome once `due` has passed. */
  push(group: number, due: Instant, after: number, customer: number): void {
    this.#group.push(group);
    this.#due.push(due);
    this.#after.push(after);
    this.#customer.push(customer);
  }

  each(visit: (group: number, due: Instant, after: number, customer: number) => void): void {
    for (let index = 0; index < this.#group.length; index += 1) {
      visit(this.#group.get(index), this.#due.get(index), this.#after.get(index), this.#customer.get(index));
    }
  }

  absorb(later: OpenOutcomes, groups: Int32Array, customers: Int32Array): void {
    later.each((group, due, after, customer) => {
      this.push(groups[group] ?? 0, due, after, customer < 0 ? -1 : (customers[customer] ?? -1));
    });
  }

  tally(): OpenOccasions {
    const { length } = this.#group;
    return {
      group: this.#group.array.slice(0, length),
      due: this.#due.array.slice(0, length),
      after: this.#after.array.slice(0, length),
      customer: this.#customer.array.slice(0, length),
    };
  }
}
