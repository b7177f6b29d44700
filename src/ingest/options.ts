import type { KeptPipes, Progress } from '../model/source.ts';

/** How a source is read, whatever it holds. */
export interface IngestOptions {
  /** The folder that `source` paths start from, absolute. */
  readonly directory: string;
  /** Names in messages are relative to it, absolute. */
  readonly workingDirectory: string;
  /** What `-` reads; null where there is none. */
  readonly stdin: AsyncIterable<Uint8Array> | null;
  /** Holds what comes through named pipes for readings to come; left out: nothing is read again. */
  readonly pipes?: KeptPipes;
  /** sha256 also of files over 256 MB. */
  readonly hashes: boolean;
  /** No cell values in messages. */
  readonly redact: boolean;
  /** Rows of a batch at most; default 4096. */
  readonly batchRows?: number;
  /** Bytes read at a time; default 256 KiB. */
  readonly chunkBytes?: number;
  /** Called at most once a chunk. */
  readonly onProgress: ((progress: Progress) => void) | null;
  readonly signal: AbortSignal | null;
}

export const BATCH_ROWS = 4096;
export const CHUNK_BYTES = 256 * 1024;
/** Files up to this size are hashed without being asked. */
export const HASHED_BYTES = 256 * 1000 * 1000;
/** A record longer than this is taken for a broken one: what is held in memory at a time is bounded by it. */
export const RECORD_BYTES = 16 * 1024 * 1024;
