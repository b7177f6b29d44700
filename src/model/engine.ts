import type { Batch } from './batch.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Plan } from './plan.ts';
import type { Progress } from './source.ts';
import type { Horizon, SourceTally } from './tally.ts';
import type { DayRange } from './time.ts';

/** What an engine needs beside the plan. */
export interface EngineContext {
  readonly workingDirectory: string;
  readonly stdin: AsyncIterable<Uint8Array> | null;
  /** Hash files of any size. */
  readonly hashes: boolean;
  /** No cell values in messages. */
  readonly redact: boolean;
  /** Threads that may be used, the main one included; default 1. Results do not depend on it. */
  readonly threads?: number;
  readonly onProgress: ((progress: Progress) => void) | null;
  readonly signal: AbortSignal | null;
}

export interface TallyResult {
  /** Parallel to `Plan.sources`. */
  readonly sources: readonly SourceTally[];
  readonly findings: readonly Diagnostic[];
}

/** Rows to be read again: one channel's occasions. */
export interface Selection {
  readonly channel: string;
  /** Rows of these cells of the channel, with their outcomes settled at `asOf`. */
  readonly window: DayRange | null;
}

/** Rows of one batch that take part, ascending. */
export interface OccasionBatch {
  readonly batch: Batch;
  readonly rows: Int32Array;
}

/** Reads what the plan names. Every engine gives the same tallies for the same files. */
export interface Engine {
  /** Newest event and newest `at` of each source, for as_of and `last`. */
  horizon(plan: Plan, context: EngineContext): Promise<readonly Horizon[]>;
  /** All that the plan counts, in one reading a source; `window` is settled by then. */
  tally(plan: Plan, window: DayRange | null, context: EngineContext): Promise<TallyResult>;
  /** The rows again, for cases, customers and causes. */
  occasions(plan: Plan, selection: Selection, context: EngineContext): AsyncIterable<OccasionBatch>;
}
