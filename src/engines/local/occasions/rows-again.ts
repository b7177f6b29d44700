import { HandOver, type SourceReading } from '../../../ingest/index.ts';
import type { Batch } from '../../../model/batch.ts';

/** A batch, and the first of its rows that was not given before. */
interface Again {
  readonly batch: Batch;
  readonly from: number;
}

/**
 * All rows of a source once, in reading order: by the fast lane, and from where that meets anything unusual on by the
 * reference lane. Both give the same rows up to there, so that those given before are passed over; broken records are
 * given by the reference lane alone, all of them.
 */
export async function* rowsAgain(reading: Pick<SourceReading, 'files' | 'read'>): AsyncGenerator<Again> {
  for (const file of reading.files.keys()) {
    let given = 0;
    try {
      for await (const batch of reading.read(file, 'fast')) {
        yield { batch, from: 0 };
        given += batch.rows;
      }
      continue;
    } catch (error) {
      if (!(error instanceof HandOver)) throw error;
    }
    for await (const batch of reading.read(file, 'reference')) {
      const known = Math.min(given, batch.rows);
      given -= known;
      if (known < batch.rows || batch.broken.length > 0) yield { batch, from: known };
    }
  }
}
