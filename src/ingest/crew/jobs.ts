import type { ColumnPlan } from '../../model/column.ts';
import type { Binding } from '../bind.ts';
import type { Dialect } from '../dialect/inspect.ts';

/** A file that is read straight from disk by the fast lane: plain data, which a thread is given once. */
export interface Job {
  /** Index into the readings of the crew. */
  readonly reading: number;
  /** Index into the files of the reading. */
  readonly file: number;
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
  /** Bytes before the text: a byte order mark. */
  readonly mark: number;
  readonly dialect: Dialect;
  readonly binding: Binding;
  /** Its sha256 is asked for. */
  readonly isHashed: boolean;
}

/** Columns that the files of one source are read for. */
export interface JobReading {
  readonly columns: readonly ColumnPlan[];
  readonly batchRows: number;
}

/** A part of a file: the records that begin in [from, to). */
export interface Segment {
  readonly job: number;
  readonly from: number;
  readonly to: number;
}

/** Long enough that looking for its first record costs little, short enough that threads end together. */
export const SEGMENT_BYTES = 4 * 1024 * 1024;

/** The parts of all files, in reading order. */
export function segmentsOf(jobs: readonly Job[], segmentBytes: number): readonly Segment[] {
  return jobs.flatMap(({ bytes, mark, dialect }, job) => {
    const first = mark + dialect.headerOffset;
    const count = Math.max(1, Math.round((bytes - first) / segmentBytes));
    const size = Math.ceil((bytes - first) / count);
    return Array.from({ length: count }, (_, index) => ({
      job,
      from: first + index * size,
      to: index === count - 1 ? Number.POSITIVE_INFINITY : first + (index + 1) * size,
    }));
  });
}
