import { CellState } from '../../model/batch.ts';
import { blankOutcome } from './blank.ts';
import { columnAt, Scratch } from './columns.ts';
import type { LeafDefinition } from './condition.ts';
import { Outcome } from './outcome.ts';

/** `reply: present`, `cancelled: blank`: the cell holds something, or nothing. */
export const filled: LeafDefinition<'filled'> = {
  kind: 'filled',
  compile: (leaf, { place }) => {
    const byDefault = leaf.present ? Outcome.MISSED : Outcome.KEPT;
    const blank = leaf.blank === null ? byDefault : blankOutcome(leaf.blank, place);
    const held = leaf.present ? Outcome.KEPT : Outcome.MISSED;
    const scratch = new Scratch();
    return (batch) => {
      const column = columnAt(batch, leaf.columns.subject);
      const codes = scratch.codes(batch.rows);
      if (column.kind === 'text') {
        const words = column.codes;
        for (let row = 0; row < batch.rows; row += 1) codes[row] = (words[row] ?? -1) < 0 ? blank : held;
      } else {
        const { states } = column;
        for (let row = 0; row < batch.rows; row += 1) codes[row] = states[row] === CellState.BLANK ? blank : held;
      }
      return { codes, due: null };
    };
  },
  words: ({ columns, present }) => `${columns.subject} is ${present ? 'present' : 'blank'}`,
};
