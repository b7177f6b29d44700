import type { ValueTally } from '../../../model/tally.ts';
import { type CellCounter, mismatch } from './cell-counter.ts';
import { LevelCounter } from './levels.ts';
import { ValueList } from './value-list.ts';

/** Keeps the values themselves: memory grows by 12 bytes a row. */
export class ValueCounter extends LevelCounter {
  readonly #values = new ValueList();

  protected keep(group: number, value: number): void {
    this.#values.push(group, value);
  }

  absorb(later: CellCounter, groups: Int32Array): void {
    if (!(later instanceof ValueCounter)) throw mismatch();
    this.#values.absorb(later.#values, groups);
    this.absorbRest(later, groups);
  }

  tally(groups: number): ValueTally {
    return { kind: 'values', ...this.#values.joined(), open: this.open.tally(), ...this.aside.tally(groups) };
  }
}
