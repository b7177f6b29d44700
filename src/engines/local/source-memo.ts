import { type Batch, CellState } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { Condition } from '../../model/condition.ts';
import type { Measure } from '../../model/measure.ts';
import type { SourcePlan } from '../../model/plan.ts';
import type { Instant } from '../../model/time.ts';
import { compileCondition, type Evaluate, Memo, moments, once } from '../../vocabulary/conditions/index.ts';
import { type Observe, observe } from '../../vocabulary/measures/index.ts';
import { zoneOf } from '../../vocabulary/time/zone.ts';
import { asOfThen } from './later.ts';

type Then = (batch: Batch) => Batch;
type Days = (batch: Batch) => Int32Array;

/**
 * What the channels and promises of one source ask alike of a batch, worked out once. Nothing here outlives its batch
 * but what follows from the plan alone, so that a reading given up half-way leaves nothing behind.
 */
export class SourceMemo {
  readonly #columns: readonly ColumnPlan[];
  readonly #asOf: Instant | null;
  readonly conditions = new Memo<Evaluate>();
  readonly #measures = new Memo<Observe>();
  readonly #thens = new Memo<Then>();
  readonly #days = new Memo<Days>();

  private constructor(columns: readonly ColumnPlan[], asOf: Instant | null) {
    this.#columns = columns;
    this.#asOf = asOf;
  }

  static readonly #all = new WeakMap<SourcePlan, Map<Instant | null, SourceMemo>>();

  /** The one of a source at an explicit as_of; null: none. */
  static of(source: SourcePlan, asOf: Instant | null): SourceMemo {
    const known = SourceMemo.#all.get(source) ?? new Map<Instant | null, SourceMemo>();
    SourceMemo.#all.set(source, known);
    const memo = known.get(asOf) ?? new SourceMemo(source.columns, asOf);
    known.set(asOf, memo);
    return memo;
  }

  where(condition: Condition<number>): Evaluate {
    const [columns, asOf, memo] = [this.#columns, this.#asOf, this.conditions];
    return compileCondition(condition, { columns, place: 'where', asOf, memo });
  }

  observe(measure: Measure<number>): Observe {
    const [columns, asOf, memo] = [this.#columns, this.#asOf, this.conditions];
    return this.#measures.of(measure, () => eachOnce(observe(measure, { columns, place: 'kept_when', asOf, memo })));
  }

  /** A batch as it stood at the as_of. */
  asItStood(events: readonly number[], at: number | null): Then {
    return this.#thens.of([events, at], () => once((batch) => asOfThen(batch, events, at, this.#asOf)));
  }

  /** The local day of each moment of a column; scratch, and without meaning where there is no moment. */
  days(column: number, zone: string): Days {
    return this.#days.of([column, zone], () => once(daysOf(column, zone)));
  }
}

function eachOnce(seen: Observe): Observe {
  switch (seen.kind) {
    case 'outcomes':
      return { kind: seen.kind, run: once(seen.run) };
    case 'values':
    case 'moments':
      return { kind: seen.kind, run: once(seen.run) };
    case 'counts':
      return { kind: seen.kind, run: once(seen.run) };
    case 'ids':
      return { kind: seen.kind, run: once(seen.run) };
  }
}

function daysOf(column: number, name: string): Days {
  const zone = zoneOf(name);
  let days = new Int32Array(0);
  return (batch) => {
    const { values, states } = moments(batch, column);
    if (days.length < batch.rows) days = new Int32Array(batch.rows);
    for (let row = 0; row < batch.rows; row += 1) {
      const state = states[row];
      if (state === CellState.VALUE || state === CellState.DATE) days[row] = zone.dayOf(values[row] ?? Number.NaN);
    }
    return days;
  };
}
