import { describe, expect, it } from 'vitest';
import { csvParseLane } from '../../../src/ingest/lanes/csv-parse.ts';
import { type Case, casesAgree, HEAD_BYTES, lanesAgree } from './agree.ts';
import { everySize, WHOLE } from './chunking.ts';
import { changed, errors, type Flaw, flawed, inColumns, lendingLane } from './flawed.ts';
import { column, plainCsv } from './plain.ts';
import { shrunk } from './shrunk.ts';

const columns = [
  column('when', { type: 'timestamp' }),
  column('count', { type: 'number' }),
  column('word'),
  column('id', {}, 'id'),
];
const bytes = Buffer.from(
  'when,count,word,id\n2026-03-04,5,a,x\n2026-03-05 10:00,,b,\nsoon,0,a,y\n1,2\n2026-03-06,x,,z\nwhen,count,word,id\n',
);

const FLAWS: readonly (readonly [string, Flaw])[] = [
  ['a value', inColumns('moment', (each) => ({ ...each, values: changed(each.values, 0, (value) => value + 1) }))],
  ['zero for minus zero', inColumns('numeric', (each) => ({ ...each, values: changed(each.values, 2, () => -0) }))],
  ['0 for a blank', inColumns('numeric', (each) => ({ ...each, values: changed(each.values, 1, () => 0) }))],
  ['a state', inColumns('moment', (each) => ({ ...each, states: changed(each.states, 0, () => 0) }))],
  ['a state of an id', inColumns('id', (each) => ({ ...each, states: changed(each.states, 1, () => 0) }))],
  ['a hash', inColumns('id', (each) => ({ ...each, hashes: changed(each.hashes, 3, (value) => value ^ 1) }))],
  ['a hash of a blank', inColumns('id', (each) => ({ ...each, hashes: changed(each.hashes, 4, () => 7) }))],
  ['a word', inColumns('text', (each) => ({ ...each, dictionary: { words: ['a', 'c'] } }))],
  ['a word under two codes', inColumns('text', (each) => ({ ...each, dictionary: { words: ['a', 'a'] } }))],
  ['a code without a word', inColumns('text', (each) => ({ ...each, dictionary: { words: ['a'] } }))],
  ['a word for a blank', inColumns('text', (each) => ({ ...each, codes: changed(each.codes, 3, () => 0) }))],
  ['no text of the unreadable', inColumns('moment', (each) => ({ ...each, unreadable: new Map() }))],
  ['a text of the readable', inColumns('moment', (each) => ({ ...each, unreadable: new Map([[0, 'soon']]) }))],
  ['another text', inColumns('numeric', (each) => ({ ...each, unreadable: new Map([[3, 'y']]) }))],
  ['a line', { batch: (batch) => ({ ...batch, lines: changed(batch.lines, 3, () => 5) }) }],
  ['a row less', { batch: (batch) => ({ ...batch, rows: batch.rows - 1 }) }],
  ['a row more', { batch: (batch) => ({ ...batch, rows: batch.rows + 1 }) }],
  ['the wrong file', { batch: (batch) => ({ ...batch, file: 0 }) }],
  ['a column less', { batch: (batch) => ({ ...batch, columns: batch.columns.slice(1) }) }],
  ['a broken record less', { batch: (batch) => ({ ...batch, broken: batch.broken.slice(1) }) }],
  ['broken records in another order', { batch: (batch) => ({ ...batch, broken: batch.broken.toReversed() }) }],
  [
    'a broken record of more lines',
    { batch: (batch) => ({ ...batch, broken: batch.broken.map((each) => ({ ...each, lines: each.lines + 1 })) }) },
  ],
  ['the rows in all', { facts: (facts) => ({ ...facts, rows: facts.rows + 1 }) }],
  ['misencoded cells', { facts: (facts) => ({ ...facts, misencoded: 1 }) }],
  ['skipped times', { facts: (facts) => ({ ...facts, skippedTimes: 1 }) }],
  ['repeated times', { facts: (facts) => ({ ...facts, repeatedTimes: 1 }) }],
  ['formats that fit', { facts: (facts) => ({ ...facts, fittingFormats: [['dd/MM/yyyy'], [], [], []] }) }],
  ['a crash', { end: errors.crash }],
  ['a failure', { end: errors.failure }],
];

describe('the proof', () => {
  it.each(FLAWS)('finds a lane that errs in %s', async (_, flaw) => {
    const agreement = await lanesAgree(bytes, columns, plainCsv, [WHOLE], flawed(flaw));
    expect(agreement.kind).toBe('different');
  });

  it('finds none in the reference lane, cut as one likes', async () => {
    const agreement = await lanesAgree(bytes, columns, plainCsv, everySize, csvParseLane);
    expect(agreement).toEqual({ kind: 'same', rows: 6, broken: 2 });
  });

  it('finds none where arrays are used again, or codes are others', async () => {
    expect(await lanesAgree(bytes, columns, plainCsv, everySize, lendingLane)).toMatchObject({ kind: 'same' });
    const swapped = inColumns('text', ({ kind, codes }) => ({
      kind,
      codes: codes.map((code) => (code < 0 ? code : 1 - code)),
      dictionary: { words: ['b', 'a'] },
    }));
    expect(await lanesAgree(bytes, columns, plainCsv, [WHOLE], flawed(swapped))).toMatchObject({ kind: 'same' });
  });

  it('compares failures by their diagnostics', async () => {
    const nul = Buffer.concat([bytes, Buffer.from('2026-03-04,5,\0,x\n')]);
    const from = { bytes: nul, columns, csv: plainCsv, chunkings: everySize, headBytes: 32 };
    expect(await casesAgree(from, csvParseLane)).toMatchObject({ kind: 'same' });
    expect(await casesAgree(from, flawed({ end: errors.failure }))).toMatchObject({ kind: 'same' });
    const other = flawed({ batch: () => ({ file: 3, rows: 0, lines: new Float64Array(), columns: [], broken: [] }) });
    expect(await lanesAgree(bytes, columns, plainCsv, [WHOLE], other)).toMatchObject({ kind: 'different' });
  });

  it('takes a hand-over for no difference, whatever was told before', async () => {
    const lane = flawed({ batch: (batch) => ({ ...batch, rows: 1 }), end: errors.handOver });
    expect(await lanesAgree(bytes, columns, plainCsv, [WHOLE], lane)).toMatchObject({
      kind: 'handed over',
      reason: 'a record of another width',
    });
  });

  it('shrinks what it found to what matters', async () => {
    const lane = flawed(inColumns('numeric', (each) => ({ ...each, values: each.values.map((value) => value || 1) })));
    const from = { bytes, columns, csv: plainCsv, chunkings: everySize, headBytes: HEAD_BYTES };
    const shows = async (candidate: Case) => (await casesAgree(candidate, lane)).kind === 'different';
    const small = await shrunk(from, { sizes: [7], batchRows: 2 }, shows, 500);
    expect(small.columns.map(({ name }) => name)).toEqual(['count']);
    expect(small.chunkings).toEqual([WHOLE]);
    expect(small.bytes.toString()).toMatch(/^count[^\d]+0?$|^.*count.*\n.*0$/s);
    expect(small.bytes.length).toBeLessThan(16);
  });
});
