import { Failure } from '../../../src/diagnostics/failure.ts';
import { csvParseLane } from '../../../src/ingest/lanes/csv-parse.ts';
import { HandOver } from '../../../src/ingest/lanes/hand-over.ts';
import type { Lane, LaneFacts } from '../../../src/ingest/lanes/lane.ts';
import type { Batch, Column } from '../../../src/model/batch.ts';

/** What one lane does wrong, to a copy of what the reference lane told. */
export interface Flaw {
  readonly batch?: (batch: Batch) => Batch;
  readonly facts?: (facts: LaneFacts) => LaneFacts;
  /** Instead of ending. */
  readonly end?: Error;
}

export function flawed({ batch = (each) => each, facts = (each) => each, end }: Flaw): Lane {
  return {
    read(input) {
      const reading = csvParseLane.read(input);
      return { batches: batches(), facts: () => facts(reading.facts()), rows: () => reading.rows() };

      async function* batches() {
        for await (const each of reading.batches) yield batch(each);
        if (end !== undefined) throw end;
      }
    },
  };
}

/** Changes the columns of one kind. */
export function inColumns<K extends Column['kind']>(
  kind: K,
  change: (column: Extract<Column, { kind: K }>) => Column,
): Flaw {
  const isOfKind = (column: Column): column is Extract<Column, { kind: K }> => column.kind === kind;
  return {
    batch: (batch) => ({ ...batch, columns: batch.columns.map((each) => (isOfKind(each) ? change(each) : each)) }),
  };
}

/** An array with one element changed. */
export function changed<T extends Float64Array | Uint8Array | Uint32Array | Int32Array>(
  array: T,
  at: number,
  to: (value: number) => number,
): T {
  if (at < array.length) array[at] = to(array[at] ?? 0);
  return array;
}

/** Tells all rightly, in arrays that are used again for the next batch. */
export const lendingLane: Lane = {
  read(input) {
    const reading = csvParseLane.read(input);
    return { batches: batches(), facts: () => reading.facts(), rows: () => reading.rows() };

    async function* batches() {
      for await (const batch of reading.batches) {
        yield batch;
        batch.lines.fill(-1);
        for (const column of batch.columns) spoil(column);
      }
    }
  },
};

function spoil(column: Column): void {
  if (column.kind === 'raw') return;
  if (column.kind === 'text') column.codes.fill(12345);
  else if (column.kind === 'id') column.hashes.fill(9);
  else column.values.fill(9);
  if (column.kind !== 'text') column.states.fill(9);
}

export const errors = {
  crash: new TypeError('x is not a function'),
  failure: new Failure('data', []),
  handOver: new HandOver('a record of another width'),
};
