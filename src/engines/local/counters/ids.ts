import type { Batch } from '../../../model/batch.ts';
import type { IdTally } from '../../../model/tally.ts';
import type { Ids } from '../../../vocabulary/measures/measure.ts';
import { IdTable } from '../id-table.ts';
import { type CellCounter, mismatch, type Rows } from './cell-counter.ts';
import { CodeCounts, ONE_IF_KEPT, PLACE_OF, PLACES, Place } from './code-counts.ts';
import { PairList } from './pair-list.ts';

/** Keeps the different ids of each group: memory grows with them, not with the rows. */
export class IdCounter implements CellCounter {
  readonly #run: (batch: Batch) => Ids;
  #hashes: Uint32Array = new Uint32Array(0);
  readonly #ids = new IdTable();
  readonly #pairs = new PairList();
  readonly #counts = new CodeCounts();
  // Of the batch: rows that hold a value, their groups, the codes of their ids.
  #keptRows = new Int32Array(0);
  #keptGroups = new Int32Array(0);
  #codes = new Int32Array(0);

  constructor(run: (batch: Batch) => Ids) {
    this.#run = run;
  }

  observe(batch: Batch): Uint8Array {
    const { codes, hashes } = this.#run(batch);
    this.#hashes = hashes;
    return codes;
  }

  count(codes: Uint8Array, { count, rows, groups, groupsMet }: Rows): boolean {
    if (this.#keptRows.length < count) {
      this.#keptRows = new Int32Array(rows.length);
      this.#keptGroups = new Int32Array(rows.length);
      this.#codes = new Int32Array(rows.length);
    }
    const [keptRows, keptGroups] = [this.#keptRows, this.#keptGroups];
    const counts = this.#counts.room(groupsMet, count);
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
      keptRows[kept] = row;
      keptGroups[kept] = group;
      kept += ONE_IF_KEPT[place] ?? 0;
    }
    this.#ids.codes(this.#hashes, keptRows, kept, this.#codes);
    this.#pairs.addAll(keptGroups, this.#codes, kept, groupsMet, this.#ids.size);
    return (met & (1 << Place.UNREADABLE)) !== 0;
  }

  settle(): void {}

  absorb(later: CellCounter, groups: Int32Array): void {
    if (!(later instanceof IdCounter)) throw mismatch();
    this.#pairs.absorb(later.#pairs, groups, this.#ids.absorb(later.#ids));
    this.#counts.absorb(later.#counts, groups);
  }

  tally(groups: number): IdTally {
    return {
      kind: 'ids',
      ...this.#pairs.tally(),
      ids: this.#ids.size,
      rows: this.#counts.of(Place.KEPT, groups),
      ...this.#counts.aside(groups),
    };
  }
}
