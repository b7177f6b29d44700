import type { Batch } from '../../model/batch.ts';
import type { SourcePlan } from '../../model/plan.ts';
import { compileCondition, type Evaluate, Outcome } from '../../vocabulary/conditions/index.ts';

/** Counts rows that the `where` of no channel takes, file by file, where several channels share the reading. */
export class UntakenRows {
  readonly #wheres: readonly Evaluate[];
  readonly #counts: number[];

  constructor({ channels, columns }: SourcePlan, files: number) {
    const wheres = channels.flatMap(({ where }) => (where === null ? [] : [where]));
    const shared = channels.length > 1 && wheres.length === channels.length;
    this.#wheres = shared
      ? wheres.map((where) => compileCondition(where, { columns, place: 'where', asOf: null }))
      : [];
    this.#counts = new Array<number>(files).fill(0);
  }

  add(batch: Batch): void {
    if (this.#wheres.length === 0) return;
    const taken = new Uint8Array(batch.rows);
    for (const where of this.#wheres) {
      const { codes } = where(batch);
      for (let row = 0; row < batch.rows; row += 1) if (codes[row] !== Outcome.MISSED) taken[row] = 1;
    }
    let untaken = 0;
    for (const mark of taken) untaken += 1 - mark;
    this.#counts[batch.file] = (this.#counts[batch.file] ?? 0) + untaken;
  }

  get counts(): readonly number[] {
    return this.#counts;
  }
}
