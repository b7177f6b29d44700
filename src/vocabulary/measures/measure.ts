import type { Batch } from '../../model/batch.ts';
import type {
  Count,
  Difference,
  Distinct,
  KeptWhen,
  Max,
  Mean,
  MeasureKind,
  Min,
  Nps,
  QuantileKey,
  QuantileOf,
  Rate,
  Ratio,
  Sum,
  TallyOf,
} from '../../model/measure.ts';
import type { Path, Raw } from '../../model/raw.ts';
import type { OpenCases } from '../../model/tally.ts';
import type { Target, Unit } from '../../model/target.ts';
import type { CompileContext, Outcomes } from '../conditions/index.ts';
import type { Draft, Reading, Settled } from '../reading.ts';
import type { MakeSchema } from '../zod.ts';
import type { Figure, FigureContext, Sample, SampleKind } from './sample.ts';

/** Every measure by its kind. */
interface ByKind<R> extends Record<QuantileKey, QuantileOf<R>> {
  readonly kept_when: KeptWhen<R>;
  readonly count: Count<R>;
  readonly rate: Rate<R>;
  readonly tally: TallyOf<R>;
  readonly mean: Mean<R>;
  readonly sum: Sum<R>;
  readonly min: Min<R>;
  readonly max: Max<R>;
  readonly distinct: Distinct<R>;
  readonly ratio: Ratio<R>;
  readonly nps: Nps<R>;
  readonly difference: Difference<R>;
}
export type MeasureOf<K extends MeasureKind, R> = ByKind<R>[K];

/**
 * What a measure makes of the rows of a batch; the arrays are scratch. Codes are those of `Outcome`: KEPT for a value
 * that enters, OPEN_MISSED for what has not ended, EXCLUDED, or why it could not be read.
 */
export type Observe =
  | { readonly kind: 'outcomes'; readonly run: (batch: Batch) => Outcomes }
  | { readonly kind: 'values' | 'moments'; readonly run: (batch: Batch) => Levels }
  | { readonly kind: 'counts'; readonly run: (batch: Batch) => Counted }
  | { readonly kind: 'ids'; readonly run: (batch: Batch) => Ids };

export interface Levels {
  readonly codes: Uint8Array;
  /** In the unit of the operand: shares, seconds, numbers. */
  readonly values: Float64Array;
  /** Of what has not ended; null: nothing can be open. */
  readonly open: OpenLevels | null;
}

/** As in `OpenCases`, a row each. */
export type OpenLevels = Pick<OpenCases, 'start' | 'pause' | 'wholeDays'>;

export interface Counted {
  readonly codes: Uint8Array;
  readonly kept: Float64Array;
  readonly of: Float64Array;
}

export interface Ids {
  readonly codes: Uint8Array;
  /** Four words a row. */
  readonly hashes: Uint32Array;
}

/** For the page of measures, and for editors. */
export interface Teaching {
  /** One sentence. */
  readonly what: string;
  /** Why a brand cares, and when to take another. */
  readonly why: string;
  readonly formula: string;
  /** Of the formula, and of its interval. */
  readonly source: string;
}

/** A file of a few rows that can be followed by hand; held by a test. */
export interface WorkedExample {
  /** Lines of the promise file under the promise: `median: wait`, `target: at most 5m`. */
  readonly promise: readonly string[];
  /** Further lines under the channel `desk`, such as `columns: { wait: { column: Wait, unit: minutes } }`. */
  readonly channel: readonly string[];
  /** The export, CSV. */
  readonly rows: readonly string[];
  /** A second channel, for a ratio. */
  readonly other?: { readonly name: string; readonly rows: readonly string[] };
  readonly value: number;
  readonly interval: { readonly low: number | null; readonly high: number | null } | null;
  /** How the value comes about, in words and figures. */
  readonly because: string;
}

/** One measure, all that is to be said about it: how it is written, what it reads, what it comes to. */
export interface MeasureDefinition<K extends MeasureKind> {
  readonly kind: K;
  readonly teaches: Teaching;
  readonly example: WorkedExample;
  /** Shape of the value, for the JSON Schema. */
  readonly schema: MakeSchema;
  /** Directions that a target may have, and its unit; null: that of the operand. */
  readonly target: { readonly ops: readonly Target['op'][]; readonly unit: Unit | null };
  /** It estimates, and has an interval; else it tells what happened. */
  readonly hasInterval: boolean;
  /** It grows with the number of occasions: a period or a segment is not held against the target of the whole. */
  readonly additive: boolean;
  /** Lowest value there can be; null: there is none. */
  readonly bottom: number | null;
  /** Reads the value at `path`; faults are reported. `unit` is that of the target, where it is known. */
  readonly read: (raw: Raw, path: Path, reading: Reading, unit: Unit | null) => Draft<MeasureOf<K, string>>;
  /** Unit of the value, once the types of the columns are known. */
  readonly unit: (measure: MeasureOf<K, string>, settled: Settled) => Unit;
  /** The formula in words. */
  readonly words: (measure: MeasureOf<K, string>) => string;
  /** How it runs over columns; null for a ratio, whose parts are counted each for itself. */
  readonly compile: ((measure: MeasureOf<K, number>, context: CompileContext) => Observe) | null;
  readonly sample: SampleKind;
  readonly figure: (sample: Sample, measure: MeasureOf<K, string>, context: FigureContext) => Figure;
}
