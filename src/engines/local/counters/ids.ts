import type { Batch } from '../../../model/batch.ts';
import type { IdTally } from '../../../model/tally.ts';
import type { Ids } from '../../../vocabulary/measures/measure.ts';
import { exactly, float64, Growing } from '../growing.ts';
import { IdTable } from '../id-table.ts';
import { type CellCounter, mismatch, type Rows } from './cell-counter.ts';
import { ONE_IF_KEPT, PLACE_OF, PLACES, Place } from './code-counts.ts';
import { PairTable } from './pair-table.ts';
import { SetAside } from './set-aside.ts';

/** Keeps the different ids of each group: memory grows with them, not with the rows. */
export class IdCounter implements CellCounter {
  readonly #run: (batch: Batch) => Ids;
  #hashes: Uint32Array = new Uint32Array(0);
  readonly #ids = new IdTable();
  readonly #pairs = new PairTable();
  readonly #rows = new Growing(float64);
  readonly #aside = new SetAside();
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
    const rowsOf = this.#rows.room(groupsMet);
    const counts = this.#aside.room(groupsMet);
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
      const one = ONE_IF_KEPT[place] ?? 0;
      rowsOf[group] = (rowsOf[group] ?? 0) + one;
      kept += one;
    }
    this.#ids.codes(this.#hashes, keptRows, kept, this.#codes);
    this.#pairs.addAll(keptGroups, this.#codes, kept);
    return (met & (1 << Place.UNREADABLE)) !== 0;
  }

  settle(): void {}

  absorb(later: CellCounter, groups: Int32Array): void {
    if (!(later instanceof IdCounter)) throw mismatch();
    this.#pairs.absorb(later.#pairs, groups, this.#ids.absorb(later.#ids));
    for (let from = 0; from < groups.length; from += 1) this.#rows.add(groups[from] ?? 0, later.#rows.get(from));
    this.#aside.absorb(later.#aside, groups);
  }

  tally(groups: number): IdTally {
    return {
      kind: 'ids',
      ...this.#pairs.tally(),
      ids: this.#ids.size,
      rows: exactly(this.#rows, groups),
      ...this.#aside.tally(groups),
    };
  }
}
