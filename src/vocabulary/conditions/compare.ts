import { diagnose } from '../../diagnostics/catalog.ts';
import { CellState } from '../../model/batch.ts';
import type { Compare, Comparison, LeafCondition } from '../../model/condition.ts';
import type { Path } from '../../model/raw.ts';
import { comparisons } from '../comparison.ts';
import type { Draft, Reading } from '../reading.ts';
import { zoneOf } from '../time/zone.ts';
import { blankOutcome } from './blank.ts';
import { moments, numbers, Scratch } from './columns.ts';
import type { CompileContext, Evaluate, LeafDefinition, Operator } from './condition.ts';
import { literal, needOf, plainText } from './literal.ts';
import { Outcome } from './outcome.ts';

/** Does a difference (left minus right) satisfy the comparison? */
export function holds(comparison: Comparison, difference: number): boolean {
  switch (comparison) {
    case 'at least':
      return difference >= 0;
    case 'at most':
      return difference <= 0;
    case 'over':
      return difference > 0;
    case 'under':
      return difference < 0;
  }
}

/** `csat: at least 4`, `wait: at most 20s`, `opened: at least 2026-01-01`. */
export const compare: LeafDefinition<'compare'> = {
  kind: 'compare',
  compile: (leaf, context) => {
    const type = context.columns[leaf.columns.subject]?.cell.type;
    return type === 'timestamp' || type === 'date' ? compareMoments(leaf, context) : compareNumbers(leaf, context);
  },
  words: ({ columns, comparison, value }) => `${columns.subject} is ${comparison} ${value.text}`,
};

function compareNumbers(leaf: Compare<number>, { place }: CompileContext): Evaluate {
  const limit = leaf.value.type === 'text' ? Number.NaN : Number(leaf.value.value);
  const blank = blankOutcome(leaf.blank, place);
  // By the state of the cell and the sign of the difference: what a row holds is as good as random, and a branch on it
  // is guessed wrong time and again.
  const table = new Uint8Array(4 * SIGNS).fill(Outcome.UNREADABLE);
  for (const sign of [-1, 0, 1]) {
    const isHeld = !Number.isNaN(limit) && holds(leaf.comparison, sign);
    table[CellState.VALUE * SIGNS + 1 + sign] = isHeld ? Outcome.KEPT : Outcome.MISSED;
    table[CellState.BLANK * SIGNS + 1 + sign] = blank;
  }
  const scratch = new Scratch();
  return (batch) => {
    const { values, states } = numbers(batch, leaf.columns.subject);
    const codes = scratch.codes(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      const value = values[row] ?? Number.NaN;
      const sign = 1 + Number(value > limit) - Number(value < limit);
      codes[row] = table[(states[row] ?? CellState.BLANK) * SIGNS + sign] ?? Outcome.UNREADABLE;
    }
    return { codes, due: null };
  };
}

const SIGNS = 4;

/** Where the cell or the value is a date, days are compared. */
function compareMoments(leaf: Compare<number>, context: CompileContext): Evaluate {
  const { comparison, value } = leaf;
  const zone = zoneOf(context.columns[leaf.columns.subject]?.cell.zone ?? 'UTC');
  const day = value.type === 'moment' ? value.day : null;
  const limit = value.type === 'moment' ? value.value : Number.NaN;
  const limitDay = day ?? zone.dayOf(limit);
  const blank = blankOutcome(leaf.blank, context.place);
  const scratch = new Scratch();
  return (batch) => {
    const { values, states } = moments(batch, leaf.columns.subject);
    const codes = scratch.codes(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      const state = states[row];
      if (state === CellState.BLANK) codes[row] = blank;
      else if (state === CellState.UNREADABLE) codes[row] = Outcome.UNREADABLE;
      else {
        const cell = values[row] ?? Number.NaN;
        const difference = day !== null || state === CellState.DATE ? zone.dayOf(cell) - limitDay : cell - limit;
        codes[row] = holds(comparison, difference) ? Outcome.KEPT : Outcome.MISSED;
      }
    }
    return { codes, due: null };
  };
}

const MEANINGS: Readonly<Record<Comparison, string>> = {
  'at least': 'not below this value, or this column',
  'at most': 'not above this value, or this column',
  over: 'above this value, or this column',
  under: 'below this value, or this column',
};

/** `at least` and its like in `csat: { at least: 4 }`; the value may be a column. */
export const comparisonOperators: readonly Operator[] = comparisons.map((comparison) => ({
  key: comparison,
  takes: 'value',
  companions: {},
  inWhere: 'always',
  teaches: MEANINGS[comparison],
  read: ({ key, subject, value, blank, path, valuePath, reading }) => {
    const text = plainText(value, key, 'a value such as 4, 80%, 20s or 2026-01-31, or a column', valuePath, reading);
    if (text === null) return () => null;
    const read = readCompare({ subject, comparison, text, blank, path, valuePath, reading });
    return read ?? readCompareColumns({ subject, comparison, text, blank, path, valuePath, reading });
  },
}));

export interface CompareInput {
  readonly subject: string;
  readonly comparison: Comparison;
  readonly text: string;
  readonly blank: LeafCondition<string>['blank'];
  readonly path: Path;
  readonly valuePath: Path;
  readonly reading: Reading;
}

/** A comparison with a value; null where the text is no value. */
export function readCompare(input: CompareInput): Draft<LeafCondition<string>> | null {
  const { subject, comparison, text, blank, path, valuePath, reading } = input;
  const need = needOf(text, reading.zone);
  if (need === null) return null;
  reading.use(subject, need, path);
  return (settled) => {
    const value = literal(text, settled.typeOf(subject), subject, valuePath, reading);
    if (value === null) return null;
    return { kind: 'compare', columns: { subject }, comparison, value, blank, position: reading.position(path) };
  };
}

function readCompareColumns(input: CompareInput): Draft<LeafCondition<string>> {
  const { subject, comparison, text: other, blank, path, valuePath, reading } = input;
  reading.use(subject, { like: other }, path);
  reading.use(other, { like: subject }, valuePath);
  return (settled) => {
    const type = settled.typeOf(subject);
    if (type === 'text' || settled.typeOf(other) === 'text') {
      const column = type === 'text' ? subject : other;
      reading.report(
        diagnose('compare-what', { column, other: column === subject ? other : subject }, reading.position(path)),
      );
      return null;
    }
    const columns = { subject, other };
    return { kind: 'compare-columns', columns, comparison, blank, position: reading.position(path) };
  };
}
