import { CellState } from '../../model/batch.ts';
import type { Equals, Literal } from '../../model/condition.ts';
import type { Path } from '../../model/raw.ts';
import type { Draft, Reading } from '../reading.ts';
import { zoneOf } from '../time/zone.ts';
import { blankOutcome } from './blank.ts';
import { moments, numbers, Scratch, texts } from './columns.ts';
import type { CompileContext, Evaluate, LeafDefinition, Operator } from './condition.ts';
import { folded, perWord } from './folded.ts';
import { isBooleanWord, literal, textValues } from './literal.ts';
import { Outcome } from './outcome.ts';

/** `status: solved`, `status: [solved, closed]`, `status: { not: spam }`: equal, one of, none of. */
export const equals: LeafDefinition<'equals'> = {
  kind: 'equals',
  compile: (leaf, context) => {
    switch (context.columns[leaf.columns.subject]?.cell.type) {
      case 'text':
        return equalTexts(leaf, context);
      case 'timestamp':
      case 'date':
        return equalMoments(leaf, context);
      default:
        return equalNumbers(leaf, context);
    }
  },
  words: ({ columns, values, negate }) => {
    const list = values.map(({ text }) => `'${text}'`).join(' or ');
    return `${columns.subject} is ${negate ? 'not ' : ''}${list}`;
  },
};

function outcomes(leaf: Equals<number>, { place }: CompileContext): { hit: number; other: number; blank: number } {
  const hit = leaf.negate ? Outcome.MISSED : Outcome.KEPT;
  const other = leaf.negate ? Outcome.KEPT : Outcome.MISSED;
  return { hit, other, blank: blankOutcome(leaf.blank, place, other) };
}

function equalTexts(leaf: Equals<number>, context: CompileContext): Evaluate {
  const { hit, other, blank } = outcomes(leaf, context);
  const wanted = new Set(leaf.values.map(({ text }) => folded(text)));
  const table = perWord((word) => (wanted.has(folded(word)) ? hit : other));
  const scratch = new Scratch();
  return (batch) => {
    const { codes: words, dictionary } = texts(batch, leaf.columns.subject);
    const outcomeOf = table(dictionary);
    const codes = scratch.codes(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      const word = words[row] ?? -1;
      codes[row] = word < 0 ? blank : (outcomeOf[word] ?? other);
    }
    return { codes, due: null };
  };
}

function equalNumbers(leaf: Equals<number>, context: CompileContext): Evaluate {
  const { hit, other, blank } = outcomes(leaf, context);
  const wanted = new Set(leaf.values.map(numeric));
  const scratch = new Scratch();
  return (batch) => {
    const { values, states } = numbers(batch, leaf.columns.subject);
    const codes = scratch.codes(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      const state = states[row];
      if (state === CellState.VALUE) codes[row] = wanted.has(values[row] ?? Number.NaN) ? hit : other;
      else codes[row] = state === CellState.BLANK ? blank : Outcome.UNREADABLE;
    }
    return { codes, due: null };
  };
}

function numeric(literal: Literal): number {
  if (literal.type === 'text') return Number.NaN;
  return Number(literal.value);
}

/** A date is a whole day: against a timestamp the timestamp's day is compared. */
function equalMoments(leaf: Equals<number>, context: CompileContext): Evaluate {
  const { hit, other, blank } = outcomes(leaf, context);
  const zone = zoneOf(context.columns[leaf.columns.subject]?.cell.zone ?? 'UTC');
  const instants = new Set<number>();
  const days = new Set<number>();
  for (const value of leaf.values) {
    if (value.type !== 'moment') continue;
    if (value.day === null) instants.add(value.value);
    else days.add(value.day);
  }
  const instantDays = new Set([...instants].map((instant) => zone.dayOf(instant)));
  const scratch = new Scratch();
  return (batch) => {
    const { values, states } = moments(batch, leaf.columns.subject);
    const codes = scratch.codes(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      const state = states[row];
      if (state === CellState.BLANK) codes[row] = blank;
      else if (state === CellState.UNREADABLE) codes[row] = Outcome.UNREADABLE;
      else {
        const value = values[row] ?? Number.NaN;
        const day = zone.dayOf(value);
        const same = days.has(day) || (state === CellState.DATE ? instantDays.has(day) : instants.has(value));
        codes[row] = same ? hit : other;
      }
    }
    return { codes, due: null };
  };
}

/** `not` in `status: { not: spam }`. */
export const not: Operator = {
  key: 'not',
  takes: 'values',
  companions: {},
  inWhere: 'always',
  teaches: 'none of these values',
  read: ({ key, subject, value, blank, path, valuePath, reading }) => {
    const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
    if (word === 'blank' || word === 'present') {
      // What `is` understands, `not` does too: not blank is present.
      reading.use(subject, null, path);
      const present = word === 'blank';
      return () => ({ kind: 'filled', columns: { subject }, present, blank, position: reading.position(path) });
    }
    const values = textValues(value, key, valuePath, reading);
    if (values === null) return () => null;
    return readEquals({
      subject,
      texts: values,
      list: Array.isArray(value),
      negate: true,
      blank,
      path,
      valuePath,
      reading,
    });
  },
};

export interface EqualsInput {
  readonly subject: string;
  readonly texts: readonly string[];
  /** Written as a list, which is text where nothing says otherwise. */
  readonly list: boolean;
  readonly negate: boolean;
  readonly blank: Equals<string>['blank'];
  readonly path: Path;
  readonly valuePath: Path;
  readonly reading: Reading;
}

/** A plain value, or a list of them: text, unless the column is read as something else. */
export function readEquals(input: EqualsInput): Draft<Equals<string>> {
  const { subject, texts: written, list, negate, blank, path, valuePath, reading } = input;
  const boolean = !list && written.every(isBooleanWord);
  reading.use(subject, { is: boolean ? 'boolean' : 'text', firm: false }, path);
  return (settled) => {
    const type = settled.typeOf(subject);
    const values = written.map((text, index) =>
      literal(text, type, subject, list ? [...valuePath, index] : valuePath, reading),
    );
    const known = values.filter((value) => value !== null);
    if (known.length < values.length) return null;
    return { kind: 'equals', columns: { subject }, values: known, negate, blank, position: reading.position(path) };
  };
}
