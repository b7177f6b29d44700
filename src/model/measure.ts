import type { Calendar } from './calendar.ts';
import type { Condition } from './condition.ts';

/** What a level is taken of: a column, or the time that passes between two moments of a row. */
export type Operand<R> =
  | {
      readonly kind: 'column';
      readonly column: R;
      /** Beginning of the occasion, for durations: what would end after an explicit as_of has not ended yet. */
      readonly at: R | null;
    }
  | {
      readonly kind: 'elapsed';
      readonly from: R;
      /** Blank: still open. */
      readonly to: R;
      readonly calendar: Calendar | null;
      readonly minus: R | null;
    };

/** Occasions of one channel, for a ratio of two. */
export interface RatioPart<R> {
  readonly channel: string;
  readonly where: Condition<R> | null;
}

interface OfCondition<Kind extends string, R> {
  readonly kind: Kind;
  readonly condition: Condition<R>;
}
interface OfOperand<Kind extends string, R> {
  readonly kind: Kind;
  readonly operand: Operand<R>;
}

export type KeptWhen<R> = OfCondition<'kept_when', R>;
/** How many occasions fulfil a condition. */
export type Count<R> = OfCondition<'count', R>;
/** How many of `per` occasions fulfil a condition. */
export interface Rate<R> extends OfCondition<'rate', R> {
  readonly per: number;
}
/** Counts that the export itself holds: one row an interval. */
export interface TallyOf<R> {
  readonly kind: 'tally';
  readonly kept: R;
  readonly of: R;
}
export type QuantileKey = 'median' | 'p75' | 'p90' | 'p95' | 'p99' | 'quantile';
export interface QuantileOf<R> extends OfOperand<QuantileKey, R> {
  /** Between 0 and 1. */
  readonly q: number;
}
export type Mean<R> = OfOperand<'mean', R>;
export type Sum<R> = OfOperand<'sum', R>;
export type Min<R> = OfOperand<'min', R>;
export type Max<R> = OfOperand<'max', R>;
/** How many different values a column holds. */
export interface Distinct<R> {
  readonly kind: 'distinct';
  readonly column: R;
}
/** Occasions of one channel for every `per` occasions of another. */
export interface Ratio<R> {
  readonly kind: 'ratio';
  readonly of: RatioPart<R>;
  readonly to: RatioPart<R>;
  readonly per: number;
}
/** Answers from 0 to 10. */
export interface Nps<R> {
  readonly kind: 'nps';
  readonly column: R;
}
/** What was perceived less what was expected, the mean over the pairs that a row answers. */
export interface Difference<R> {
  readonly kind: 'difference';
  readonly pairs: readonly { readonly of: R; readonly from: R }[];
}

/** `R` as in `Condition`. One variant a measure; each has its file in `vocabulary/measures`. */
export type Measure<R> =
  | KeptWhen<R>
  | Count<R>
  | Rate<R>
  | TallyOf<R>
  | QuantileOf<R>
  | Mean<R>
  | Sum<R>
  | Min<R>
  | Max<R>
  | Distinct<R>
  | Ratio<R>
  | Nps<R>
  | Difference<R>;

export type MeasureKind = Measure<never>['kind'];
