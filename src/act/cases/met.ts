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

/** The cases of one batch: rows, indexes of occasions and of cells of the channel, parallel, in reading order. */
export interface Met {
  readonly batch: OccasionBatch;
  readonly count: number;
  readonly rows: Int32Array;
  /** -1, and so the cell: it cannot even be read whether the row is an occasion, so that it is no promise's. */
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
  let rows = new Int32Array(0);
  let occasions = new Int32Array(0);
  let which = new Int32Array(0);
  for await (const batch of examination.occasions(selection)) {
    const size = batch.rows.length;
    // Such a row lies in no segment either, as the report has it.
    const unplaced = outcome === 'unreadable' && isIn === null ? batch.unplaced : NO_ROWS;
    const most = size * cells.length + unplaced.length;
    if (occasions.length < most) {
      rows = new Int32Array(most);
      occasions = new Int32Array(most);
      which = new Int32Array(most);
    }
    const fates = batch.cells.map((cell) => cell.fates);
    let count = 0;
    let next = 0;
    const add = (row: number, occasion: number, cell: number): void => {
      rows[count] = row;
      occasions[count] = occasion;
      which[count] = cell;
      count += 1;
    };
    for (let index = 0; index < size; index += 1) {
      const row = batch.rows[index] ?? 0;
      for (; (unplaced[next] ?? row) < row; next += 1) add(unplaced[next] ?? 0, -1, -1);
      for (let cell = 0; cell < fates.length; cell += 1) {
        if (fates[cell]?.[index] !== wanted) continue;
        if (isIn !== null && !isIn(batch, index)) break;
        add(row, index, cell);
      }
    }
    for (; next < unplaced.length; next += 1) add(unplaced[next] ?? 0, -1, -1);
    yield { batch, count, rows, occasions, cells: which };
  }
}

const NO_ROWS = new Int32Array(0);
