import { type Batch, CellState } from '../../model/batch.ts';
import type { SourcePlan } from '../../model/plan.ts';
import type { Horizon } from '../../model/tally.ts';
import type { Instant } from '../../model/time.ts';
import { zoneOf } from '../../vocabulary/time/zone.ts';

/** Finds how far the rows of a source go: over all rows, whatever becomes of them. A date means its end. */
export class HorizonFinder {
  readonly #source: SourcePlan;
  #event: Instant | null = null;
  #at: Instant | null = null;

  constructor(source: SourcePlan) {
    this.#source = source;
  }

  add(batch: Batch): void {
    for (const column of this.#source.events) {
      const newest = this.#newest(batch, column);
      if (newest === null) continue;
      if (this.#event === null || newest > this.#event) this.#event = newest;
      if (this.#source.beginnings.includes(column) && (this.#at === null || newest > this.#at)) this.#at = newest;
    }
  }

  #newest(batch: Batch, index: number): Instant | null {
    const column = batch.columns[index];
    if (column?.kind !== 'moment') return null;
    let instant = Number.NEGATIVE_INFINITY;
    let date = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < batch.rows; row += 1) {
      const state = column.states[row];
      const value = column.values[row] ?? Number.NaN;
      if (state === CellState.VALUE && value > instant) instant = value;
      else if (state === CellState.DATE && value > date) date = value;
    }
    if (date !== Number.NEGATIVE_INFINITY) {
      const zone = zoneOf(this.#source.columns[index]?.cell.zone ?? 'UTC');
      instant = Math.max(instant, zone.endOfDay(zone.dayOf(date)));
    }
    return instant === Number.NEGATIVE_INFINITY ? null : instant;
  }

  get horizon(): Horizon {
    return { event: this.#event, at: this.#at };
  }
}
