import type { Batch, IdColumn, MomentColumn, RawColumn } from './batch.ts';
import type { HeaderAddress } from './column.ts';
import type { Diagnostic, Position } from './diagnostic.ts';
import type { Plan } from './plan.ts';
import type { KeptPipes, Progress } from './source.ts';
import type { Horizon, SourceTally } from './tally.ts';
import type { Target } from './target.ts';
import type { DayRange, Instant } from './time.ts';

/** What an engine needs beside the plan. */
export interface EngineContext {
  readonly workingDirectory: string;
  readonly stdin: AsyncIterable<Uint8Array> | null;
  /** Holds what comes through named pipes for readings to come; left out: nothing is read again. */
  readonly pipes?: KeptPipes;
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

/** A column whose cells are shown, beside what the plan counts. */
export interface ShownColumn {
  /** What the promise file calls it: for messages. */
  readonly name: string;
  /** Several are joined by a blank. */
  readonly headers: readonly HeaderAddress[];
  readonly position: Position;
  /**
   * Of a case in several rows (`repeats: all`) the first cell that is not blank, or the one of the row that it began
   * with. Where this is left out, each row shows its own.
   */
  readonly ofCase?: 'first' | 'earliest';
}

/** The occasions of one channel, to be read again. */
export interface Selection {
  readonly channel: string;
  readonly window: DayRange | null;
  /** What is open is settled by it; null: nothing is known to have passed, so all that is open is pending. */
  readonly asOf: Instant | null;
  readonly cells: readonly SelectedCell[];
  readonly shows: readonly ShownColumn[];
}

export interface SelectedCell {
  /** Index into `ChannelPlan.cells`. */
  readonly cell: number;
  /** What the promise is held against, so that a level of one occasion can be told apart: within it, or beyond. */
  readonly target: Target;
}

/** What became of an occasion for one promise. */
export const Fate = {
  KEPT: 0,
  MISSED: 1,
  PENDING: 2,
  EXCLUDED: 3,
  UNREADABLE: 4,
  /** The promise's own `where` does not take it. */
  FILTERED: 5,
  /** It is told by another row of the same case (`repeats: all`). */
  ELSEWHERE: 6,
} as const;

/**
 * Occasions in reading order. All of it is lent until the next batch is asked for, the batch and every array alike: who
 * keeps any of it copies it.
 *
 * With `repeats: all` all rows of a case stand here that takes part, and each promise tells the case at one of them: the
 * first whose own outcome is that of the case, of a missed one with a lateness the row that is late by most; of a level
 * the first that the promise takes. At the others it is told ELSEWHERE.
 */
export interface OccasionBatch {
  /** Columns that nothing here needs are not decoded: they are raw. Its broken records belong to every channel. */
  readonly batch: Batch;
  /** Rows of the batch, ascending. */
  readonly rows: Int32Array;
  /** Rows of the batch, ascending, of which cannot even be read whether they take part: they belong to no promise. */
  readonly unplaced: Int32Array;
  /** Whom each occasion belongs to, of a case all its rows; parallel to `rows`. null: the channel names no customers. */
  readonly customers: IdColumn | null;
  /** When each occasion began, of a case its earliest row; parallel to `rows`. null: the channel bears no time. */
  readonly began: Pick<MomentColumn, 'values' | 'states'> | null;
  /** Parallel to `Selection.cells`. */
  readonly cells: readonly OccasionCell[];
  /** Parallel to `Selection.shows`; asked by the row of the batch. As the export has them, also what lies after as_of. */
  readonly shows: readonly RawColumn[];
}

/** Parallel to `OccasionBatch.rows`. */
export interface OccasionCell {
  /** Codes of `Fate`. */
  readonly fates: Uint8Array;
  /**
   * Of a missed one how far beyond: seconds from its deadline to the event, or to as_of where none came; of a level the
   * distance from the target in its unit, of what the export has counted itself the number that was not kept. Of a
   * pending one the seconds that are left, of a level on its own clock: in open time where it has a calendar. NaN where
   * there is no such length.
   */
  readonly beyond: Float64Array;
}

/** Reads what the plan names. Every engine gives the same tallies for the same files. */
export interface Engine {
  /** Newest event and newest `at` of each source, for as_of and `last`. */
  horizon(plan: Plan, context: EngineContext): Promise<readonly Horizon[]>;
  /** All that the plan counts, in one reading a source; `window` is settled by then. */
  tally(plan: Plan, window: DayRange | null, context: EngineContext): Promise<TallyResult>;
  /**
   * The rows again, for cases, customers and causes: the same occasions, by the same plan, that `tally` counts. Where it
   * depends on all rows of a case which of them count (`repeats: latest`, `all`) they are read twice, and memory grows
   * with the cases; else it does not grow with the rows. Who stops early lets go of all that is open.
   *
   * @throws Failure of kind `data` where a file changed, vanished, or turns out to be damaged.
   */
  occasions(plan: Plan, selection: Selection, context: EngineContext): AsyncIterable<OccasionBatch>;
}
