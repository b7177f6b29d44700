import { CellState } from '../../model/batch.ts';
import { Scratch, stateAt } from './columns.ts';
import type { LeafDefinition } from './condition.ts';
import { Outcome } from './outcome.ts';

/** `reply: present`, `cancelled: blank`: the cell holds something, or nothing. */
export const filled: LeafDefinition<'filled'> = {
  kind: 'filled',
  compile: (leaf) => {
    const scratch = new Scratch();
    return (batch) => {
      const codes = scratch.codes(batch.rows);
      for (let row = 0; row < batch.rows; row += 1) {
        const present = stateAt(batch, leaf.columns.subject, row) !== CellState.BLANK;
        codes[row] = present === leaf.present ? Outcome.KEPT : Outcome.MISSED;
      }
      return { codes, due: null };
    };
  },
  words: ({ columns, present }) => `${columns.subject} is ${present ? 'present' : 'blank'}`,
};
