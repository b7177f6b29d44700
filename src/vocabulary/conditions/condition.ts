import type { Batch } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { LeafCondition } from '../../model/condition.ts';
import type { Path, Raw } from '../../model/raw.ts';
import type { Instant } from '../../model/time.ts';
import type { Draft, Reading } from '../reading.ts';
import type { Memo } from './memo.ts';
import type { Outcomes } from './outcome.ts';

export type LeafKind = LeafCondition<string>['kind'];
export type LeafOf<K extends LeafKind, R> = Extract<LeafCondition<R>, { readonly kind: K }>;

/** A condition ready to run over batches of one reading. */
export type Evaluate = (batch: Batch) => Outcomes;

export interface CompileContext {
  /** `SourcePlan.columns`, which the indexes in the condition point into. */
  readonly columns: readonly ColumnPlan[];
  /** In `where` a blank is the empty text and nothing is pending. */
  readonly place: Place;
  /** The explicit as_of: what lies after it has not come yet. null: the data's own, which nothing lies after. */
  readonly asOf: Instant | null;
  /**
   * Conditions compiled over the same columns and as_of: equal ones are one, and run once a batch. Left out: each is
   * compiled for itself.
   */
  readonly memo?: Memo<Evaluate>;
}

export type Place = 'kept_when' | 'where';

/** One form of condition on a column, all that is to be said about it: how it runs over columns, how it reads. */
export interface LeafDefinition<K extends LeafKind> {
  readonly kind: K;
  readonly compile: (leaf: LeafOf<K, number>, context: CompileContext) => Evaluate;
  /** The formula in words, columns by the names that the promise file gives them. */
  readonly words: (leaf: LeafOf<K, string>) => string;
}

/** What an operator or a companion takes, for the JSON Schema and for messages. */
export type ValueShape = 'value' | 'values' | 'span' | 'column' | 'calendar' | 'texts' | 'pattern';

/** A key such as `within` in `column: { within: 4h, of: opened }`: how a form of condition is written. */
export interface Operator {
  readonly key: string;
  readonly takes: ValueShape;
  /** Keys that may stand beside it and belong to it. */
  readonly companions: Readonly<Record<string, ValueShape>>;
  /** May it stand in `where`? What waits for an event only beside `blank`, which leaves nothing pending. */
  readonly inWhere: 'always' | 'with blank';
  /** For editors: one sentence. */
  readonly teaches: string;
  readonly read: (input: OperatorInput) => Draft<LeafCondition<string>>;
}

export interface OperatorInput {
  readonly key: string;
  /** The column before the colon. */
  readonly subject: string;
  readonly value: Raw;
  readonly companions: Readonly<Record<string, Raw | undefined>>;
  readonly blank: LeafCondition<string>['blank'];
  /** Where the condition on the column stands. */
  readonly path: Path;
  /** Where the operator's own value stands. */
  readonly valuePath: Path;
  readonly reading: Reading;
}
