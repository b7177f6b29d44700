import type { Unit } from './target.ts';

export type Verdict = 'kept' | 'close' | 'waived' | 'missed' | 'unproven' | 'unmeasured';

/** Date as `2026-01-31`. */
export type IsoDate = string;
/** Instant as ISO 8601 with the offset of the file's zone. */
export type IsoInstant = string;

/**
 * The gap report, schema 1: what `--format json` prints, key by key in this order. Shares are 0..1, durations
 * seconds, instants ISO 8601 with zone; what is absent is null, never 0 or NaN.
 */
export interface GapReport {
  readonly saydo: string;
  readonly schema: 1;
  readonly brand: string;
  readonly as_of: IsoInstant | null;
  readonly window: { readonly from: IsoDate | null; readonly to: IsoDate | null };
  readonly confidence: number;
  readonly verdict: Verdict;
  readonly score: number | null;
  readonly promises_kept: number;
  readonly promises_measured: number;
  readonly promises_declared: number;
  readonly promises: readonly PromiseReport[];
  readonly actions: readonly ActionReport[];
  /** What the remedies of all promises cost together, by currency, in the order of code units. */
  readonly owed: readonly OwedReport[];
  readonly findings: readonly FindingReport[];
  readonly sources: readonly SourceReport[];
  /** Only where an earlier report is held against this one. */
  readonly baseline?: BaselineReport;
}

/** The earlier report that `change` of each cell speaks of. */
export interface BaselineReport {
  readonly as_of: IsoInstant | null;
  readonly window: { readonly from: IsoDate | null; readonly to: IsoDate | null };
  /** The two windows share days, so that their occasions are no two samples. */
  readonly overlaps: boolean;
}

export interface PromiseReport {
  readonly id: string;
  readonly says: string;
  readonly owner: string | null;
  readonly weight: number;
  readonly line: number;
  readonly verdict: Verdict;
  readonly score: number | null;
  readonly channels_measured: number;
  readonly channels_declared: number;
  readonly channels: readonly CellReport[];
}

/** A bound that the sample is too small for is null. */
export interface IntervalReport {
  readonly low: number | null;
  readonly high: number | null;
  readonly method: string;
}

export interface CellReport {
  readonly channel: string;
  readonly measure: string | null;
  readonly unit: Unit | null;
  /** The formula in words, with its where. */
  readonly formula: string | null;
  /** Calendar by which its value counts time: `4 h` are then open hours. null: real time, or no time. */
  readonly clock: string | null;
  /** In words, the hours of every calendar that decides what counts. */
  readonly calendars: readonly string[];
  readonly line: number;
  readonly as_of: IsoInstant | null;
  readonly value: number | null;
  readonly value_if_pending_missed: number | null;
  readonly value_answered_only: number | null;
  /** Beside a mean. */
  readonly tail: { readonly median: number; readonly p90: number } | null;
  /** What the value leaves out, and what it would be with it (null: without end); null where nothing is left out. */
  readonly dropped: { readonly cases: number; readonly value: number | null } | null;
  readonly interval: IntervalReport | null;
  readonly target: { readonly op: '>=' | '<='; readonly value: number };
  readonly gap: number | null;
  readonly score: number | null;
  readonly verdict: Verdict;
  /** Why the verdict is what it is, in words. */
  readonly reason: string;
  readonly waived: { readonly until: IsoDate; readonly reason: string } | null;
  readonly occasions: number;
  readonly cases: number;
  readonly kept: number | null;
  readonly missed: number | null;
  /** What `count`, `rate` and `ratio` count, of the cases; else null. */
  readonly events: number | null;
  /** In how many `rate` and `ratio` tell their value; else null. */
  readonly per: number | null;
  /** Channel whose occasions are the cases of a ratio; else null. */
  readonly against: string | null;
  /** Occasions of the channel that a ratio counts that came to no `events`; null for all else. */
  readonly events_aside: {
    readonly excluded: number;
    readonly unreadable: number;
    readonly filtered: number;
  } | null;
  readonly pending: number;
  readonly excluded: number;
  readonly unreadable: number;
  readonly filtered: number;
  readonly shortfall: number | null;
  readonly budget: { readonly allowed: number; readonly spent: number | null; readonly left: number } | null;
  readonly customers: {
    readonly affected: number;
    readonly let_down: number;
    readonly let_down_again: number;
    readonly kept_share: number | null;
  } | null;
  readonly owed: { readonly amount: number; readonly currency: string } | null;
  readonly benchmark: { readonly value: number; readonly source: string | null } | null;
  readonly periods: readonly PeriodReport[];
  readonly trend: TrendReport | null;
  readonly segments: readonly SegmentReport[];
  /** Only where an earlier report is held against this one; null: it does not know the cell. */
  readonly change?: ChangeReport | null;
}

/** A cell against the same cell of an earlier report. */
export interface ChangeReport {
  /** Value less the earlier one; null where either is absent, or where the cell was redefined. */
  readonly value: number | null;
  /** Of the change; null where it is withheld. */
  readonly interval: IntervalReport | null;
  readonly verdict_before: Verdict;
  /** Why nothing is said of chance; null: it is said. */
  readonly withheld: 'redefined' | 'overlap' | 'no-value' | 'no-interval' | null;
  /** Beyond chance, in the direction of the target; null where that is withheld. */
  readonly moved: 'better' | 'worse' | 'within-chance' | null;
}

export interface PeriodReport {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly value: number | null;
  readonly cases: number;
  readonly kept: number | null;
  readonly missed: number | null;
  readonly pending: number;
  /** null: it can still change, for a deadline has not passed yet; or its measure adds up, and the target is the whole's. */
  readonly verdict: Verdict | null;
}

export interface TrendReport {
  readonly direction: 'rising' | 'falling' | 'steady';
  /** null where there are too few periods for a test. */
  readonly p: number | null;
  /** Last period less the first. */
  readonly change: number;
  readonly interval: IntervalReport | null;
  /** Sen's slope, a period; null where there are too few for it. */
  readonly slope: number | null;
}

export interface SegmentReport {
  /** Names of crossed segments are joined by ` x `. */
  readonly by: string;
  readonly is: string;
  readonly value: number | null;
  readonly cases: number;
  readonly kept: number | null;
  readonly missed: number | null;
  readonly pending: number;
  /** Misses beyond what the target allows in this segment; null where it has no target of a share. */
  readonly excess: number | null;
  /** Differs from the others by more than chance, as many as were looked at; null where there is no such test. */
  readonly stands_out: boolean | null;
  /** null: its measure adds up, and the target is the whole's. */
  readonly verdict: Verdict | null;
}

/** What a missed cell is judged short by, as the fewest cases or the smallest amount that would have kept it. */
export interface SetsRightReport {
  /** Above zero; of an average or a total what has to be added: below zero it has to be less. */
  readonly number: number;
  /**
   * What is counted: occasions more that had to be `kept`, where deadlines alone decide `in-time`; values more `within`
   * an at-most target, whichever and however far, or `reaching` an at-least one; `fewer` or `more` of what is counted;
   * detractors that had to be `promoters`. An `average` or a `total` is an amount, rounded to twelve digits.
   */
  readonly of: 'kept' | 'in-time' | 'within' | 'reaching' | 'fewer' | 'more' | 'promoters' | 'average' | 'total';
  /** Of an amount; null for what is counted. */
  readonly unit: Unit | null;
}

export interface ActionReport {
  readonly promise: string;
  readonly channel: string;
  /** The promise's weight times that of the channel. */
  readonly weight: number;
  readonly shortfall: number | null;
  /** null: there is no such number, or none that is certain. */
  readonly sets_right: SetsRightReport | null;
  readonly let_down: number | null;
  readonly let_down_again: number | null;
  readonly owed: { readonly amount: number; readonly currency: string } | null;
  readonly owner: string | null;
  readonly act: string | null;
  readonly by: IsoDate | null;
  /** The due day lies before the report's as_of. */
  readonly overdue: boolean;
}

/** What is owed in one currency, and for which missed promises. */
export interface OwedReport {
  readonly currency: string;
  readonly amount: number;
  /** In the order of the report. */
  readonly promises: readonly {
    readonly promise: string;
    readonly channel: string;
    readonly amount: number;
    /** Customers let down there; null: not known. The same ones may be let down elsewhere too. */
    readonly customers: number | null;
  }[];
}

export interface FindingReport {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  /** File and line it is about: the promise file, or an export; null where it is about neither. */
  readonly file: string | null;
  readonly line: number | null;
}

export interface SourceReport {
  readonly channel: string;
  readonly file: string;
  readonly bytes: number;
  readonly as_of: IsoInstant | null;
  /** Of the whole source, over all rows, whatever the as_of: how far the data reaches. */
  readonly newest_event: IsoInstant | null;
  readonly rows: number;
  readonly entered: number;
  readonly outside_window: number;
  readonly excepted: number;
  readonly filtered: number;
  readonly repeated: number;
  readonly undated: number;
  readonly unreadable: number;
  readonly sha256: string | null;
  readonly encoding: string;
  readonly delimiter: string;
}
