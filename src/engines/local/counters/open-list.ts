import type { OpenCases } from '../../../model/tally.ts';
import type { OpenLevels } from '../../../vocabulary/measures/measure.ts';
import { float64, Growing, int32, uint8 } from '../growing.ts';

/** Elapsed times that have not ended, kept until as_of is known: they never settle, they only last. */
export class OpenList {
  readonly #group = new Growing(int32);
  readonly #start = new Growing(float64);
  readonly #pause = new Growing(float64);
  readonly #wholeDays = new Growing(uint8);

  push(group: number, { start, pause, wholeDays }: OpenLevels, row: number): void {
    this.#group.push(group);
    this.#start.push(start[row] ?? 0);
    this.#pause.push(pause[row] ?? 0);
    this.#wholeDays.push(wholeDays[row] ?? 0);
  }

  absorb(later: OpenList, groups: Int32Array): void {
    const { group, ...cases } = later.tally();
    for (let index = 0; index < group.length; index += 1) this.push(groups[group[index] ?? 0] ?? 0, cases, index);
  }

  tally(): OpenCases {
    return {
      group: this.#group.array.slice(0, this.#group.length),
      start: this.#start.array.slice(0, this.#start.length),
      pause: this.#pause.array.slice(0, this.#pause.length),
      wholeDays: this.#wholeDays.array.slice(0, this.#wholeDays.length),
    };
  }
}
