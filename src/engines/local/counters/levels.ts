import type { Batch } from '../../../model/batch.ts';
import type { CellTally } from '../../../model/tally.ts';
import { isOpen, Outcome } from '../../../vocabulary/conditions/index.ts';
import type { Levels } from '../../../vocabulary/measures/measure.ts';
import type { CellCounter, Rows } from './cell-counter.ts';
import { OpenList } from './open-list.ts';
import { SetAside } from './set-aside.ts';

/** What counters of levels share: each value is kept in some way, what has not ended stays open. */
export abstract class LevelCounter implements CellCounter {
  readonly #run: (batch: Batch) => Levels;
  #levels: Levels | null = null;
  protected readonly open = new OpenList();
  protected readonly aside = new SetAside();

  constructor(run: (batch: Batch) => Levels) {
    this.#run = run;
  }

  observe(batch: Batch): Uint8Array {
    this.#levels = this.#run(batch);
    return this.#levels.codes;
  }

  count(codes: Uint8Array, rows: number, { groups }: Rows): void {
    const values = this.#levels?.values;
    const open = this.#levels?.open ?? null;
    for (let row = 0; row < rows; row += 1) {
      const group = groups[row] ?? -1;
      if (group < 0) continue;
      const code = codes[row] ?? 0;
      if (code === Outcome.KEPT) this.keep(group, values?.[row] ?? Number.NaN);
      else if (open !== null && isOpen(code)) this.open.push(group, open, row);
      else this.aside.add(group, code);
    }
  }

  settle(): void {}

  protected absorbRest(later: LevelCounter, groups: Int32Array): void {
    this.open.absorb(later.open, groups);
    this.aside.absorb(later.aside, groups);
  }

  protected abstract keep(group: number, value: number): void;
  abstract absorb(later: CellCounter, groups: Int32Array): void;
  abstract tally(groups: number): CellTally;
}
