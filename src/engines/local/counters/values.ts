import type { ValueTally } from '../../../model/tally.ts';
import { type CellCounter, mismatch } from './cell-counter.ts';
import { groupedValues } from './grouped-values.ts';
import { LevelCounter } from './levels.ts';
import { ValueList } from './value-list.ts';

/** Keeps the values themselves: memory grows by 6 bytes a row, by 10 where they are no whole numbers. */
export class ValueCounter extends LevelCounter {
  readonly #values = new ValueList();

  protected keepAll(groups: Int32Array, values: Float64Array, count: number): void {
    this.#values.pushAll(groups, values, count);
  }

  absorb(later: CellCounter, groups: Int32Array): void {
    if (!(later instanceof ValueCounter)) throw mismatch();
    this.#values.absorb(later.#values.take(), groups);
    this.absorbRest(later, groups);
  }

  tally(groups: number): ValueTally {
    const grouped = groupedValues(this.#values.take(), groups);
    return { kind: 'values', ...grouped, open: this.open.tally(), ...this.aside.tally(groups) };
  }
}
