import { type Batch, CellState, type MomentColumn } from '../../model/batch.ts';
import type { SegmentPlan } from '../../model/plan.ts';
import { DAY_MS, twoDigits, weekday } from '../../vocabulary/time/civil.ts';
import { type Zone, zoneOf } from '../../vocabulary/time/zone.ts';
import { Labels } from './labels.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const HOUR_MS = 3_600_000;
const HOURS = 24;
const UNKNOWN = -1;

/** Label codes of one segment, from its column or from when a row began. */
export class SegmentReader {
  readonly labels = new Labels();
  readonly #segment: SegmentPlan;
  readonly #zone: Zone;
  /** Label by hour of the week: asked for once each. */
  readonly #ofHour = new Int32Array(7 * HOURS).fill(UNKNOWN);

  constructor(segment: SegmentPlan, zone: string) {
    this.#segment = segment;
    this.#zone = zoneOf(zone);
  }

  /** Codes for the first `count` of `rows`; `at` is null where the channel bears no time. */
  codes(batch: Batch, at: MomentColumn | null, rows: Int32Array, count: number, into: Int32Array): void {
    const { from, name } = this.#segment;
    if (typeof from === 'number') {
      const column = batch.columns[from];
      if (column?.kind !== 'text') throw new TypeError(`segment ${name} is no text`);
      this.labels.codesOf(column, rows, count, into);
      return;
    }
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      const state = at === null ? CellState.VALUE : (at.states[row] ?? CellState.BLANK);
      into[index] = this.#codeAt(at?.values[row] ?? Number.NaN, state);
    }
  }

  /** The code that follows from when a case began; null where it does not. */
  derived(at: number, state: number): number | null {
    return typeof this.#segment.from === 'number' ? null : this.#codeAt(at, state);
  }

  #codeAt(at: number, state: number): number {
    const { from } = this.#segment;
    // A date has no hour, but it has a weekday.
    if (state !== CellState.VALUE && !(state === CellState.DATE && from === 'weekday')) return 0;
    const local = this.#zone.toLocal(at);
    const day = Math.floor(local / DAY_MS);
    const hour = Math.floor((local - day * DAY_MS) / HOUR_MS);
    const slot = weekday(day) * HOURS + hour;
    const known = this.#ofHour[slot] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const name = WEEKDAYS[weekday(day)] ?? '';
    const hours = twoDigits(hour);
    const code = this.labels.code(from === 'hour' ? hours : from === 'weekday' ? name : `${name} ${hours}`);
    this.#ofHour[slot] = code;
    return code;
  }
}
