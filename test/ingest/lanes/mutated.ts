import type { CsvOptions } from '../../../src/model/declaration.ts';
import type { Case } from './agree.ts';
import { HEAD_BYTES } from './agree.ts';
import { everySize, someChunkings } from './chunking.ts';
import { originOf } from './origin.ts';
import type { Random } from './random.ts';
import type { RealFile } from './real.ts';

const INSERTED = [
  '"',
  '""',
  '\r',
  '\n',
  '\r\n',
  '\n\n',
  '\0',
  '\0',
  'a"b,c"d',
  'a"b;c"d',
  ',',
  ';',
  '\t',
  ' ',
  '",',
  ',"',
  '"\n',
  '\n"',
  '#',
  '-',
  '.',
];
/** Put at the end of a cell. */
const AT_ENDS = ['"b,c"', '"b;c"', '"', '"x"', ' "', '\r', ' ', '"\n"', '\0'];
const RAW = [
  [0xff],
  [0xc3],
  [0xe4],
  [0xe2, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf0, 0x9f, 0x98],
  [0xef, 0xbb, 0xbf],
  [0x85],
  [0xa0],
  [0xc2, 0xa0],
];

const STRUCTURE = Buffer.from('",;|\t\r\n');
const CELL_TEXTS = [
  ..."0123456789-+.:/ %TZaAxXpPmM()eE\u00a0é€$'",
  '\ufeff',
  '\u2003',
  '😀',
  'e\u0301',
  '',
  '',
  '99',
  '24',
  '-',
];

/** An export, made or real, with a few bytes of it damaged. */
export function makeMutated(random: Random, files: readonly RealFile[], mostBytes: number): Case {
  const origin = originOf(random, files, mostBytes);
  let { bytes } = origin;
  const isStructural = random.chance(0.5);
  for (let times = random.size(1, isStructural ? 6 : 60); times > 0; times--)
    bytes = isStructural ? damaged(random, bytes) : altered(random, bytes);
  if (isStructural && random.chance(0.1)) bytes = spliced(random, bytes, originOf(random, files, mostBytes).bytes);
  const chunkings = bytes.length < 2000 && random.chance(0.1) ? everySize : someChunkings(random, bytes.length);
  // A small head lets pass what the first look at a file refuses: NUL bytes above all.
  const headBytes = bytes.includes(0) ? 64 : random.pick([HEAD_BYTES, HEAD_BYTES, 64, 512, 4096]);
  return { bytes, columns: origin.columns, csv: optionsOf(random, origin.csv), chunkings, headBytes };
}

/** Often in the last records, where a lane is about to end. */
function placeIn(random: Random, bytes: Buffer): number {
  if (random.chance(0.2)) return Math.max(0, bytes.length - random.size(1, 200));
  const header = bytes.indexOf('\n');
  const at = random.between(0, bytes.length);
  // Without its header a file is refused before any lane is asked.
  return at > header || random.chance(0.1) ? at : random.between(header, bytes.length);
}

/** Other bytes in a cell, which stays one. */
function altered(random: Random, bytes: Buffer): Buffer {
  const at = placeIn(random, bytes);
  if (STRUCTURE.includes(bytes[at] ?? 10)) return bytes;
  const into = Buffer.from(random.pick(CELL_TEXTS));
  return Buffer.concat([bytes.subarray(0, at), into, bytes.subarray(at + random.between(0, 1))]);
}

function damaged(random: Random, bytes: Buffer): Buffer {
  const at = placeIn(random, bytes);
  const length = random.chance(0.7) ? 1 : random.size(1, 300);
  const replaced = (middle: Buffer, skip: number) =>
    Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at + skip)]);
  switch (random.between(0, 8)) {
    case 0: {
      const flipped = Buffer.from([(bytes[at] ?? 0) ^ (1 << random.between(0, 7))]);
      return replaced(flipped, 1);
    }
    case 1:
      return replaced(Buffer.alloc(0), length);
    case 2:
      return replaced(bytes.subarray(at, at + length), 0);
    case 3:
      return random.chance(0.3) ? bytes.subarray(0, at) : replaced(Buffer.from(random.pick(INSERTED)), 0);
    case 4:
      return replaced(Buffer.from(random.pick(RAW)), random.between(0, 1));
    case 5:
      return replaced(Buffer.from([random.between(0, 255)]), 1);
    case 6:
      return replaced(Buffer.from(random.pick(INSERTED)), random.between(0, 1));
    case 7: {
      const end = Math.max(at, bytes.indexOf(random.pick([',', ';', '\n']), at));
      return Buffer.concat([bytes.subarray(0, end), Buffer.from(random.pick(AT_ENDS)), bytes.subarray(end)]);
    }
    default:
      return replaced(Buffer.from(random.pick(INSERTED)), 0);
  }
}

function spliced(random: Random, first: Buffer, second: Buffer): Buffer {
  return Buffer.concat([first.subarray(0, placeIn(random, first)), second.subarray(random.between(0, second.length))]);
}

function optionsOf(random: Random, csv: CsvOptions): CsvOptions {
  if (random.chance(0.8)) return csv;
  return {
    ...csv,
    quote: random.pick([null, null, '"', "'", '']),
    encoding: random.pick([null, null, 'windows-1252', 'utf-8']),
    comment: random.pick([null, null, '#']),
    footer: random.pick([null, null, 1, 5, 'Total', 'T']),
    ragged: random.pick(['error', 'pad'] as const),
    delimiter: random.pick([csv.delimiter, csv.delimiter, ';']),
  };
}
