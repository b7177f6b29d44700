import type { SetsRightReport, Verdict } from '../../../../model/report.ts';
import type { StepName } from '../../../steps.ts';

/** A number, and how it is written. */
export interface Amount {
  readonly n: number;
  readonly text: string;
}

/** The days of a report, by the name that people have for them where there is one. */
export type Span =
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'quarter'; readonly quarter: 1 | 2 | 3 | 4; readonly year: string }
  | { readonly kind: 'days' | 'from' | 'to'; readonly text: string }
  | { readonly kind: 'all' };

/** How a figure lies to its target: `side` is -1 where it is short of it, 1 where it goes beyond; `size` by how much. */
export interface Distance {
  readonly size: string;
  readonly side: -1 | 0 | 1;
  readonly isAtMost: boolean;
}

type Texts<Key extends string> = Readonly<Record<Key, string>>;

/**
 * Every word that the page itself says. What comes from the promise file and the data is not here, nor what saydo says
 * of them elsewhere too: formulas, reasons, findings. A translation is one more file of this shape, listed in
 * `index.ts`. Texts that come in are written already, by the dates and numbers of the language; none is HTML, and none
 * that goes out.
 */
export interface Words {
  /** BCP 47 tag of these words. */
  readonly lang: string;
  readonly units: Texts<'d' | 'h' | 'min' | 's' | 'bytes'>;
  /** After the size of a difference of shares. */
  readonly points: string;
  /** Monday first: short, and whole. */
  readonly weekdays: readonly (readonly [short: string, whole: string])[];
  readonly list: (parts: readonly string[]) => string;
  readonly quoted: (text: string) => string;
  /** A reason or finding, which is written without capital and period, as a sentence. */
  readonly sentence: (text: string) => string;
  readonly moment: (day: string, time: string) => string;
  /** A bound on either side; one of them is not null. */
  readonly between: (low: string | null, high: string | null) => string;

  readonly title: (brand: string, span: string) => string;
  readonly kicker: Texts<'internal' | 'public'>;
  readonly span: (span: Span) => string;
  readonly asOf: (moment: string) => string;
  readonly compared: (since: string, overlaps: boolean) => string;
  /** `isSeen`: there are figures, though none of them proves anything. */
  readonly answer: (
    brand: string,
    counts: { readonly kept: number; readonly measured: number; readonly declared: number; readonly isSeen: boolean },
    span: Span,
  ) => string;
  readonly score: string;
  readonly outOf100: string;
  readonly noScore: string;

  readonly verdict: Texts<Verdict>;
  /** As a letter to customers has them. */
  readonly publicVerdict: Texts<Verdict>;
  readonly meaning: Texts<Verdict>;
  /** Of a period that can still change. */
  readonly open: string;

  readonly skip: string;
  readonly headings: Texts<
    'glance' | 'promises' | 'undertakings' | 'owed' | 'waivers' | 'blindSpots' | 'findings' | 'origin' | 'method'
  >;
  readonly filter: {
    readonly label: string;
    readonly all: string;
    readonly shown: (count: Amount, of: Amount) => string;
  };
  readonly sortBy: (column: string) => string;

  readonly owner: (name: string) => string;
  readonly channelsMeasured: (measured: Amount, declared: Amount) => string;
  readonly noChannels: string;
  readonly scored: (score: string) => string;
  /** In the place of a figure; `reason` may be empty. */
  readonly withoutFigure: (verdict: string, reason: string, aim: string | null) => string;

  /** What the value of a measure is called; `per` is in how many `rate` and `ratio` are told. */
  readonly measure: (measure: string, per: string | null) => string;
  readonly target: (aim: string) => string;
  readonly aim: (figure: string, isAtMost: boolean) => string;
  readonly distance: (distance: Distance) => string;
  /** Where the whole meets its target, and a part of it that is not named does not. */
  readonly notForAll: string;
  readonly benchmark: (figure: string, source: string | null) => string;
  readonly bulletLabel: (parts: {
    readonly channel: string;
    readonly value: string;
    readonly target: string;
    readonly interval: string | null;
    readonly benchmark: string | null;
  }) => string;
  readonly trendLabel: (parts: {
    readonly from: string;
    readonly to: string;
    readonly first: string;
    readonly last: string;
    readonly direction: 'rising' | 'falling' | 'steady' | null;
  }) => string;
  readonly direction: Texts<'rising' | 'falling' | 'steady'>;
  readonly worst: (by: string, is: string, figure: string, missed: Amount | null, cases: Amount | null) => string;
  readonly chanceAlone: string;
  readonly shortfall: (more: Amount) => string;
  /** `pending` can still be kept. */
  readonly casesAndPending: (cases: Amount, pending: Amount) => string;
  readonly ifPendingMissed: (figure: string, isCounted: boolean) => string;
  readonly answeredOnly: (open: Amount, ended: Amount, figure: string) => string;
  readonly counted: (events: string, of: string, against: string | null, per: string | null) => string;
  readonly change: (since: string, change: string, interval: string | null, verdict: string) => string;
  readonly changeWithheld: Texts<'redefined' | 'overlap' | 'no-value' | 'no-interval'>;
  readonly changeMoved: Texts<'better' | 'worse' | 'within-chance'>;
  readonly newCell: (since: string) => string;

  /** What the marks of a chart are. */
  readonly legend: Texts<'value' | 'target' | 'interval' | 'benchmark' | 'trend' | 'open'>;
  readonly made: string;
  readonly facts: Texts<
    | 'formula'
    | 'hours'
    | 'target'
    | 'benchmark'
    | 'verdict'
    | 'waived'
    | 'value'
    | 'interval'
    | 'atWorst'
    | 'followUp'
    | 'tail'
    | 'leftOut'
    | 'trend'
    | 'score'
    | 'shortfall'
    | 'budget'
    | 'customers'
    | 'remedy'
    | 'owed'
    | 'change'
    | 'asOf'
    | 'line'
  >;
  readonly sure: (between: string, method: string, confidence: string) => string;
  readonly tail: (median: string, p90: string) => string;
  readonly leftOut: (open: Amount | null, blank: Amount | null, figure: string | null, asMissed: boolean) => string;
  readonly trend: (parts: {
    readonly direction: string;
    readonly change: string;
    readonly interval: string | null;
    readonly slope: string | null;
    readonly p: string | null;
  }) => string;
  readonly budget: (allowed: string, spent: string | null, left: string) => string;
  readonly customers: (affected: Amount, letDown: Amount, again: Amount, keptShare: string | null) => string;
  readonly waivedUntil: (day: string, reason: string) => string;
  readonly waiverEnded: (day: string, reason: string) => string;

  readonly ladder: {
    readonly caption: string;
    readonly step: (step: StepName, files: number, against: string | null) => string;
    readonly keptShare: string;
  };
  readonly periods: Texts<'caption' | 'head'>;
  readonly segments: {
    readonly caption: (by: string) => string;
    readonly more: (more: Amount) => string;
  };
  readonly week: {
    readonly caption: string;
    readonly label: (worst: string | null) => string;
    readonly hour: (day: string, hour: string) => string;
    /** The ends of the scale: against the target; of what adds up, by how much it is. */
    readonly worse: string;
    readonly better: string;
    readonly less: string;
    readonly more: string;
    readonly fewCases: string;
  };
  readonly columns: Texts<
    'value' | 'gap' | 'cases' | 'kept' | 'missed' | 'pending' | 'excess' | 'verdict' | 'beyondChance'
  >;
  readonly yes: string;
  readonly noVerdicts: string;

  readonly undertakings: {
    readonly none: string;
    readonly nothingJudged: string;
    readonly nothingNamed: string;
    readonly by: (day: string) => string;
    readonly overdue: (day: string) => string;
    /** How they are ordered, a sentence. */
    readonly order: string;
    readonly cases: (short: Amount) => string;
    /** What would have kept it: `limit` is the target, `size` how far off the figure was. */
    readonly setsRight: (parts: {
      readonly of: SetsRightReport['of'];
      readonly amount: Amount;
      readonly limit: string;
      readonly size: string;
      readonly isLess: boolean;
      readonly isDistinct: boolean;
    }) => string;
    readonly weight: (weight: string) => string;
    readonly letDown: (customers: Amount, again: Amount) => string;
    readonly owed: (money: string) => string;
    /** All of one currency, and what each promise adds to it; `parts` is one text where it is one promise. */
    readonly owedInAll: (money: string, parts: readonly string[]) => string;
    readonly owedPart: (promise: string, channel: string, money: string | null, customers: Amount | null) => string;
    readonly remedy: (text: string) => string;
  };
  readonly blindSpot: (channel: string, reason: string, promises: string) => string;
  readonly noReason: string;
  readonly noBlindSpots: string;
  readonly severity: Texts<'error' | 'warning' | 'note'>;
  readonly noFindings: string;

  readonly origin: {
    readonly made: (version: string, exports: Amount, asOf: string | null) => string;
    readonly confidence: (share: string) => string;
    readonly files: string;
    readonly head: Texts<'file' | 'channel' | 'rows' | 'entered' | 'size' | 'asOf' | 'newest' | 'format' | 'hash'>;
    readonly delimiter: (delimiter: string) => string;
    readonly noHash: string;
  };
  /** The method in a few sentences, each a paragraph; and as a letter to customers has it. */
  readonly method: readonly string[];
  readonly publicMethod: readonly string[];
}
