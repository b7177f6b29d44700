import { type Binding, bind } from '../../../src/ingest/bind.ts';
import { addressesOf } from '../../../src/ingest/dialect/addresses.ts';
import { isAllBlank } from '../../../src/ingest/dialect/head.ts';
import { type Dialect, inspectDialect } from '../../../src/ingest/dialect/inspect.ts';
import { type DetectedEncoding, detectEncoding } from '../../../src/ingest/encoding/detect.ts';
import { textBytes } from '../../../src/ingest/encoding/transcode.ts';
import { RECORD_BYTES } from '../../../src/ingest/options.ts';
import type { ColumnPlan } from '../../../src/model/column.ts';
import type { CsvOptions } from '../../../src/model/declaration.ts';

/** What a lane is given of a file: its text, with how it is written and where its columns stand. */
export interface Inspected {
  readonly text: Buffer;
  readonly dialect: Dialect;
  readonly binding: Binding;
}

/**
 * Looks at a file held in memory as `openFile` does at one on disk; null where it would be refused. A small head lets
 * the lanes meet what `openFile` finds in the first 64 KiB.
 */
export async function inspected(
  bytes: Buffer,
  columns: readonly ColumnPlan[],
  csv: CsvOptions,
  headBytes: number,
): Promise<Inspected | null> {
  const addresses = addressesOf(columns);
  for (let size = headBytes; ; size *= 4) {
    const head = bytes.subarray(0, Math.min(size, RECORD_BYTES));
    const whole = head.length === bytes.length;
    const encoding = detectEncoding(head, csv.encoding);
    const text = await textOf(head, encoding);
    if (isAllBlank(text) && whole) return null;
    if (text.includes(0)) return null;
    const { dialect, certain } = inspectDialect({ bytes: text, whole }, encoding.encoding, csv, addresses);
    if (!certain && size < RECORD_BYTES) continue;
    if (dialect === null) return null;
    const binding = bind(dialect.headers, columns, { name: 'a.csv', line: dialect.headerLine }, false);
    return 'troubles' in binding ? null : { text: await textOf(bytes, encoding), dialect, binding };
  }
}

async function textOf(bytes: Buffer, encoding: DetectedEncoding): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of textBytes(once(bytes), encoding)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
