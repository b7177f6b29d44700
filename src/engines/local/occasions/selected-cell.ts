import type { Batch } from '../../../model/batch.ts';
import type { ColumnPlan } from '../../../model/column.ts';
import { Fate, type OccasionCell } from '../../../model/engine.ts';
import type { CellPlan, ChannelPlan } from '../../../model/plan.ts';
import type { Target } from '../../../model/target.ts';
import type { Instant } from '../../../model/time.ts';
import {
  compileLateness,
  type EvaluateLateness,
  isOpen,
  isUnreadable,
  Outcome,
  settled,
} from '../../../vocabulary/conditions/index.ts';
import { zoneOf } from '../../../vocabulary/time/zone.ts';
import { CompiledCell } from '../compiled-cell.ts';
import { FILTERED, type Rows } from '../counters/cell-counter.ts';
import { OutcomeCounter } from '../counters/outcomes.ts';
import type { SourceMemo } from '../source-memo.ts';
import { type LevelFates, levelFates } from './level-fates.ts';

interface Options {
  readonly channel: ChannelPlan;
  readonly columns: readonly ColumnPlan[];
  readonly memo: SourceMemo;
  /** The explicit as_of of the plan. */
  readonly asOf: Instant | null;
  /** What is open is settled by it. */
  readonly until: Instant | null;
}

/** One promise over the occasions of a channel: what became of each, and how far beyond. */
export class SelectedCell {
  readonly #cell: CompiledCell;
  readonly #until: Instant | null;
  readonly #lateness: EvaluateLateness | null;
  readonly #levels: LevelFates | null;
  /** What is counted is what was not to happen. */
  readonly #isBad: boolean;

  constructor(plan: CellPlan, target: Target, { channel, columns, memo, asOf, until }: Options) {
    this.#cell = new CompiledCell(plan, { channel, columns, asOf, memo, folds: false, page: null });
    this.#until = until;
    const { measure } = plan;
    this.#isBad = measure.kind !== 'kept_when' && target.op === '<=';
    this.#lateness =
      measure.kind === 'kept_when'
        ? compileLateness(measure.condition, { columns, place: 'kept_when', asOf, memo: memo.conditions })
        : null;
    this.#levels =
      this.#cell.counter instanceof OutcomeCounter
        ? null
        : levelFates(measure, memo.observe(measure), { target, asOf: until, zone: zoneOf(channel.zone) });
  }

  /** What became of the first `count` of some rows. */
  of(batch: Batch, occasions: Rows): OccasionCell {
    const { count, rows } = occasions;
    const codes = this.#cell.codes(batch, occasions);
    const fates = new Uint8Array(count);
    const beyond = new Float64Array(count).fill(Number.NaN);
    const levels = this.#levels?.(batch) ?? null;
    const late = this.#lateness?.(batch) ?? null;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      const code = codes[row] ?? 0;
      if (code === FILTERED) fates[index] = Fate.FILTERED;
      else if (isUnreadable(code)) fates[index] = Fate.UNREADABLE;
      else if (code === Outcome.EXCLUDED) fates[index] = Fate.EXCLUDED;
      else if (levels !== null) {
        const known = levels(row, isOpen(code));
        fates[index] = known.fate;
        beyond[index] = known.beyond;
      } else {
        const fate = this.#settled(code, row);
        fates[index] = fate;
        if (fate === Fate.MISSED && late !== null) beyond[index] = late(row, this.#until);
        if (fate === Fate.PENDING) beyond[index] = this.#left(row);
      }
    }
    return { fates, beyond };
  }

  #settled(code: number, row: number): number {
    const outcome = isOpen(code) ? this.#after(code, row) : code;
    if (outcome === null) return Fate.PENDING;
    if (outcome === Outcome.EXCLUDED) return Fate.EXCLUDED;
    return (outcome === Outcome.MISSED) === this.#isBad ? Fate.KEPT : Fate.MISSED;
  }

  #after(code: number, row: number): number | null {
    return this.#until === null ? null : settled(code, this.#dueAt(row), this.#until);
  }

  #dueAt(row: number): Instant {
    const { counter } = this.#cell;
    return counter instanceof OutcomeCounter ? counter.dueAt(row) : Number.NaN;
  }

  #left(row: number): number {
    const left = this.#until === null ? Number.NaN : this.#dueAt(row) - this.#until;
    return Number.isFinite(left) ? left / 1000 : Number.NaN;
  }
}
