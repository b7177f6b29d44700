import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { Failure } from '../../src/diagnostics/failure.ts';
import type { IngestOptions } from '../../src/ingest/index.ts';
import { openSource } from '../../src/ingest/index.ts';
import type { BrokenRecord, Column } from '../../src/model/batch.ts';
import type { ColumnPlan, ColumnType, HeaderAddress } from '../../src/model/column.ts';
import type { CsvOptions } from '../../src/model/declaration.ts';
import type { Diagnostic, Position } from '../../src/model/diagnostic.ts';
import type { SourcePlan } from '../../src/model/plan.ts';
import type { FileFacts } from '../../src/model/source.ts';

export type Content = string | Uint8Array;

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

export async function folderWith(files: Readonly<Record<string, Content>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'saydo-test-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export const position: Position = { file: 'promises.yaml', line: 9, column: 5, length: 4 };

export function column(
  header: HeaderAddress | readonly HeaderAddress[],
  type: ColumnType = 'text',
  at = position,
): ColumnPlan {
  const headers = typeof header === 'object' ? header : [header];
  const cell = { type, format: null, zone: 'UTC', decimal: '.', unit: null, blank: [], map: [] } as const;
  return { name: headers.join(' '), headers, holds: 'values', cell, position: at };
}

export const csvDefaults: CsvOptions = {
  delimiter: null,
  quote: null,
  encoding: null,
  headerLine: null,
  headerRows: 1,
  footer: null,
  comment: null,
  ragged: 'error',
};

export function source(
  patterns: readonly string[],
  columns: readonly (ColumnPlan | HeaderAddress)[],
  csv: Partial<CsvOptions> = {},
): SourcePlan {
  return {
    index: 0,
    group: '',
    patterns: patterns.map((pattern, index) => ({
      pattern,
      written: pattern,
      position: { ...position, line: 2 + index },
    })),
    csv: { ...csvDefaults, ...csv },
    columns: columns.map((each) => (typeof each === 'object' ? each : column(each))),
    channels: [],
    events: [],
    beginnings: [],
  };
}

export function optionsFor(folder: string, changes: Partial<IngestOptions> = {}): IngestOptions {
  return {
    directory: folder,
    workingDirectory: folder,
    stdin: null,
    hashes: false,
    redact: false,
    onProgress: null,
    signal: null,
    ...changes,
  };
}

export interface Read {
  /** Texts, a row each; a blank is the empty text. */
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly files: readonly number[];
  readonly broken: readonly BrokenRecord[];
  readonly facts: readonly FileFacts[];
  readonly notes: readonly Diagnostic[];
}

export async function readSource(plan: SourcePlan, options: IngestOptions): Promise<Read> {
  const reading = await openSource(plan, options);
  try {
    const rows: string[][] = [];
    const lines: number[] = [];
    const files: number[] = [];
    const broken: BrokenRecord[] = [];
    for await (const batch of reading.batches()) {
      for (let row = 0; row < batch.rows; row++) {
        rows.push(batch.columns.map((each) => cellText(each, row)));
        lines.push(batch.lines[row] ?? 0);
        files.push(batch.file);
      }
      broken.push(...batch.broken);
    }
    return { rows, lines, files, broken, facts: await reading.facts(), notes: reading.notes };
  } finally {
    await reading.close();
  }
}

/** One file, read whole. */
export async function read(
  content: Content,
  columns: readonly (ColumnPlan | HeaderAddress)[],
  csv: Partial<CsvOptions> = {},
  changes: Partial<IngestOptions> = {},
): Promise<Read> {
  const folder = await folderWith({ 'a.csv': content });
  return readSource(source(['a.csv'], columns, csv), optionsFor(folder, changes));
}

/** The diagnostics that a promise fails with. */
export async function failureOf(promise: Promise<unknown>): Promise<readonly Diagnostic[]> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Failure) return error.diagnostics;
    throw error;
  }
  throw new Error('nothing failed');
}

function cellText(column: Column, row: number): string {
  switch (column.kind) {
    case 'text':
      return column.dictionary.words[column.codes[row] ?? -1] ?? '';
    case 'id':
      return [...column.hashes.subarray(row * 4, row * 4 + 4)].join('.');
    case 'raw':
      return column.text(row);
    default:
      return String(column.values[row]);
  }
}
