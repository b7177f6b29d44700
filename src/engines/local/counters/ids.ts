import type { Batch } from '../../../model/batch.ts';
import type { IdTally } from '../../../model/tally.ts';
import { Outcome } from '../../../vocabulary/conditions/index.ts';
import type { Ids } from '../../../vocabulary/measures/measure.ts';
import { exactly, float64, Growing } from '../growing.ts';
import { IdTable } from '../id-table.ts';
import { type CellCounter, mismatch, type Rows } from './cell-counter.ts';
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

  constructor(run: (batch: Batch) => Ids) {
    this.#run = run;
  }

  observe(batch: Batch): Uint8Array {
    const { codes, hashes } = this.#run(batch);
    this.#hashes = hashes;
    return codes;
  }

  count(codes: Uint8Array, rows: number, { groups }: Rows): void {
    for (let row = 0; row < rows; row += 1) {
      const group = groups[row] ?? -1;
      if (group < 0) continue;
      const code = codes[row] ?? 0;
      if (code === Outcome.KEPT) {
        this.#pairs.add(group, this.#ids.code(this.#hashes, row * 4));
        this.#rows.add(group, 1);
      } else this.#aside.add(group, code);
    }
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
