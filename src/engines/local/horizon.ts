import { type Batch, CellState, type MomentColumn } from '../../model/batch.ts';
import type { SourcePlan } from '../../model/plan.ts';
import type { Horizon } from '../../model/tally.ts';
import type { Instant } from '../../model/time.ts';
import { DAY_MS } from '../../vocabulary/time/civil.ts';
import { type Zone, zoneOf } from '../../vocabulary/time/zone.ts';

/** Finds how far the rows of a source go: over all rows, whatever becomes of them. A date means its end. */
export class HorizonFinder {
  readonly #events: readonly { readonly column: number; readonly zone: Zone; readonly begins: boolean }[];
  #event = Number.NEGATIVE_INFINITY;
  #before = Number.NEGATIVE_INFINITY;
  #at = Number.NEGATIVE_INFINITY;

  constructor({ events, beginnings, columns }: SourcePlan) {
    this.#events = events.map((column) => ({
      column,
      zone: zoneOf(columns[column]?.cell.zone || 'UTC'),
      begins: beginnings.includes(column),
    }));
  }

  add(batch: Batch): void {
    for (const { column: index, zone, begins } of this.#events) {
      const column = batch.columns[index];
      if (column?.kind !== 'moment') continue;
      this.#look(column, batch.rows, zone, begins);
    }
  }

  /** What does not lie after it changes nothing. */
  #least(begins: boolean): Instant {
    return begins ? Math.min(this.#before, this.#at) : this.#before;
  }

  #look({ values, states }: MomentColumn, rows: number, zone: Zone, begins: boolean): void {
    const slack = states.includes(CellState.DATE) ? DAY_AND_CHANGE : 0;
    let least = this.#least(begins) - slack;
    // Exports run in rough order of time: from the end on, hardly a row is newer than those before.
    for (let row = rows - 1; row >= 0; row -= 1) {
      const value = values[row] ?? Number.NaN;
      if (!(value > least)) continue;
      const state = states[row];
      if (state === CellState.VALUE) this.#offer(value, begins);
      else if (state === CellState.DATE) this.#offer(zone.endOfDay(zone.dayOf(value)), begins);
      least = this.#least(begins) - slack;
    }
  }

  #offer(instant: Instant, begins: boolean): void {
    if (instant > this.#event) {
      this.#before = this.#event;
      this.#event = instant;
    } else if (instant > this.#before) this.#before = instant;
    if (begins && instant > this.#at) this.#at = instant;
  }

  /** Adds what later rows tell. */
  absorb(later: HorizonFinder): void {
    const newest = [this.#event, this.#before, later.#event, later.#before].sort((a, b) => b - a);
    this.#event = newest[0] ?? this.#event;
    this.#before = newest[1] ?? this.#before;
    this.#at = Math.max(this.#at, later.#at);
  }

  get horizon(): Horizon {
    return { event: known(this.#event), before: known(this.#before), at: known(this.#at) };
  }
}

/** The longest day that a clock change makes, and more. */
const DAY_AND_CHANGE = 2 * DAY_MS;

function known(instant: Instant): Instant | null {
  return instant === Number.NEGATIVE_INFINITY ? null : instant;
}
