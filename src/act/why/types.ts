import type { IntervalReport, IsoDate, IsoInstant, Verdict } from '../../model/report.ts';
import type { Target, Unit } from '../../model/target.ts';

/** Where the misses of a promise come from; units as in the report: shares 0..1, durations in seconds. */
export interface Why {
  /** Version of the package. */
  readonly saydo: string;
  readonly brand: string;
  readonly promise: string;
  readonly says: string;
  readonly owner: string | null;
  readonly window: { readonly from: IsoDate | null; readonly to: IsoDate | null };
  readonly confidence: number;
  /** Those that were measured, worst first. */
  readonly channels: readonly WhyChannel[];
  readonly unmeasured: readonly { readonly channel: string; readonly reason: string }[];
}

export interface WhyChannel {
  readonly channel: string;
  readonly measure: string;
  readonly formula: string;
  readonly unit: Unit;
  /** Calendar by which the value counts time; null: real time, or no time. */
  readonly clock: string | null;
  readonly as_of: IsoInstant | null;
  readonly target: Pick<Target, 'op' | 'value'>;
  readonly value: number | null;
  readonly interval: IntervalReport | null;
  readonly verdict: Verdict;
  readonly reason: string;
  /** What `missed` counts, and `excess`: `occasions` that count against the promise, or a `sum` of values; null: neither. */
  readonly counts: 'occasions' | 'sum' | null;
  readonly cases: number;
  readonly kept: number | null;
  readonly missed: number | null;
  readonly pending: number;
  /** Misses that the target allows. */
  readonly allowed: number | null;
  /** The whole gap: what lies beyond that; below zero there is room. */
  readonly excess: number | null;
  /** Rows of all splits that were tested, and those of them that stand. */
  readonly tested: number;
  readonly standing: number;
  readonly summary: readonly string[];
  readonly causes: readonly WhyCause[];
  readonly reversals: readonly WhyReversal[];
  readonly splits: readonly WhySplit[];
  readonly change: WhyChange | null;
  readonly words: WhyWords | null;
  /** What could not be looked into, and what to add. */
  readonly notes: readonly string[];
}

export interface WhySplit {
  /** Names of crossed segments are joined by ` x `. */
  readonly by: string;
  readonly kind: 'segment' | 'pair' | 'time';
  /** Worst first: by excess. */
  readonly rows: readonly WhyRow[];
}

/** What a row, a cause and a word have in common. */
export interface Counts {
  readonly cases: number;
  /** null where values are summed. */
  readonly kept: number | null;
  readonly missed: number | null;
  readonly allowed: number | null;
  readonly excess: number | null;
  /** Of the whole gap, 0..1 and beyond where others have room; null where there is no gap. */
  readonly part: number | null;
}

export interface WhyRow extends Counts {
  readonly is: string;
  readonly pending: number;
  readonly value: number | null;
  readonly interval: IntervalReport | null;
  readonly p: number | null;
  readonly p_adjusted: number | null;
  readonly stands: boolean | null;
  readonly worse: boolean | null;
  /** Of a pair; null for all else. */
  readonly beyond_its_parts: boolean | null;
  readonly sentence: string;
}

export interface WhyCause extends Counts {
  readonly kind: 'segment' | 'pair' | 'time' | 'word';
  readonly by: string;
  readonly is: string;
  readonly value: number | null;
  readonly p_adjusted: number | null;
  readonly sentence: string;
}

export interface WhyReversal {
  /** Over time: the whole moved one way, all values the other; across: the whole is worse, within no value it is. */
  readonly kind: 'time' | 'across';
  readonly by: string;
  readonly is: string | null;
  /** The segment that explains what is worse across. */
  readonly within: string | null;
  readonly sentence: string;
}

export interface WhyPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly value: number;
  readonly cases: number;
}

export interface WhyChange {
  readonly before: WhyPeriod;
  readonly after: WhyPeriod;
  /** false: periods lie between them that cannot be held against others. */
  readonly adjacent: boolean;
  readonly difference: number;
  readonly interval: IntervalReport | null;
  readonly beyond_chance: boolean | null;
  readonly splits: readonly {
    readonly by: string;
    readonly rate: number;
    readonly mix: number;
    readonly parts: readonly {
      readonly is: string;
      readonly cases_before: number;
      readonly value_before: number | null;
      readonly cases: number;
      readonly value: number | null;
      readonly rate: number | null;
      readonly mix: number;
    }[];
    readonly sentence: string;
  }[];
  readonly sentence: string;
}

export interface WhyWords {
  readonly column: string;
  readonly missed: number;
  readonly kept: number;
  readonly tested: number;
  readonly rare: number;
  /** Those that stand, by keyness; no other word of a customer is shown. */
  readonly rows: readonly WhyWord[];
  readonly sentence: string;
}

export interface WhyWord extends Counts {
  readonly word: string;
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number; readonly method: string };
  readonly keyness: number;
  readonly p_adjusted: number;
  /** The side in whose cases it is more frequent. */
  readonly more: 'missed' | 'kept' | null;
  readonly sentence: string;
}
