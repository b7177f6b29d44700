import type { ColumnPlan } from '../../../src/model/column.ts';
import type { Case } from './agree.ts';
import { HEAD_BYTES } from './agree.ts';
import { type Chunking, WHOLE } from './chunking.ts';
import { column, plainCsv } from './plain.ts';

const CHUNKINGS: readonly Chunking[] = [
  { sizes: [256 * 1024], batchRows: 4096 },
  { sizes: [], batchRows: 1000 },
];

function made(name: string, bytes: Buffer | string, columns: readonly ColumnPlan[], chunkings = CHUNKINGS) {
  const from: Case = { bytes: Buffer.from(bytes), columns, csv: plainCsv, chunkings, headBytes: HEAD_BYTES };
  return [name, from] as const;
}

function rows(count: number, row: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => row(index)).join('\n');
}

const ab = [column('a'), column('b', {}, 'id')];
const numbers = [column('a', { type: 'number' }), column('b', { type: 'timestamp', zone: 'Europe/Oslo' })];

/** Files at which a lane's rooms come to an end: more of something than it may have room for at a time. */
export function largeCases(): readonly (readonly [name: string, from: Case])[] {
  const block = 256 * 1024;
  return [
    made('more words than one dictionary takes', `a,b\n${rows(80_000, (i) => `word ${i % 56_000},${i}`)}\n`, ab),
    made('words that come again much later', `a,b\n${rows(80_000, (i) => `${i % 3 === 0 ? 'x' : i},1`)}\n`, ab),
    made('long words', `a,b\n${rows(2000, (i) => `${'w'.repeat(i)},${'v'.repeat(i % 700)}`)}\n`, ab),
    made('many records of next to nothing', `a,b\n${',\n'.repeat(150_000)}`, ab),
    made('nothing but what no kernel reads', `a,b\n${rows(9000, (i) => `é${i},\u2212${i}`)}\n`, [...ab, ...numbers]),
    made(
      'numbers that no kernel reads, again and again',
      `a,b\n${rows(20_000, (i) => `${i % 700}%,"${i % 3},${100 + (i % 500)}"`)}\n`,
      [column('a', { type: 'percent' }), column('b', { type: 'number' })],
    ),
    made(
      'ever more numbers that no kernel reads',
      `a,b\n${rows(120_000, (i) => `${i % 60_000}%,${i % 2 === 0 ? 7 : -i}%`)}\n`,
      [column('a', { type: 'percent' }), column('b', { type: 'percent', blank: ['7%'] })],
    ),
    made('a cell of many lines', `a,b\n1,2\n"${'\n'.repeat(150_000)}",3\n4,5\n`, ab),
    made('many cells of many lines', `a,b\n${rows(3000, (i) => `"${'\r\n'.repeat(i % 90)}",${i}`)}\n`, ab),
    made('a cell of 300 KB', `a,b\n1,2\n${'x'.repeat(300_000)},3\n4,5\n`, ab),
    made('a cell of 3 MB', `a,b\n1,2\n"${'x\n'.repeat(1_500_000)}",3\n4,5\n`, ab),
    made(
      'records of many cells',
      `${Array.from({ length: 5000 }, (_, i) => `c${i}`).join(',')}\n${rows(60, () => ','.repeat(4999))}\n`,
      [column('c0'), column('c4999', {}, 'id'), column('c2500', { type: 'number' })],
    ),
    made(
      'more cells than there is room for',
      `${Array.from({ length: 135_000 }, (_, i) => `c${i}`).join(',')}\n${'1,'.repeat(134_999)}\n`,
      [column('c0'), column('c134999', {}, 'id')],
      [WHOLE],
    ),
    ...[-2, -1, 0, 1, 2].map((more) => {
      const row = '12345,2026-03-29 02:30\n';
      const fill = (block + more - 4) % row.length;
      return made(
        `a record that ends ${more} bytes from the end of a block`,
        `a,b\n${'7'.repeat(Math.max(0, fill - 2))},\n${row.repeat(24_000)}`,
        numbers,
      );
    }),
    ...[-1, 0, 1].map((more) =>
      made(`a record as long as a buffer, and ${more}`, `a,b\n${'x'.repeat(1024 * 1024 - 3 + more)},\n1,2\n`, ab),
    ),
    made('a broken record at the end', `a,b\n${rows(20_000, (i) => `${i},${i}`)}\n"x`, ab),
    made('a wrong row at the end', `a,b\n${rows(20_000, (i) => `${i},${i}`)}\n1`, ab),
    made('empty lines at the end', `a,b\r\n${rows(20_000, (i) => `${i},${i}\r`)}\n\r\n\r\n`, ab),
  ];
}
