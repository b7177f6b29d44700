import { isUnreadable } from '../../../vocabulary/conditions/index.ts';
import { exactly, float64, Growing } from '../growing.ts';
import { FILTERED } from './cell-counter.ts';

/** Occasions that come to no outcome and no value, by group. */
export class SetAside {
  readonly #excluded = new Growing(float64);
  readonly #unreadable = new Growing(float64);
  readonly #filtered = new Growing(float64);

  /** `weight`: occasions that a row stands for. */
  add(group: number, code: number, weight = 1): void {
    const counts = code === FILTERED ? this.#filtered : isUnreadable(code) ? this.#unreadable : this.#excluded;
    counts.add(group, weight);
  }

  absorb(later: SetAside, groups: Int32Array): void {
    for (let from = 0; from < groups.length; from += 1) {
      const group = groups[from] ?? 0;
      this.#excluded.add(group, later.#excluded.get(from));
      this.#unreadable.add(group, later.#unreadable.get(from));
      this.#filtered.add(group, later.#filtered.get(from));
    }
  }

  tally(groups: number): { excluded: Float64Array; unreadable: Float64Array; filtered: Float64Array } {
    return {
      excluded: exactly(this.#excluded, groups),
      unreadable: exactly(this.#unreadable, groups),
      filtered: exactly(this.#filtered, groups),
    };
  }
}
