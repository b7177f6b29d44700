import { diagnose } from '../../diagnostics/catalog.ts';
import { type Batch, CellState } from '../../model/batch.ts';
import type { Path, Raw } from '../../model/raw.ts';
import { meanOf } from '../../statistics/moments.ts';
import { studentInterval } from '../../statistics/student.ts';
import { numbers } from '../conditions/columns.ts';
import { Outcome } from '../conditions/index.ts';
import { columnValue } from '../conditions/literal.ts';
import { isItself } from '../itself.ts';
import { isList, type Need, type Reading } from '../reading.ts';
import type { MakeSchema } from '../zod.ts';
import { interval, NO_FIGURE, wrongSample } from './figure.ts';
import { readMap } from './map-value.ts';
import type { Levels, MeasureDefinition } from './measure.ts';
import { LevelScratch } from './scratch.ts';

const FORM = {
  key: 'difference',
  known: ['of', 'from'],
  required: ['of', 'from'],
  example: 'difference: { of: perceived, from: expected }',
};
const NUMBER: Need = { is: 'number', firm: true };
const columns: MakeSchema = (z) => {
  const column = z.union([z.string(), z.number(), z.boolean()]);
  return z.union([column, z.array(column).min(1)]);
};

/** Mean difference of pairs. */
export const difference: MeasureDefinition<'difference'> = {
  kind: 'difference',
  teaches: {
    what: 'By how much what was perceived exceeds what was expected, over the pairs that each row answers.',
    why: 'The gap as customers see it: SERVQUAL asks the same items twice, for what an excellent company should do and for what you did. Below zero you fall short. Ask both of the same people; two means of two surveys hide who was disappointed. People rarely expect less than the top of a scale, so zero is a high bar: look at which item falls shortest. The score needs a floor.',
    formula: 'mean over rows of the mean of (of - from) over the pairs of which both cells are there',
    source:
      'A. Parasuraman, V. A. Zeithaml and L. L. Berry, Journal of Retailing 64 (1988). Interval: Student, Biometrika 6 (1908), on the differences.',
  },
  example: {
    promise: [
      'difference: { of: [Prompt, Kind], from: [Prompt expected, Kind expected] }',
      'target: at least -0.5',
      'floor: -3',
    ],
    channel: ['at: Answered'],
    rows: [
      'Answered,Prompt,Prompt expected,Kind,Kind expected',
      '2026-03-02,6,7,5,6',
      '2026-03-03,5,6,,7',
      '2026-03-04,6,6,7,7',
      '2026-03-05,4,6,3,5',
    ],
    value: -1,
    interval: { low: -2.2992, high: 0.2992 },
    because:
      'Row by row: (-1 - 1) / 2 = -1; -1, for Kind was not answered; 0; (-2 - 2) / 2 = -2. Their mean is -1: a point less than expected.',
  },
  schema: (z) =>
    z.strictObject({
      of: columns(z).describe('what was perceived'),
      from: columns(z).describe('what was expected, in the same order'),
    }),
  target: { ops: ['>=', '<='], unit: 'number' },
  hasInterval: true,
  additive: false,
  bottom: null,
  read: (raw, path, reading) => {
    const map = readMap(raw, path, reading, FORM);
    const of = readColumns(map?.['of'], 'of', path, reading);
    const from = readColumns(map?.['from'], 'from', path, reading);
    if (of === null || from === null) return () => null;
    const pairs = of.flatMap((one, index) => {
      const other = from[index];
      return other === undefined ? [] : [{ of: one, from: other }];
    });
    if (of.length !== from.length) {
      reading.report(
        diagnose('unpaired-columns', { of: of.length, from: from.length }, reading.position([...path, 'from'])),
      );
      return () => null;
    }
    const placeOf = isList(map?.['from']) ? (index: number) => [...path, 'from', index] : () => [...path, 'from'];
    const selves = pairs.filter((pair, index) =>
      isItself(pair.of, { column: pair.from, path: placeOf(index), what: 'value', isAt: false }, reading),
    );
    return () => (selves.length > 0 ? null : { kind: 'difference', pairs });
  },
  unit: () => 'number',
  words: ({ pairs }) => `mean of ${pairs.map(({ of, from }) => `${of} less ${from}`).join(', ')}`,
  compile: ({ pairs }) => ({ kind: 'moments', run: differences(pairs) }),
  sample: 'moments',
  figure: (sample, _measure, { confidence }) => {
    if (sample.kind !== 'moments') throw wrongSample(sample, 'moments');
    const { moments } = sample;
    return {
      ...NO_FIGURE,
      value: meanOf(moments),
      cases: moments.count,
      interval: interval(moments.count, studentInterval(moments, confidence), 'student-t'),
    };
  },
};

/** A column or a list of them; null where it is missing or wrong, which is reported. */
function readColumns(raw: Raw | undefined, key: string, path: Path, reading: Reading): readonly string[] | null {
  if (raw === undefined) return null;
  const at = [...path, key];
  if (!isList(raw)) {
    const name = columnValue(raw, key, NUMBER, at, reading);
    return name === null ? null : [name];
  }
  const names = raw.map((item, index) => columnValue(item, key, NUMBER, [...at, index], reading));
  const found = names.filter((name) => name !== null);
  if (names.length === 0) {
    const args = { key, expected: 'at least one column', found: 'an empty list' };
    reading.report(diagnose('operator-value', args, reading.position(at)));
  }
  return found.length === 0 || found.length < names.length ? null : found;
}

function differences(pairs: readonly { readonly of: number; readonly from: number }[]): (batch: Batch) => Levels {
  const scratch = new LevelScratch();
  return (batch) => {
    const cells = pairs.map(({ of, from }) => ({ of: numbers(batch, of), from: numbers(batch, from) }));
    const { codes, values } = scratch.levels(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      let sum = 0;
      let answered = 0;
      codes[row] = Outcome.EXCLUDED;
      for (const { of, from } of cells) {
        const [one, other] = [of.states[row], from.states[row]];
        if (one === CellState.UNREADABLE || other === CellState.UNREADABLE) codes[row] = Outcome.UNREADABLE;
        if (one !== CellState.VALUE || other !== CellState.VALUE) continue;
        sum += (of.values[row] ?? 0) - (from.values[row] ?? 0);
        answered += 1;
      }
      if (answered > 0 && codes[row] !== Outcome.UNREADABLE) codes[row] = Outcome.KEPT;
      values[row] = answered === 0 ? Number.NaN : sum / answered;
    }
    return { codes, values, open: null };
  };
}
