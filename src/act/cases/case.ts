import type { CellReport } from '../../model/report.ts';
import type { Unit } from '../../model/target.ts';
import type { InDays } from '../../report/numbers.ts';

/** What became of the occasions that are listed; what was kept asks nothing of anybody. */
export const outcomes = ['missed', 'pending', 'excluded', 'unreadable'] as const;
export type CaseOutcome = (typeof outcomes)[number];

/** What a length is counted in; `misses` of a row that counts many occasions. */
export type LengthUnit = Unit | 'misses';

/** A cell of the export by the name that the promise file, or who asked for it, gives its column. */
export interface NamedCell {
  readonly name: string;
  /** As in the export, trimmed; null where the channel has no such column. */
  readonly text: string | null;
}

/** What is the same of all cases of one promise on one channel. */
export interface CaseOf {
  /** null: it cannot even be read whether the row is an occasion, so that it is no promise's more than another's. */
  readonly promise: string | null;
  readonly channel: string;
  readonly says: string;
  readonly owner: string | null;
  readonly act: { readonly text: string /** ISO date. */; readonly by: string | null } | null;
  /** The moment that its data speaks for, ISO 8601. */
  readonly asOf: CellReport['as_of'];
  /** The column that says when an occasion began. */
  readonly at: string | null;
  readonly unit: LengthUnit;
  /** How its durations are told. */
  readonly inDays: InDays;
}

/** One promise on one channel. */
export interface CasePromise extends CaseOf {
  readonly promise: string;
}

/** One occasion to follow up. */
export interface Case {
  readonly of: CaseOf;
  readonly outcome: CaseOutcome;
  /** null: the channel names no cases, or the cell is blank. */
  readonly case: string | null;
  readonly customer: string | null;
  /** Was the customer let down more than once by the promise on the channel? null: nobody knows who it is. */
  readonly again: boolean | null;
  /** How far beyond a missed one is, in the unit of its promise: seconds after its deadline; null: no such length. */
  readonly over: number | null;
  /** What is left of a pending one, likewise. */
  readonly left: number | null;
  /** When it began, as the export says it; null: the channel bears no time. */
  readonly at: string | null;
  /** What its measure read. */
  readonly cells: readonly NamedCell[];
  /** What was asked for beside. */
  readonly added: readonly NamedCell[];
  readonly file: string;
  readonly line: number;
}

/** What a list is of, whatever is in it. */
export interface CasesHead {
  readonly saydo: string;
  readonly brand: string;
  readonly asOf: string | null;
  readonly window: { readonly from: string | null; readonly to: string | null };
  readonly outcome: CaseOutcome;
  /** false: in the order of the exports. */
  readonly isWorstFirst: boolean;
  /** Those whose occasions were looked at. */
  readonly followed: readonly CasePromise[];
  /** Those that have none to look at, and why. */
  readonly unfollowed: readonly { readonly promise: string; readonly channel: string; readonly reason: string }[];
  readonly segments: readonly AskedSegment[];
  /** Names of the columns that measures read, and of those asked for beside. */
  readonly measured: readonly string[];
  readonly added: readonly string[];
}

/** `--segment region=North` */
export interface AskedSegment {
  readonly name: string;
  readonly value: string;
}
