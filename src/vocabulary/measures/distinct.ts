import { type Batch, CellState, type IdColumn } from '../../model/batch.ts';
import { Outcome } from '../conditions/index.ts';
import { plainText } from '../conditions/literal.ts';
import { NO_FIGURE, wrongSample } from './figure.ts';
import type { MeasureDefinition } from './measure.ts';

/** How many different values a column holds. */
export const distinct: MeasureDefinition<'distinct'> = {
  kind: 'distinct',
  teaches: {
    what: 'How many different values a column holds.',
    why: 'For promises about breadth: help in five languages, forty towns served. Values are told apart by their trimmed text, in any letter case: Oslo and OSLO are one, as they are in segments and conditions. It grows with the window, so a period or a segment is shown and not judged.',
    formula: 'the number of different texts, whatever their letter case; a blank is none',
    source: 'Exact: values are told apart by a 128-bit hash, so it bears no interval.',
  },
  example: {
    promise: ['distinct: Language', 'target: at least 3'],
    channel: ['at: Replied'],
    rows: [
      'Replied,Language',
      '2026-03-02 09:00,nb',
      '2026-03-02 09:30,sv',
      '2026-03-03 10:00,NB',
      '2026-03-03 11:00,',
      '2026-03-04 12:00,en',
    ],
    value: 3,
    interval: null,
    because: 'Three languages: nb, sv and en. NB is no new one, and the blank is left out.',
  },
  schema: (z) => z.union([z.string(), z.number(), z.boolean()]),
  target: { ops: ['>=', '<='], unit: 'number' },
  hasInterval: false,
  additive: true,
  bottom: 0,
  read: (raw, path, reading) => {
    const column = plainText(raw, 'distinct', 'the name of a column', path, reading);
    if (column !== null) reading.use(column, null, path);
    return () => (column === null ? null : { kind: 'distinct', column });
  },
  unit: () => 'number',
  words: ({ column }) => `number of different values of ${column}`,
  compile: ({ column }) => {
    let codes = new Uint8Array(0);
    return {
      kind: 'ids',
      run: (batch) => {
        const { states, hashes } = ids(batch, column);
        if (codes.length < batch.rows) codes = new Uint8Array(batch.rows);
        for (let row = 0; row < batch.rows; row += 1) {
          codes[row] = states[row] === CellState.BLANK ? Outcome.EXCLUDED : Outcome.KEPT;
        }
        return { codes, hashes };
      },
    };
  },
  sample: 'ids',
  figure: (sample) => {
    if (sample.kind !== 'ids') throw wrongSample(sample, 'ids');
    return { ...NO_FIGURE, value: sample.rows === 0 ? null : sample.distinct, cases: sample.rows };
  },
};

/** A mismatch is a defect of saydo. */
function ids(batch: Batch, index: number): IdColumn {
  const column = batch.columns[index];
  if (column?.kind !== 'id') throw new TypeError(`column ${index} holds no ids`);
  return column;
}
