import { CellState, type MomentColumn } from '../../../model/batch.ts';
import { DAY_MS, weekday } from '../../../vocabulary/time/civil.ts';
import { type Zone, zoneOf } from '../../../vocabulary/time/zone.ts';
import type { Rows } from '../counters/cell-counter.ts';

const HOUR_MS = 3_600_000;

/** Hours of the week lie below. */
export const HOURS_OF_WEEK = 7 * 24;

/** The hour of the week in which occasions began, by the clock of a zone: 0 is Monday's first, -1 stands for none. */
export class HoursOfWeek {
  readonly #zone: Zone;
  #hours = new Int32Array(0);

  constructor(zone: string) {
    this.#zone = zoneOf(zone);
  }

  /** A date has no hour. */
  at(instant: number, state: number): number {
    if (state !== CellState.VALUE) return -1;
    const local = this.#zone.toLocal(instant);
    const day = Math.floor(local / DAY_MS);
    return weekday(day) * 24 + Math.floor((local - day * DAY_MS) / HOUR_MS);
  }

  /** Of each of the rows, parallel to them; those that belong to a case have none by themselves. Scratch. */
  of(began: MomentColumn | null, { count, rows, groups }: Rows): Int32Array {
    if (this.#hours.length < count) this.#hours = new Int32Array(rows.length);
    const hours = this.#hours;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      const isCounted = began !== null && (groups[index] ?? -1) >= 0;
      hours[index] = isCounted ? this.at(began.values[row] ?? Number.NaN, began.states[row] ?? CellState.BLANK) : -1;
    }
    return hours;
  }
}
