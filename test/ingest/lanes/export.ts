import { toWindows1252 } from '../../../src/ingest/encoding/windows-1252.ts';
import type { ColumnPlan } from '../../../src/model/column.ts';
import type { CsvOptions } from '../../../src/model/declaration.ts';
import type { Case } from './agree.ts';
import { HEAD_BYTES } from './agree.ts';
import { everyCut, everySize, someChunkings } from './chunking.ts';
import { plainCsv, position } from './plain.ts';
import { columnKind, type WriteCell } from './plans.ts';
import type { Random } from './random.ts';
import { type Feature, type Style, styleOf } from './style.ts';
import { sentence, word } from './words.ts';

export interface Export extends Case {
  /** What it has beyond the plainest of exports. */
  readonly features: readonly Feature[];
}

interface Field {
  readonly header: string;
  readonly write: WriteCell;
}

/** An export as a program might have written it, and columns that are asked of it. */
export function makeExport(random: Random, mostBytes: number): Export {
  const style = styleOf(random);
  const fields = fieldsOf(random, style);
  const columns = columnsOf(random, fields, style);
  const table = fields.written;
  const records: Buffer[] = [
    record(
      table.map(({ header }) => header),
      random,
      style,
    ),
  ];
  const rows = random.chance(0.1) ? random.between(0, 3) : random.size(2, random.chance(0.1) ? 20_000 : 60);
  let bytes = 0;
  for (let row = 0; row < rows && bytes < mostBytes; row++) {
    const next = record(rowOf(random, style, table), random, style);
    bytes += next.length;
    records.push(next);
  }
  const whole = join(records, random, style);
  const features: readonly Feature[] = table.length === 1 ? [...style.features, 'one column'] : style.features;
  const csv: CsvOptions = { ...plainCsv, ...style.csv };
  const isTiny = whole.length < 300 && random.chance(0.1);
  const chunkings = isTiny
    ? [...everySize, ...everyCut(whole.length)]
    : whole.length < 4000 && random.chance(0.05)
      ? everySize
      : someChunkings(random, whole.length);
  return { bytes: whole, columns, csv, chunkings, headBytes: HEAD_BYTES, features };
}

function fieldsOf(random: Random, style: Style) {
  const { delimiter, encoding } = style;
  const width = random.chance(0.02) ? random.between(30, 400) : random.between(random.chance(0.05) ? 1 : 2, 12);
  const names = new Set<string>();
  while (names.size < width) {
    const name = random.chance(0.1) ? sentence(random).trim() : `${word(random)} ${names.size}`;
    const isWritten = encoding !== 'windows-1252' || toWindows1252(name) !== null;
    const isPlain = isWritten && name.length < 60 && name !== '' && !/^[\s"']|sep=/.test(name);
    if (isPlain && ![...names].some((other) => fold(other) === fold(name))) names.add(name);
  }
  const kinds = [...names].map((header) => ({ header, ...columnKind(random, delimiter) }));
  const written: readonly Field[] = kinds.map(({ header, write }) => ({ header, write }));
  return { kinds, written };
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Some of the fields as columns, in any order, now and then one twice, several joined, or one by its place. */
function columnsOf(random: Random, { kinds }: ReturnType<typeof fieldsOf>, style: Style): readonly ColumnPlan[] {
  const count = random.between(1, Math.min(kinds.length + 1, 8));
  return Array.from({ length: count }, () => {
    const { header, holds, cell } = random.pick(kinds);
    const kind = random.chance(0.05) ? columnKind(random, style.delimiter) : { holds, cell };
    const more = random.chance(0.08) ? [random.pick(kinds).header, random.pick(kinds).header] : [];
    // By its place a column is found in any line, also in one before the header.
    const isPlaced = style.before.length === 0 && random.chance(0.1);
    const byPlace = isPlaced ? kinds.findIndex((each) => each.header === header) + 1 : header;
    const headers = more.length > 0 ? [header, ...more.slice(0, random.between(1, 2))] : [byPlace];
    // What is only shown is decoded when it is asked for, so that nobody counts its cells that are no UTF-8.
    const isShown = !style.has('misencoded') && random.chance(0.1);
    return { name: header, headers, holds: isShown ? 'raw' : kind.holds, cell: kind.cell, position };
  });
}

function rowOf(random: Random, style: Style, table: readonly Field[]): readonly string[] {
  if (style.has('repeated header') && random.chance(0.05)) return table.map(({ header }) => header);
  const cells = table.map(({ write }) => write(random));
  if (style.has('ragged') && random.chance(0.1)) {
    return random.chance(0.5) ? cells.slice(0, random.between(1, cells.length)) : [...cells, word(random)];
  }
  return cells;
}

function record(cells: readonly string[], random: Random, style: Style): Buffer {
  if (style.has('blank lines') && random.chance(0.1)) return encoded(random.pick(['', ' ', '\t']), style);
  if (style.has('comments') && random.chance(0.1)) return encoded(`# ${word(random)}`, style);
  const delimiter = encoded(style.delimiter, style);
  return Buffer.concat(
    cells.flatMap((cell, index) => {
      const bytes = encoded(quoted(cell, random, style, cells.length === 1), style);
      const written = style.has('misencoded') && random.chance(0.02) ? misencoded(bytes, random, style) : bytes;
      return index === 0 ? [written] : [delimiter, written];
    }),
  );
}

/** With bytes that are no UTF-8 at its start. */
function misencoded(cell: Buffer, random: Random, style: Style): Buffer {
  const odd = Buffer.from(random.pick([[0xe4], [0xc3], [0xff, 0xfe], [0xed, 0xa0, 0x80], [0xc0, 0xaf]]));
  const at = cell[0] === style.quoteByte ? 1 : 0;
  return Buffer.concat([cell.subarray(0, at), odd, cell.subarray(at)]);
}

/** A cell as the style writes it; where that has no quotes, without what would need them. */
function quoted(cell: string, random: Random, style: Style, isAlone: boolean): string {
  const { quote, delimiter } = style;
  if (quote === '') {
    const plain = cell.replaceAll(/[\r\n]/g, '').replaceAll(delimiter, '');
    return isAlone && plain.trim() === '' ? 'x' : plain;
  }
  if (style.has('quotes within') && /^\w[^\r\n]*$/.test(cell) && !cell.includes(delimiter)) return cell;
  const needs =
    /[\r\n]/.test(cell) ||
    cell.includes(quote) ||
    cell.includes(delimiter) ||
    cell.startsWith('#') ||
    (isAlone && cell.trim() === '');
  if (!needs && !random.chance(style.quoteShare)) return cell;
  const tail = style.has('blanks after quotes') && random.chance(0.2) ? ' ' : '';
  return quote + cell.replaceAll(quote, quote + quote) + quote + tail;
}

function join(records: readonly Buffer[], random: Random, style: Style): Buffer {
  const end = () => encoded(random.pick(style.ends), style);
  const lines = records.flatMap((each, index) => (index === records.length - 1 ? [each] : [each, end()]));
  if (random.chance(0.8)) lines.push(end());
  if (style.has('blank lines at the end')) for (let i = random.between(1, 4); i > 0; i--) lines.push(end());
  if (style.has('footer')) lines.push(encoded('Total,,', style));
  const before = style.before.map((line) => Buffer.concat([encoded(line, style), end()]));
  return Buffer.concat([style.mark, ...before, ...lines]);
}

function encoded(text: string, style: Style): Buffer {
  if (style.encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (style.encoding !== 'windows-1252') return Buffer.from(text, 'utf8');
  return toWindows1252(text) ?? Buffer.from(text.replaceAll(/[^ -~]/g, '?'), 'latin1');
}
