import type { Batch } from '../../../model/batch.ts';
import type { CellTally } from '../../../model/tally.ts';
import type { Instant } from '../../../model/time.ts';

/** A code beside those of `Outcome`: the promise's own `where` does not take the row. */
export const FILTERED = 16;

/** Rows of a batch that are occasions, or belong to a case: parallel arrays, of which `count` entries are meant. */
export interface Rows {
  readonly count: number;
  /** The row in the batch. */
  readonly rows: Int32Array;
  /** Its group; below 0: no occasion by itself. From -2 on the row belongs to the case -2 - group. */
  readonly groups: Int32Array;
  /** Its customer, -1 for none. */
  readonly customers: Int32Array;
  /** Groups and customers lie below. */
  readonly groupsMet: number;
  readonly customersMet: number;
}

/** Counts one promise on one channel, by group. One class a kind of tally; counters of one cell merge. */
export interface CellCounter {
  /** What the measure makes of the rows; the codes are scratch, and not to be written to. */
  observe(batch: Batch): Uint8Array;
  /**
   * Counts the rows observed last that are occasions, by codes (by row) that tell also what `where` says of them.
   * Gives whether one of them could not be read.
   */
  count(codes: Uint8Array, occasions: Rows): boolean;
  /** Settles what is past its deadline at an instant that as_of cannot lie before. */
  settle(atLeast: Instant): void;
  /** Adds the counts of a later part of the rows, its groups and customers renumbered. The part is not used again. */
  absorb(later: CellCounter, groups: Int32Array, customers: Int32Array): void;
  /** The counts, exactly `groups` and `customers` long; to be called once. */
  tally(groups: number, customers: number): CellTally;
}

/** Two counters of one cell are of one kind; anything else is a defect of saydo. */
export function mismatch(): TypeError {
  return new TypeError('counters of different kinds do not merge');
}
