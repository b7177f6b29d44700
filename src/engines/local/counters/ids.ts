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
  readonly #ids: IdTable;
  /** Counts the same rows first, and has looked their ids up; null: none does. */
  readonly #before: IdCounter | null;
  /** Codes by row of the batch counted last, for those that count it beside this one; null: none does. */
  #codeOf: Int32Array | null = null;
  readonly #pairs = new PairList();
  readonly #counts = new CodeCounts();
  // Of the batch: rows that hold a value, their groups, the codes of their ids.
  #keptRows = new Int32Array(0);
  #keptGroups = new Int32Array(0);
  #codes = new Int32Array(0);

  constructor(run: (batch: Batch) => Ids, before: IdCounter | null = null) {
    this.#run = run;
    this.#before = before;
    this.#ids = before === null ? new IdTable() : before.#ids;
  }

  /** One that counts some of the same rows by other groups; it counts, and absorbs, after this one. */
  beside(): IdCounter {
    this.#codeOf = new Int32Array(0);
    return new IdCounter(this.#run, this);
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
    this.#lookUp(keptRows, kept);
    this.#pairs.addAll(keptGroups, this.#codes, kept, groupsMet, this.#ids.size);
    return (met & (1 << Place.UNREADABLE)) !== 0;
  }

  /** Codes of the ids of the first `kept` of some rows. */
  #lookUp(rows: Int32Array, kept: number): void {
    const codes = this.#codes;
    const known = this.#before === null ? null : this.#before.#codeOf;
    if (known === null) this.#ids.codes(this.#hashes, rows, kept, codes);
    for (let index = 0; known !== null && index < kept; index += 1) codes[index] = known[rows[index] ?? 0] ?? 0;
    if (this.#codeOf === null) return;
    const last = kept === 0 ? -1 : (rows[kept - 1] ?? 0);
    if (this.#codeOf.length <= last) this.#codeOf = new Int32Array(Math.max(last + 1, rows.length));
    for (let index = 0; index < kept; index += 1) this.#codeOf[rows[index] ?? 0] = codes[index] ?? 0;
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
