import { csvParseLane } from '../../../src/ingest/lanes/csv-parse.ts';
import type { Lane } from '../../../src/ingest/lanes/lane.ts';
import type { ColumnPlan } from '../../../src/model/column.ts';
import type { CsvOptions } from '../../../src/model/declaration.ts';
import { type Chunking, cut, WHOLE } from './chunking.ts';
import { difference } from './difference.ts';
import { type Inspected, inspected } from './inspected.ts';
import { outcomeOf } from './outcome.ts';

/** A file and how it is to be read: all that it takes to see a difference again. */
export interface Case {
  readonly bytes: Buffer;
  readonly columns: readonly ColumnPlan[];
  readonly csv: CsvOptions;
  readonly chunkings: readonly Chunking[];
  /** Bytes that the dialect is detected from. */
  readonly headBytes: number;
}

export type Agreement =
  | { readonly kind: 'same'; readonly rows: number; readonly broken: number }
  /** No lane is asked: the file is refused before. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'handed over'; readonly reason: string; readonly chunking: Chunking }
  | { readonly kind: 'different'; readonly what: string; readonly chunking: Chunking };

export const HEAD_BYTES = 64 * 1024;

/**
 * Reads a file by the reference lane, whole, and by another in every chunking, and tells the first difference between
 * them. Where the other hands over, which it may do in any chunking, what it told before counts for nothing.
 */
export async function casesAgree({ bytes, columns, csv, chunkings, headBytes }: Case, lane: Lane): Promise<Agreement> {
  const file = await inspected(bytes, columns, csv, headBytes);
  if (file === null) return { kind: 'refused' };
  const expected = await outcomeOf(csvParseLane, inputOf(file, columns, WHOLE));
  let handedOver: Agreement | null = null;
  for (const chunking of chunkings) {
    const found = await outcomeOf(lane, inputOf(file, columns, chunking));
    if (found.kind === 'handed over') {
      handedOver ??= { kind: 'handed over', reason: found.reason, chunking };
      continue;
    }
    const what = difference(expected, found);
    if (what !== null) return { kind: 'different', what, chunking };
  }
  if (handedOver !== null) return handedOver;
  const told = expected.kind === 'told' ? expected : null;
  return { kind: 'same', rows: told?.facts.rows ?? 0, broken: told?.broken.length ?? 0 };
}

/** The same for parts of a case. */
export function lanesAgree(
  bytes: Buffer,
  columns: readonly ColumnPlan[],
  csv: CsvOptions,
  chunkings: readonly Chunking[],
  lane: Lane,
): Promise<Agreement> {
  return casesAgree({ bytes, columns, csv, chunkings, headBytes: HEAD_BYTES }, lane);
}

/** A case as source text, to be pasted into a test. */
export function reproduction({ bytes, columns, csv, headBytes }: Case, chunking: Chunking): string {
  return [
    `bytes: Buffer.from(${JSON.stringify(bytes.toString('latin1'))}, 'latin1'),`,
    `columns: ${JSON.stringify(columns)},`,
    `csv: ${JSON.stringify(csv)},`,
    `chunkings: ${JSON.stringify([chunking])},`,
    `headBytes: ${headBytes},`,
  ].join('\n');
}

function inputOf(
  { text, dialect, binding }: Inspected,
  columns: readonly ColumnPlan[],
  { sizes, batchRows }: Chunking,
) {
  return { name: 'a.csv', file: 3, bytes: cut(text, sizes), dialect, binding, columns, batchRows };
}
