import { readFileSync } from 'node:fs';
import type { ColumnPlan } from '../../../src/model/column.ts';
import type { CsvOptions } from '../../../src/model/declaration.ts';
import { makeExport } from './export.ts';
import { column } from './plain.ts';
import type { Random } from './random.ts';
import type { RealFile } from './real.ts';

/** An export to be damaged, with columns that are read of it. */
export interface Origin {
  readonly bytes: Buffer;
  readonly columns: readonly ColumnPlan[];
  readonly csv: CsvOptions;
}

const CUT = 64 * 1024;
/** One that is made, or a stretch of a real one, of as many bytes at most. */
export function originOf(random: Random, files: readonly RealFile[], mostBytes: number): Origin {
  if (files.length === 0 || random.chance(0.5)) return makeExport(random, Math.min(mostBytes, random.size(200, CUT)));
  const { path, columns, csv } = random.pick(files);
  const most = Math.min(mostBytes, random.size(200, CUT));
  const bytes = stretch(random, contents(path), most);
  const kept = columns.filter(() => random.chance(0.6));
  const plain = columns[0] === undefined ? [] : [column(columns[0].headers[0] ?? 1)];
  return { bytes, columns: kept.length > 0 ? kept : plain, csv };
}

const known = new Map<string, Buffer>();

function contents(path: string): Buffer {
  const found = known.get(path) ?? readFileSync(path);
  known.set(path, found);
  return found;
}

/** The first bytes, or the header with a stretch from the midst, cut where it happens to be. */
function stretch(random: Random, bytes: Buffer, length: number): Buffer {
  const header = bytes.indexOf('\n') + 1;
  if (bytes.length <= length || header === 0 || random.chance(0.3)) return bytes.subarray(0, length);
  const from = random.between(header, bytes.length - 1);
  const start = random.chance(0.8) ? Math.max(header, bytes.lastIndexOf('\n', from) + 1) : from;
  return Buffer.concat([bytes.subarray(0, header), bytes.subarray(start, start + length)]);
}
