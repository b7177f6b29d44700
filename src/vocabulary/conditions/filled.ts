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
    // Which cells are blank is as good as random, and a branch on it is guessed wrong time and again.
    const table = new Uint8Array(4).fill(held);
    table[CellState.BLANK] = blank;
    const byBlank = Uint8Array.of(held, blank);
    const scratch = new Scratch();
    return (batch) => {
      const column = columnAt(batch, leaf.columns.subject);
      const codes = scratch.codes(batch.rows);
      if (column.kind === 'text') {
        const words = column.codes;
        for (let row = 0; row < batch.rows; row += 1) codes[row] = byBlank[(words[row] ?? -1) >>> 31] ?? held;
      } else if (column.kind === 'raw') {
        throw new TypeError(`column ${leaf.columns.subject} is there to be shown`);
      } else {
        const { states } = column;
        for (let row = 0; row < batch.rows; row += 1) codes[row] = table[states[row] ?? 0] ?? held;
      }
      return { codes, due: null };
    };
  },
  words: ({ columns, present }) => `${columns.subject} is ${present ? 'present' : 'blank'}`,
};
