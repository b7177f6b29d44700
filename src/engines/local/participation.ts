import { type Batch, CellState } from '../../model/batch.ts';
import type { ColumnPlan } from '../../model/column.ts';
import type { ChannelPlan } from '../../model/plan.ts';
import type { DayRange, Instant } from '../../model/time.ts';
import { compileCondition, type Evaluate, isUnreadable, Outcome } from '../../vocabulary/conditions/index.ts';
import { type Zone, zoneOf } from '../../vocabulary/time/zone.ts';

/** Why a row takes part or not; where several hold, the least. */
export const Part = {
  ENTERED: 0,
  OUTSIDE: 1,
  EXCEPTED: 2,
  FILTERED: 3,
  REPEATED: 4,
  UNDATED: 5,
  UNREADABLE: 6,
} as const;

/** Says of each row of a channel whether it takes part. */
export class Participation {
  readonly #channel: ChannelPlan;
  readonly #zone: Zone;
  readonly #window: DayRange | null;
  readonly #asOf: Instant | null;
  readonly #where: Evaluate | null;
  #wheres: Uint8Array | null = null;
  #batch: Batch | null = null;

  constructor(channel: ChannelPlan, columns: readonly ColumnPlan[], window: DayRange | null, asOf: Instant | null) {
    this.#channel = channel;
    this.#zone = zoneOf(channel.zone);
    this.#window = window;
    this.#asOf = asOf;
    this.#where = channel.where === null ? null : compileCondition(channel.where, { columns, place: 'where', asOf });
  }

  /** To be called once a batch, before its rows are asked for. */
  begin(batch: Batch): void {
    this.#batch = batch;
    this.#wheres = this.#where?.(batch).codes ?? null;
  }

  /** Whether `where` takes the row: KEPT, MISSED (filtered) or unreadable. */
  where(row: number): number {
    return this.#wheres?.[row] ?? Outcome.KEPT;
  }

  /** State of the row's `at`; VALUE where the channel bears no time. */
  atState(row: number): number {
    const at = this.#channel.at;
    const column = at === null ? undefined : this.#batch?.columns[at];
    return column?.kind === 'moment' ? (column.states[row] ?? CellState.BLANK) : CellState.VALUE;
  }

  at(row: number): number {
    const at = this.#channel.at;
    const column = at === null ? undefined : this.#batch?.columns[at];
    return column?.kind === 'moment' ? (column.values[row] ?? Number.NaN) : Number.NaN;
  }

  /** Local day of an instant, or null where the channel bears no time. */
  dayOf(at: Instant): number | null {
    return this.#channel.at === null ? null : this.#zone.dayOf(at);
  }

  /** Began after an explicit as_of: it has not come to pass. */
  isLater(at: Instant): boolean {
    return this.#asOf !== null && at > this.#asOf;
  }

  /** Part of a row, or of a case with its earliest `at`, by what `where` said of it. */
  classify(at: Instant, state: number, where: number): number {
    const dated = this.#channel.at !== null && (state === CellState.VALUE || state === CellState.DATE);
    if (dated) {
      if (this.isLater(at)) return Part.OUTSIDE;
      const day = this.#zone.dayOf(at);
      if (this.#window !== null && (day < this.#window.from || day > this.#window.to)) return Part.OUTSIDE;
      for (const { from, to } of this.#channel.except) if (day >= from && day <= to) return Part.EXCEPTED;
    }
    if (where === Outcome.MISSED) return Part.FILTERED;
    if (this.#channel.at !== null && state === CellState.BLANK) return Part.UNDATED;
    if (isUnreadable(where) || state === CellState.UNREADABLE) return Part.UNREADABLE;
    return Part.ENTERED;
  }
}
