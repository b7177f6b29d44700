import { type Batch, CellState } from '../../model/batch.ts';
import type { SourcePlan } from '../../model/plan.ts';
import type { Horizon } from '../../model/tally.ts';
import type { Instant } from '../../model/time.ts';
import { DAY_MS } from '../../vocabulary/time/civil.ts';
import { zoneOf } from '../../vocabulary/time/zone.ts';

/** Finds how far the rows of a source go: over all rows, whatever becomes of them. A date means its end. */
export class HorizonFinder {
  readonly #source: SourcePlan;
  #event = Number.NEGATIVE_INFINITY;
  #before = Number.NEGATIVE_INFINITY;
  #at = Number.NEGATIVE_INFINITY;

  constructor(source: SourcePlan) {
    this.#source = source;
  }

  add(batch: Batch): void {
    for (const index of this.#source.events) {
      const column = batch.columns[index];
      if (column?.kind !== 'moment') continue;
      const zone = zoneOf(this.#source.columns[index]?.cell.zone || 'UTC');
      const begins = this.#source.beginnings.includes(index);
      for (let row = 0; row < batch.rows; row += 1) {
        const state = column.states[row];
        if (state !== CellState.VALUE && state !== CellState.DATE) continue;
        const value = column.values[row] ?? Number.NaN;
        // What cannot become one of the two newest, also at the end of its day, is passed over at once.
        if (value + DAY_AND_CHANGE < this.#before && (!begins || value + DAY_AND_CHANGE < this.#at)) continue;
        const instant = state === CellState.DATE ? zone.endOfDay(zone.dayOf(value)) : value;
        if (instant > this.#event) {
          this.#before = this.#event;
          this.#event = instant;
        } else if (instant > this.#before) this.#before = instant;
        if (begins && instant > this.#at) this.#at = instant;
      }
    }
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
