import { CellState } from '../../model/batch.ts';
import type { CompareColumns } from '../../model/condition.ts';
import { blankOutcome } from './blank.ts';
import { moments, numbers, Scratch, zoneAt } from './columns.ts';
import { holds } from './compare.ts';
import type { CompileContext, Evaluate, LeafDefinition } from './condition.ts';
import { Outcome } from './outcome.ts';

/** `delivered: { at most: promised }`: a column in place of the value. */
export const compareColumns: LeafDefinition<'compare-columns'> = {
  kind: 'compare-columns',
  compile: (leaf, context) => {
    const type = context.columns[leaf.columns.subject]?.cell.type;
    const isMoment = type === 'timestamp' || type === 'date';
    const difference = isMoment ? momentDifference(leaf, context) : numberDifference(leaf);
    const subjectBlank = blankOutcome(leaf.blank, context.place);
    const otherBlank = blankOutcome(null, context.place);
    const scratch = new Scratch();
    return (batch) => {
      const codes = scratch.codes(batch.rows);
      const { left, right, at } = difference(batch);
      for (let row = 0; row < batch.rows; row += 1) {
        const subject = left[row];
        const other = right[row];
        if (subject === CellState.UNREADABLE || other === CellState.UNREADABLE) codes[row] = Outcome.UNREADABLE;
        else if (subject === CellState.BLANK) codes[row] = subjectBlank;
        else if (other === CellState.BLANK) codes[row] = otherBlank;
        else codes[row] = holds(leaf.comparison, at(row)) ? Outcome.KEPT : Outcome.MISSED;
      }
      return { codes, due: null };
    };
  },
  words: ({ columns, comparison }) => `${columns.subject} is ${comparison} ${columns.other}`,
};

type Difference = (batch: Parameters<Evaluate>[0]) => {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  readonly at: (row: number) => number;
};

function numberDifference(leaf: CompareColumns<number>): Difference {
  return (batch) => {
    const subject = numbers(batch, leaf.columns.subject);
    const other = numbers(batch, leaf.columns.other);
    const at = (row: number): number => (subject.values[row] ?? Number.NaN) - (other.values[row] ?? Number.NaN);
    return { left: subject.states, right: other.states, at };
  };
}

/** Where either cell is a date, days are compared. */
function momentDifference(leaf: CompareColumns<number>, context: CompileContext): Difference {
  const subjectZone = zoneAt(context.columns, leaf.columns.subject);
  const otherZone = zoneAt(context.columns, leaf.columns.other);
  return (batch) => {
    const subject = moments(batch, leaf.columns.subject);
    const other = moments(batch, leaf.columns.other);
    const at = (row: number): number => {
      const left = subject.values[row] ?? Number.NaN;
      const right = other.values[row] ?? Number.NaN;
      const subjectIsDate = subject.states[row] === CellState.DATE;
      const otherIsDate = other.states[row] === CellState.DATE;
      if (!subjectIsDate && !otherIsDate) return left - right;
      // A timestamp's day is taken where the date is a day of.
      const subjectDay = (subjectIsDate ? subjectZone : otherZone).dayOf(left);
      return subjectDay - (otherIsDate ? otherZone : subjectZone).dayOf(right);
    };
    return { left: subject.states, right: other.states, at };
  };
}
