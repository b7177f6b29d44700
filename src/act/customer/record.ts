import type { MeasureKind } from '../../model/measure.ts';
import type { GapReport, IsoInstant } from '../../model/report.ts';
import type { Unit } from '../../model/target.ts';

/** What became of one occasion for one promise; `excluded`: the promise does not apply to it. */
export const outcomes = ['kept', 'missed', 'pending', 'excluded', 'unreadable'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a missed occasion is made good with. */
export interface OwedRemedy {
  readonly text: string;
  /** `customer`: once a promise and channel, with the first missed occasion. */
  readonly per: 'occasion' | 'customer';
  /** What it costs the brand; null where the promise file does not say. */
  readonly cost: { readonly amount: number; readonly currency: string } | null;
}

/** One occasion as one promise has it. */
export interface RecordOccasion {
  /**
   * Counted from 1 in the order of the record: occasions of several promises that share it are the same row of an
   * export, or with `repeats: all` the same case.
   */
  readonly contact: number;
  readonly promise: string;
  readonly channel: string;
  /** As in the export; null where the channel names no case. */
  readonly case: string | null;
  /** When it began, as in the export; null where the channel bears no time. */
  readonly at: string | null;
  /** The same as an instant by the clock of the channel, or as a date where the export has no time of day. */
  readonly began: IsoInstant | null;
  readonly outcome: Outcome;
  /** Of a missed one how far beyond, of a pending one what is left, in `unit`; null where there is no such length. */
  readonly over: number | null;
  readonly left: number | null;
  readonly unit: Unit | null;
  /** Of a pending one of `kept_when` its deadline, by the clock of the channel. */
  readonly due: IsoInstant | null;
  readonly owed: OwedRemedy | null;
  /** Where it stands in the exports. */
  readonly file: string;
  readonly line: number;
}

/** How a promise is judged on one channel on which the person could have an occasion. */
export interface RecordPledge {
  readonly channel: string;
  readonly measure: MeasureKind;
  /** What decides, in words. */
  readonly formula: string;
  /** Calendar by which its lengths are counted; null: real time, or no time. */
  readonly clock: string | null;
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

export interface RecordPromise {
  readonly promise: string;
  readonly says: string;
  readonly counts: OutcomeCounts;
  readonly pledges: readonly RecordPledge[];
}

/** A channel on which nobody can be followed, and the promises that are not told there. */
export interface RecordBlindSpot {
  readonly channel: string;
  readonly reason: string;
  readonly promises: readonly string[];
}

/** One person's record across all channels and promises. */
export interface CustomerRecord {
  readonly saydo: string;
  readonly brand: string;
  readonly as_of: IsoInstant | null;
  readonly window: GapReport['window'];
  /** As it was asked for. */
  readonly customer: string;
  /** How many there are, each once however many promises it is an occasion of. */
  readonly contacts: number;
  readonly counts: OutcomeCounts;
  /** By currency, in the order of code units. */
  readonly owed: readonly { readonly currency: string; readonly amount: number }[];
  /** In the order of the promise file; those that the person has no occasion of have counts of 0. */
  readonly promises: readonly RecordPromise[];
  /** By when they began, then as the exports have them; those without a time come last. */
  readonly occasions: readonly RecordOccasion[];
  readonly blind_spots: readonly RecordBlindSpot[];
  /** Ids written alike, the nearest first; null where they were not asked for. */
  readonly suggestions: readonly string[] | null;
}
