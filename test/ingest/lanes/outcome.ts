import { Failure } from '../../../src/diagnostics/failure.ts';
import { HandOver } from '../../../src/ingest/lanes/hand-over.ts';
import type { Lane, LaneFacts, LaneInput } from '../../../src/ingest/lanes/lane.ts';
import type { BrokenRecord } from '../../../src/model/batch.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { ColumnCopy } from './column-copy.ts';

/** All that a lane told of a file, copied out of its batches. */
export interface Told {
  readonly kind: 'told';
  readonly lines: readonly number[];
  readonly columns: readonly ColumnCopy[];
  readonly broken: readonly BrokenRecord[];
  readonly facts: LaneFacts;
  /** What no lane may do, whatever the other did: the first such thing. */
  readonly fault: string | null;
}

export type Outcome =
  | Told
  | { readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'handed over'; readonly reason: string }
  | { readonly kind: 'crashed'; readonly error: string };

/** Reads a file by a lane, to its end or to where it gives up. */
export async function outcomeOf(lane: Lane, input: LaneInput): Promise<Outcome> {
  try {
    return await told(lane, input);
  } catch (error) {
    if (error instanceof Failure) return { kind: 'failed', diagnostics: error.diagnostics };
    if (error instanceof HandOver) return { kind: 'handed over', reason: error.reason };
    return { kind: 'crashed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function told(lane: Lane, input: LaneInput): Promise<Told> {
  const reading = lane.read(input);
  const lines: number[] = [];
  const broken: BrokenRecord[] = [];
  const columns = input.columns.map(() => new ColumnCopy());
  let fault: string | null = null;
  for await (const batch of reading.batches) {
    const { rows } = batch;
    if (batch.file !== input.file) fault ??= `a batch of file ${batch.file}`;
    if (rows + batch.broken.length > input.batchRows) fault ??= `a batch of ${rows} rows, ${input.batchRows} at most`;
    if (batch.columns.length !== columns.length) fault ??= `a batch of ${batch.columns.length} columns`;
    if (batch.lines.length < rows) fault ??= `lines of ${batch.lines.length} rows in a batch of ${rows}`;
    for (let row = 0; row < rows; row++) lines.push(batch.lines[row] ?? Number.NaN);
    for (const [index, column] of batch.columns.entries()) columns[index]?.add(column, rows);
    for (const record of batch.broken) broken.push({ ...record });
  }
  const facts = reading.facts();
  if (reading.rows() !== facts.rows) fault ??= `rows() ${reading.rows()}, facts().rows ${facts.rows}`;
  for (const [index, { fault: found }] of columns.entries()) if (found !== null) fault ??= `column ${index}: ${found}`;
  return { kind: 'told', lines, columns, broken, facts, fault };
}
