import { expect, it } from 'vitest';
import { fastLane } from '../../../src/ingest/lanes/fast/lane.ts';
import type { CellFormat, ColumnPlan } from '../../../src/model/column.ts';
import { lanesAgree } from './agree.ts';
import { WHOLE } from './chunking.ts';
import { ISO_STYLES, iso, moment, PATTERNS, patterned } from './moments.ts';
import { duration, HARD_NUMBERS, percent } from './numbers.ts';
import { column, plainCsv } from './plain.ts';
import { Random } from './random.ts';
import { id, nearMiss, padded, sentence, word } from './words.ts';

const random = new Random(11);
const zones = ['UTC', 'Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe'];
const decimals = ['.', ','] as const;
const units = [null, 'milliseconds', 'seconds', 'minutes', 'hours', 'days', 'weeks'] as const;

const cells: readonly Partial<CellFormat>[] = [
  ...zones.flatMap((zone) => [{ type: 'timestamp', zone } as const, { type: 'date', zone } as const]),
  ...[...PATTERNS, 'epoch-seconds', 'epoch-milliseconds'].map((format, index) => {
    return { type: index % 4 === 3 ? 'date' : 'timestamp', format, zone: zones[index % 4] ?? 'UTC' } as const;
  }),
  ...decimals.flatMap((decimal) => [
    { type: 'number', decimal } as const,
    { type: 'percent', decimal } as const,
    { type: 'percent', decimal, unit: 'percent' } as const,
    ...units.map((unit) => ({ type: 'duration', decimal, unit }) as const),
  ]),
  { type: 'number', loneGroup: 'ask' },
  ...['h:mm', 'm:ss', 'h:mm:ss'].map((format) => ({ type: 'duration', format }) as const),
  { type: 'boolean' },
  { type: 'text' },
];

const columns: readonly ColumnPlan[] = [
  ...cells.map((cell) => column('a', cell)),
  column('a', {}, 'id'),
  column('a', { anyCase: true }, 'id'),
];

/** What is near to every edge that a reader has. */
const EDGES = [
  '999999999:59:59',
  '1234567890:00:00',
  '1:60:00',
  '00:00:60',
  '9007199254740991',
  '9007199254740992',
  '999999999999999',
  '900719925474099',
  '150119987579017',
  '14892855911',
  '253402300799',
  '253402300800',
  '253402300799999',
  '1700000000',
  '+1700000000',
  '-1700000000.5',
  '1700000000123',
  '1700000000.9999',
  '000000000000001',
  '0000000000000001',
  '00:30 AM',
  '2026-03-04 24:00',
  '2026-03-04 24:00:00.001',
  '2026-03-04 23:59:59.9999',
  '2026-03-04T10:00+14:00',
  '2026-03-04T10:00+14:01',
  '2026-03-04T10:00-18:00',
  '13/01/2026 13:00:00 PM',
  '01/13/2026 00:00:00 AM',
  '01/13/2026 12:00:00 AM',
  '01/13/69',
  '01/13/68',
];

function written(): readonly string[] {
  const plain = [
    ...HARD_NUMBERS,
    ...EDGES,
    ...zones.flatMap((zone) =>
      Array.from({ length: 20 }, () => iso(random.pick(ISO_STYLES), moment(random, zone), random)),
    ),
    ...PATTERNS.flatMap((each) => Array.from({ length: 8 }, () => patterned(each, moment(random, 'UTC'), random))),
    ...Array.from({ length: 40 }, () => [duration(random, '.', 0.3), percent(random, ',', 0.3), id(random)]).flat(),
    ...Array.from({ length: 20 }, () => [word(random), sentence(random)]).flat(),
    ...['yes', 'No', 'TRUE', 'f', '1', '0', '', ' '],
  ];
  return plain.flatMap((text) => [text, nearMiss(random, text), nearMiss(random, text), padded(random, text)]);
}

it.each([',', ';'])('every cell is read as the reference lane reads it, by every type (%s)', async (delimiter) => {
  const once = written();
  // What was met before is known.
  const texts = [...once, ...once];
  const rows = texts.map((text, row) => `"${text.replaceAll('"', '""')}"${delimiter}${row}\n`);
  const bytes = Buffer.from(`a${delimiter}b\n${rows.join('')}`);
  for (const batchRows of [4096, 100]) {
    const agreement = await lanesAgree(bytes, columns, plainCsv, [{ ...WHOLE, batchRows }], fastLane);
    expect(agreement).toEqual({ kind: 'same', rows: texts.length, broken: 0 });
  }
});
