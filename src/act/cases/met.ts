import { Fate, type OccasionBatch, type Selection } from '../../model/engine.ts';
import type { Examination } from '../examination.ts';
import type { CaseOutcome } from './case.ts';
import type { Following } from './following.ts';

const FATES: Readonly<Record<CaseOutcome, number>> = {
  missed: Fate.MISSED,
  pending: Fate.PENDING,
  excluded: Fate.EXCLUDED,
  unreadable: Fate.UNREADABLE,
};

/** The cases of one batch: indexes of occasions and of cells of the channel, parallel, in reading order. */
export interface Met {
  readonly batch: OccasionBatch;
  readonly count: number;
  readonly occasions: Int32Array;
  readonly cells: Int32Array;
}

/** All cases of a channel, a batch at a time; what is given is lent. */
export async function* metOf(
  { channel, shown, outcome, isIn }: Following,
  examination: Examination,
): AsyncGenerator<Met> {
  const wanted = FATES[outcome];
  const { plan, asOf, cells } = channel;
  const selection: Selection = {
    channel: plan.name,
    window: examination.window,
    asOf,
    cells: cells.map(({ cell, pledge }) => ({ cell, target: pledge.target })),
    shows: shown.shows,
  };
  let occasions = new Int32Array(0);
  let which = new Int32Array(0);
  for await (const batch of examination.occasions(selection)) {
    const size = batch.rows.length;
    if (occasions.length < size * cells.length) {
      occasions = new Int32Array(size * cells.length);
      which = new Int32Array(size * cells.length);
    }
    const fates = batch.cells.map((cell) => cell.fates);
    let count = 0;
    for (let index = 0; index < size; index += 1) {
      for (let cell = 0; cell < fates.length; cell += 1) {
        if (fates[cell]?.[index] !== wanted) continue;
        if (isIn !== null && !isIn(batch, batch.rows[index] ?? 0)) break;
        occasions[count] = index;
        which[count] = cell;
        count += 1;
      }
    }
    yield { batch, count, occasions, cells: which };
  }
}
