import { type Batch, CellState, type IdColumn, type MomentColumn } from '../../model/batch.ts';
import type { ChannelPlan } from '../../model/plan.ts';
import type { DayNumber, DayRange, Instant } from '../../model/time.ts';
import { type Evaluate, isUnreadable, Outcome } from '../../vocabulary/conditions/index.ts';
import { type Zone, zoneOf } from '../../vocabulary/time/zone.ts';
import type { SourceMemo } from './source-memo.ts';

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

/** Stands among the parts of a batch: the row takes no part by itself, it belongs to a case (`repeats: all`). */
export const FOLDED = 7;

/** Says of each row of a channel whether it takes part. */
export class Participation {
  readonly #channel: ChannelPlan;
  readonly #zone: Zone;
  readonly #window: DayRange | null;
  readonly #asOf: Instant | null;
  readonly #where: Evaluate | null;
  readonly #daysOf: ((batch: Batch) => Int32Array) | null;
  /** Nothing but `where` keeps a dated row out. */
  readonly #isUnbounded: boolean;
  #wheres: Uint8Array | null = null;
  #days: Int32Array | null = null;
  #at: MomentColumn | null = null;
  #parts = new Uint8Array(0);
  #isSimple = false;

  constructor(channel: ChannelPlan, memo: SourceMemo, window: DayRange | null, asOf: Instant | null) {
    this.#channel = channel;
    this.#zone = zoneOf(channel.zone);
    this.#window = window;
    this.#asOf = asOf;
    this.#where = channel.where === null ? null : memo.where(channel.where);
    this.#daysOf = channel.at === null ? null : memo.days(channel.at, channel.zone);
    this.#isUnbounded = window === null && asOf === null && channel.except.length === 0;
  }

  /**
   * The part of each row of a batch; scratch. To be called once a batch, before its rows are asked for.
   *
   * @param superseded - rows that a newer one of their case supersedes, marked 1 (`repeats: latest`); null: none
   */
  begin(batch: Batch, superseded: Uint8Array | null): Uint8Array {
    const { at } = this.#channel;
    const column = at === null ? undefined : batch.columns[at];
    this.#at = column?.kind === 'moment' ? column : null;
    this.#days = this.#daysOf?.(batch) ?? null;
    this.#wheres = this.#where?.(batch).codes ?? null;
    if (this.#parts.length < batch.rows) this.#parts = new Uint8Array(batch.rows);
    this.#fill(this.#parts, batch.rows);
    this.#supersede(this.#parts, batch, superseded);
    return this.#parts;
  }

  /** Which copy of a case is the newest cannot be told where its `updated` cannot be read. */
  #supersede(parts: Uint8Array, batch: Batch, superseded: Uint8Array | null): void {
    const { updated, repeats } = this.#channel;
    const column = updated === null || repeats !== 'latest' ? undefined : batch.columns[updated];
    for (let row = 0; column?.kind === 'moment' && row < batch.rows; row += 1) {
      const cannotBeRead = column.states[row] === CellState.UNREADABLE;
      if (cannotBeRead && parts[row] === Part.ENTERED) parts[row] = Part.UNREADABLE;
    }
    for (let row = 0; superseded !== null && row < batch.rows; row += 1) {
      if (superseded[row] === 1) parts[row] = Part.REPEATED;
    }
  }

  /** Marks rows of the batch begun last that belong to a case: they take no part by themselves. */
  markFolded(cases: IdColumn, parts: Uint8Array, rows: number): void {
    for (let row = 0; row < rows; row += 1) {
      if (cases.states[row] === CellState.VALUE && this.#folds(row, parts[row] ?? 0)) parts[row] = FOLDED;
    }
  }

  /** Rows that `where` takes and that can be read belong to their case, but for those after an explicit as_of. */
  #folds(row: number, part: number): boolean {
    const { ENTERED, OUTSIDE, EXCEPTED, UNDATED } = Part;
    if (this.where(row) !== Outcome.KEPT || this.isLater(this.at(row))) return false;
    return part === ENTERED || part === UNDATED || part === OUTSIDE || part === EXCEPTED;
  }

  #fill(parts: Uint8Array, rows: number): void {
    const states = this.#at?.states ?? null;
    const wheres = this.#wheres;
    const table = this.#channel.at === null ? PART_TIMELESS : PART;
    let met = 0;
    for (let row = 0; row < rows; row += 1) {
      const where = wheres === null ? Outcome.KEPT : (wheres[row] ?? Outcome.KEPT);
      const state = states === null ? CellState.VALUE : (states[row] ?? CellState.BLANK);
      const part = table[where * STATES + state] ?? 0;
      parts[row] = part;
      met |= 1 << part;
    }
    this.#isSimple = this.#isUnbounded && (met & ~SIMPLE) === 0;
    if (!this.#isUnbounded && this.#at !== null && this.#days !== null) this.#bound(parts, rows, this.#at, this.#days);
  }

  /** Marks rows that the window, an exception or an explicit as_of keeps out. */
  #bound(parts: Uint8Array, rows: number, { values, states }: MomentColumn, days: Int32Array): void {
    const { except } = this.#channel;
    const from = this.#window?.from ?? Number.NEGATIVE_INFINITY;
    const to = this.#window?.to ?? Number.POSITIVE_INFINITY;
    const asOf = this.#asOf ?? Number.POSITIVE_INFINITY;
    for (let row = 0; row < rows; row += 1) {
      const state = states[row];
      if (state !== CellState.VALUE && state !== CellState.DATE) continue;
      const day = days[row] ?? 0;
      if ((values[row] ?? Number.NaN) > asOf || day < from || day > to) parts[row] = Part.OUTSIDE;
      else if (except.length > 0 && isExcepted(day, except)) parts[row] = Part.EXCEPTED;
    }
  }

  /** Each row enters or is filtered. */
  get isSimple(): boolean {
    return this.#isSimple;
  }

  /** Whether `where` takes the row: KEPT, MISSED (filtered) or unreadable. */
  where(row: number): number {
    return this.#wheres?.[row] ?? Outcome.KEPT;
  }

  /** State of the row's `at`; VALUE where the channel bears no time. */
  atState(row: number): number {
    return this.#at === null ? CellState.VALUE : (this.#at.states[row] ?? CellState.BLANK);
  }

  at(row: number): number {
    return this.#at === null ? Number.NaN : (this.#at.values[row] ?? Number.NaN);
  }

  /** Local day of each row that enters, or null where the channel bears no time. */
  get days(): Int32Array | null {
    return this.#days;
  }

  /** Local day of an instant, or null where the channel bears no time. */
  dayOf(at: Instant): DayNumber | null {
    return this.#channel.at === null ? null : this.#zone.dayOf(at);
  }

  /** Began after an explicit as_of: it has not come to pass. */
  isLater(at: Instant): boolean {
    return this.#asOf !== null && at > this.#asOf;
  }

  /** Part of a case with its earliest `at`: one that `where` takes. */
  ofCase(at: Instant, state: number): number {
    if (this.#channel.at !== null && (state === CellState.VALUE || state === CellState.DATE)) {
      if (this.isLater(at)) return Part.OUTSIDE;
      const day = this.#zone.dayOf(at);
      if (this.#window !== null && (day < this.#window.from || day > this.#window.to)) return Part.OUTSIDE;
      if (isExcepted(day, this.#channel.except)) return Part.EXCEPTED;
    }
    return (this.#channel.at === null ? PART_TIMELESS : PART)[Outcome.KEPT * STATES + state] ?? 0;
  }
}

function isExcepted(day: DayNumber, except: ChannelPlan['except']): boolean {
  for (const { from, to } of except) if (day >= from && day <= to) return true;
  return false;
}

const SIMPLE = (1 << Part.ENTERED) | (1 << Part.FILTERED);
const STATES = 4;
const CODES = 8;

/**
 * Part of a row that no day keeps out, by what `where` says and by the state of `at`: a table, since which rows
 * `where` takes is as good as random, and a branch on it is guessed wrong time and again.
 */
const PART = partTable(true);
const PART_TIMELESS = partTable(false);

function partTable(bearsTime: boolean): Uint8Array {
  return Uint8Array.from({ length: CODES * STATES }, (_, index) => {
    const where = Math.floor(index / STATES);
    const state = index % STATES;
    if (where === Outcome.MISSED) return Part.FILTERED;
    if (bearsTime && state === CellState.BLANK) return Part.UNDATED;
    return isUnreadable(where) || state === CellState.UNREADABLE ? Part.UNREADABLE : Part.ENTERED;
  });
}
