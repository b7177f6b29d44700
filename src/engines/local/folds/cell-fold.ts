import type { Batch } from '../../../model/batch.ts';
import type { Fault } from '../../../model/tally.ts';
import type { Rows } from '../counters/cell-counter.ts';

/** What could not be read of a case, and where. */
export interface CaseFault {
  readonly code: number;
  readonly file: number;
  readonly column: number;
  readonly fault: Fault;
}

/** Cases that take part, in reading order. */
export interface Cases {
  readonly codes: Int32Array;
  readonly groups: Int32Array;
  /** The hour of the week in which each began, -1 for none; empty where nobody asks. */
  readonly hours: Int32Array;
  /** -1 for none. */
  readonly customers: Int32Array;
  /** Groups and customers lie below. */
  readonly groupsMet: number;
  readonly customersMet: number;
}

/**
 * What the rows of a case come to for one promise (`repeats: all`). Folding does not depend on how the rows are split,
 * so that readings merge.
 */
export interface CellFold {
  /** Replaces the codes of rows that belong to a case, where what they come to is known of the case alone. */
  recode(batch: Batch, occasions: Rows, codes: Uint8Array): void;
  /** Adds the rows that belong to a case, by the codes that tell also what `where` says of them. */
  add(batch: Batch, occasions: Rows, codes: Uint8Array): void;
  /** Adds the rows of a later part; `cases` gives the case here for each case there. */
  absorb(later: CellFold, cases: Int32Array): void;
  /** Counts the cases, and says of which it turns out only now that they cannot be read. */
  finish(cases: Cases): readonly CaseFault[];
}

/** The case that a row belongs to, of its entry in `Rows.groups`. */
export function caseOf(group: number): number {
  return -2 - group;
}
