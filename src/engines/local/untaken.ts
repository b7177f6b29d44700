import type { Batch } from '../../model/batch.ts';
import type { SourcePlan } from '../../model/plan.ts';
import { type Evaluate, Outcome } from '../../vocabulary/conditions/index.ts';
import { SourceMemo } from './source-memo.ts';

/** Counts rows that the `where` of no channel takes, file by file, where several channels share the reading. */
export class UntakenRows {
  readonly #wheres: readonly Evaluate[];
  readonly #counts: number[];
  #taken = new Uint8Array(0);

  constructor(source: SourcePlan, files: number) {
    const wheres = source.channels.flatMap(({ where }) => (where === null ? [] : [where]));
    const shared = source.channels.length > 1 && wheres.length === source.channels.length;
    const memo = SourceMemo.of(source, null);
    this.#wheres = shared ? wheres.map((where) => memo.where(where)) : [];
    this.#counts = new Array<number>(files).fill(0);
  }

  add(batch: Batch): void {
    if (this.#wheres.length === 0) return;
    if (this.#taken.length < batch.rows) this.#taken = new Uint8Array(batch.rows);
    const taken = this.#taken.fill(0, 0, batch.rows);
    for (const where of this.#wheres) mark(taken, where(batch).codes, batch.rows);
    let untaken = 0;
    for (let row = 0; row < batch.rows; row += 1) if (taken[row] === 0) untaken += 1;
    this.#counts[batch.file] = (this.#counts[batch.file] ?? 0) + untaken;
  }

  absorb(later: UntakenRows): void {
    for (const [file, rows] of later.#counts.entries()) this.#counts[file] = (this.#counts[file] ?? 0) + rows;
  }

  get counts(): readonly number[] {
    return this.#counts;
  }
}

/** Without a branch on a code, which is as good as random: what is not MISSED leaves a bit. */
function mark(taken: Uint8Array, codes: Uint8Array, rows: number): void {
  for (let row = 0; row < rows; row += 1) taken[row] = (taken[row] ?? 0) | ((codes[row] ?? 0) ^ Outcome.MISSED);
}
