import type { Batch } from '../../../model/batch.ts';
import type { CellTally } from '../../../model/tally.ts';
import { isOpen } from '../../../vocabulary/conditions/index.ts';
import type { Levels } from '../../../vocabulary/measures/measure.ts';
import type { CellCounter, Rows } from './cell-counter.ts';
import { ONE_IF_KEPT, PLACE_OF, PLACES, Place } from './code-counts.ts';
import { OpenList } from './open-list.ts';
import { SetAside } from './set-aside.ts';

/** What counters of levels share: each value is kept in some way, what has not ended stays open. */
export abstract class LevelCounter implements CellCounter {
  readonly #run: (batch: Batch) => Levels;
  #levels: Levels | null = null;
  protected readonly open = new OpenList();
  protected readonly aside = new SetAside();
  #groups = new Int32Array(0);
  #values = new Float64Array(0);

  constructor(run: (batch: Batch) => Levels) {
    this.#run = run;
  }

  observe(batch: Batch): Uint8Array {
    this.#levels = this.#run(batch);
    return this.#levels.codes;
  }

  count(codes: Uint8Array, occasions: Rows): boolean {
    const { count, rows, groups, groupsMet } = occasions;
    const values = this.#levels?.values;
    if (values === undefined) throw new TypeError('counted before it was observed');
    if (this.#groups.length < count) {
      this.#groups = new Int32Array(rows.length);
      this.#values = new Float64Array(rows.length);
    }
    const [keptGroups, keptValues] = [this.#groups, this.#values];
    const counts = this.aside.room(groupsMet, count);
    let met = 0;
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      if (group < 0) continue;
      const row = rows[index] ?? 0;
      const place = PLACE_OF[codes[row] ?? 0] ?? 0;
      const at = group * PLACES + place;
      counts[at] = (counts[at] ?? 0) + 1;
      met |= 1 << place;
      // Written in any case, and written over where it is none that is kept.
      keptGroups[kept] = group;
      keptValues[kept] = values[row] ?? Number.NaN;
      kept += ONE_IF_KEPT[place] ?? 0;
    }
    if ((met & (1 << Place.OPEN)) !== 0) this.#countOpen(codes, occasions);
    this.keepAll(keptGroups, keptValues, kept, groupsMet);
    return (met & (1 << Place.UNREADABLE)) !== 0;
  }

  #countOpen(codes: Uint8Array, { count, rows, groups }: Rows): void {
    const open = this.#levels?.open ?? null;
    if (open === null) throw new TypeError('open, and nothing can be');
    for (let index = 0; index < count; index += 1) {
      const group = groups[index] ?? -1;
      const row = rows[index] ?? 0;
      if (group >= 0 && isOpen(codes[row] ?? 0)) this.open.push(group, open, row);
    }
  }

  /** The first `count` values of a batch, and their groups; scratch. */
  protected abstract keepAll(groups: Int32Array, values: Float64Array, count: number, groupsMet: number): void;

  settle(): void {}

  protected absorbRest(later: LevelCounter, groups: Int32Array): void {
    this.open.absorb(later.open, groups);
    this.aside.absorb(later.aside, groups);
  }

  abstract absorb(later: CellCounter, groups: Int32Array): void;
  abstract tally(groups: number): CellTally;
}
