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

interface CellTerms {
  readonly channel: ChannelPlan;
  readonly columns: readonly ColumnPlan[];
  readonly memo: SourceMemo;
  /** The explicit as_of of the plan. */
  readonly asOf: Instant | null;
  /** What is open is settled by it. */
  readonly until: Instant | null;
  /** The rows of a case are one occasion. */
  readonly folds: boolean;
}

/** Stands among fates that do not follow from the code alone. */
const ASKED = 7;

/** What became of a case or a row, and how far beyond, as in `OccasionCell`. */
interface Told {
  readonly fate: number;
  readonly beyond: number;
}

/** One promise over the occasions of a channel: what became of each, and how far beyond. */
export class SelectedCell {
  readonly compiled: CompiledCell;
  readonly #until: Instant | null;
  readonly #lateness: EvaluateLateness | null;
  readonly #levels: ((batch: Batch) => LevelFates) | null;
  readonly #counter: OutcomeCounter | null;
  /** By the code of a row: what became of it. */
  readonly #fateOf: Uint8Array;
  #fates = new Uint8Array(0);
  #beyond = new Float64Array(0);

  constructor(plan: CellPlan, target: Target, { channel, columns, memo, asOf, until, folds }: CellTerms) {
    this.compiled = new CompiledCell(plan, { channel, columns, asOf, memo, folds, page: null });
    this.#until = until;
    const { measure } = plan;
    const { counter } = this.compiled;
    this.#counter = counter instanceof OutcomeCounter ? counter : null;
    const context = { columns, place: 'kept_when', asOf, memo: memo.conditions } as const;
    this.#lateness = measure.kind === 'kept_when' ? compileLateness(measure.condition, context) : null;
    this.#levels =
      this.#counter === null
        ? levelFates(measure, memo.observe(measure), { target, asOf: until, zone: zoneOf(channel.zone) })
        : null;
    // What is counted may be what was not to happen.
    const isBad = measure.kind !== 'kept_when' && target.op === '<=';
    this.#fateOf = fatesByCode(this.#counter === null ? 'levels' : isBad ? 'bad' : 'good');
  }

  /** There may be a length by which what it misses is too late. */
  get hasLateness(): boolean {
    return this.#lateness !== null;
  }

  /** What became of the first `count` of some rows, each taken for itself; scratch. */
  of(batch: Batch, occasions: Rows, codes = this.compiled.codes(batch, occasions)): OccasionCell {
    const { count, rows } = occasions;
    if (this.#fates.length < count) {
      this.#fates = new Uint8Array(rows.length);
      this.#beyond = new Float64Array(rows.length);
    }
    const [fates, beyond, fateOf] = [this.#fates, this.#beyond, this.#fateOf];
    let met = 0;
    for (let index = 0; index < count; index += 1) {
      const fate = fateOf[codes[rows[index] ?? 0] ?? 0] ?? 0;
      fates[index] = fate;
      met |= 1 << fate;
    }
    beyond.fill(Number.NaN, 0, count);
    if ((met & ((1 << ASKED) | (1 << Fate.MISSED))) !== 0) this.#ask(batch, occasions, codes);
    return { fates: fates.subarray(0, count), beyond: beyond.subarray(0, count) };
  }

  #ask(batch: Batch, { count, rows }: Rows, codes: Uint8Array): void {
    const [fates, beyond] = [this.#fates, this.#beyond];
    const levels = this.#levels?.(batch) ?? null;
    const late = this.#lateness?.(batch) ?? null;
    for (let index = 0; index < count; index += 1) {
      const fate = fates[index] ?? 0;
      if (fate !== ASKED && fate !== Fate.MISSED) continue;
      const row = rows[index] ?? 0;
      const code = codes[row] ?? 0;
      if (levels !== null) {
        const own = levels.fate(row, isOpen(code));
        fates[index] = own;
        if (own !== Fate.KEPT) beyond[index] = levels.beyond(row, isOpen(code));
        continue;
      }
      const due = fate === ASKED ? (this.#counter?.dueAt(row) ?? Number.NaN) : Number.NaN;
      const own = fate === ASKED ? this.#settled(code, due) : fate;
      fates[index] = own;
      if (own === Fate.PENDING) beyond[index] = this.#left(due);
      else if (own === Fate.MISSED && late !== null) beyond[index] = late(row, this.#until);
    }
  }

  /** What an outcome with its deadline comes to: of a case that is missed how far beyond is told of its rows alone. */
  told(code: number, due: Instant): Told {
    const fate = this.#fateOf[code] ?? 0;
    const own = fate === ASKED ? this.#settled(code, due) : fate;
    return { fate: own, beyond: own === Fate.PENDING ? this.#left(due) : Number.NaN };
  }

  /** Of the rows of a batch that levels are taken of, given their codes. */
  toldLevels(batch: Batch, codes: Uint8Array): (row: number) => Told {
    const levels = this.#levels?.(batch) ?? null;
    return (row) => {
      const code = codes[row] ?? 0;
      const fate = this.#fateOf[code] ?? 0;
      if (fate !== ASKED || levels === null) return { fate, beyond: Number.NaN };
      const own = levels.fate(row, isOpen(code));
      return { fate: own, beyond: own === Fate.KEPT ? Number.NaN : levels.beyond(row, isOpen(code)) };
    };
  }

  #settled(code: number, due: Instant): number {
    const outcome = this.#until === null ? null : settled(code, due, this.#until);
    return outcome === null ? Fate.PENDING : (this.#fateOf[outcome] ?? 0);
  }

  #left(due: Instant): number {
    const left = this.#until === null ? Number.NaN : due - this.#until;
    return Number.isFinite(left) ? left / 1000 : Number.NaN;
  }
}

/** A table, since what a row comes to is as good as random, and a branch on it is guessed wrong time and again. */
function fatesByCode(kind: 'good' | 'bad' | 'levels'): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, code) => {
    if (code === FILTERED) return Fate.FILTERED;
    if (isOpen(code)) return ASKED;
    if (isUnreadable(code)) return Fate.UNREADABLE;
    if (code === Outcome.EXCLUDED) return Fate.EXCLUDED;
    if (kind === 'levels') return ASKED;
    return (code === Outcome.MISSED) === (kind === 'bad') ? Fate.KEPT : Fate.MISSED;
  });
}
