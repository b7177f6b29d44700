import type { Moments } from '../../model/tally.ts';
import type { Target } from '../../model/target.ts';
import type { SortedValues } from '../../statistics/sorted-runs.ts';

/** What a measure is computed from: the sum of some groups of its tally, settled at an as_of. */
export type Sample = OutcomeSample | ValueSample | MomentSample | CountSample | IdSample | RatioSample;
export type SampleKind = Sample['kind'];

/** Occasions on which a condition holds (kept) or not (missed). */
export interface OutcomeSample {
  readonly kind: 'outcomes';
  readonly kept: number;
  readonly missed: number;
  readonly pending: number;
  readonly excluded: number;
}

/** Values in the unit of the operand. */
export interface ValueSample {
  readonly kind: 'values';
  readonly values: SortedValues;
  /** How long what is still open has lasted so far, in seconds. */
  readonly open: Float64Array;
  readonly excluded: number;
}

export interface MomentSample {
  readonly kind: 'moments';
  readonly moments: Moments;
  /** As in `ValueSample`. */
  readonly open: Float64Array;
  readonly excluded: number;
}

/** What the export has counted, over so many rows. */
export interface CountSample {
  readonly kind: 'counts';
  readonly kept: number;
  readonly of: number;
  readonly rows: number;
  /** Occasions of rows that do not say how many of them were kept. */
  readonly left: number;
}

export interface IdSample {
  readonly kind: 'ids';
  readonly distinct: number;
  /** Occasions that hold a value. */
  readonly rows: number;
}

/** Occasions of two channels. */
export interface RatioSample {
  readonly kind: 'ratio';
  readonly events: number;
  readonly exposure: number;
}

export interface FigureContext {
  readonly confidence: number;
  readonly target: Target;
}

/**
 * A side that the sample is too small for is null. null itself: the measure has none; where it has one, and the sample
 * is too small for either side, both are null, for that is no certainty.
 */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
  /** `wilson`, `student-t`, `order-statistic`, `log-log`, `adjusted-wald`, `garwood`. */
  readonly method: string;
}

/** What a measure comes to. What cannot be had is null. */
export interface Figure {
  readonly value: number | null;
  /** Decided occasions; for a level the values that entered it; for a ratio the occasions that it is a ratio to. */
  readonly cases: number;
  /** null for a level. */
  readonly kept: number | null;
  readonly missed: number | null;
  /** What `count`, `rate` and `ratio` count, of those cases; else null. */
  readonly events: number | null;
  readonly interval: Interval | null;
  /** The value if every pending occasion came out worst; null where pending ones have no such bound. */
  readonly ifPendingMissed: number | null;
  /** The figure over what has ended alone, where what is still open was counted as not ended; else null. */
  readonly answeredOnly: number | null;
  /** Set where the value is null because it was never reached: it lies above this, as far as was followed. */
  readonly above: number | null;
  /**
   * What the value will be at least, once all that is still open has ended: a `max`, `mean` or `sum` with the open cases
   * at what they last so far. null where nothing is open, or no such bound can be given.
   */
  readonly atLeast: number | null;
  /** Occasions still open. */
  readonly pending: number;
  /** Those of them that can still change the verdict: their deadline, or the target, is not passed yet. */
  readonly unsettled: number;
  /**
   * Occasions that the value leaves out although they say something of it (a waiting time that is blank, or has not
   * ended), and what the value would be with them: at what they last so far, or, being blank, as misses (`value` null:
   * without end). null where nothing is left out.
   */
  readonly dropped: { readonly cases: number; readonly value: number | null } | null;
  /** Beside a mean. */
  readonly tail: { readonly median: number; readonly p90: number } | null;
}
