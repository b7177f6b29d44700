import { NO_PERIOD } from '../../model/tally.ts';
import type { DayNumber, PeriodGrain } from '../../model/time.ts';
import { periodStart } from '../../vocabulary/time/periods.ts';

/** Days that the table reaches to either side of the first one met: 11 years. */
const REACH = 4096;
const UNKNOWN = -1;

/** Numbers the combinations of periods, one a grain, that days lie in: worked out once a day. */
export class PeriodIndex {
  readonly #grains: readonly PeriodGrain[];
  readonly #byStarts = new Map<string, number>();
  /** First days by number, a list each. */
  readonly starts: (readonly DayNumber[])[] = [];
  #first: DayNumber | null = null;
  #earliest = Number.POSITIVE_INFINITY;
  #latest = Number.NEGATIVE_INFINITY;
  #near = new Int32Array(0);
  /** Days out of reach of the table. */
  readonly #far = new Map<DayNumber, number>();

  constructor(grains: readonly PeriodGrain[]) {
    this.#grains = grains;
  }

  /** Numbers of the days of the first `count` of `rows`; `days` is null where the channel bears no time. */
  numbers(days: Int32Array | null, rows: Int32Array, count: number, into: Int32Array): void {
    if (days === null) {
      if (count > 0) into.fill(this.#numberOf(null), 0, count);
      return;
    }
    let known = Number.NaN;
    let number = UNKNOWN;
    for (let index = 0; index < count; index += 1) {
      const day = days[rows[index] ?? 0] ?? 0;
      // Exports run in rough order of time.
      if (day !== known) {
        known = day;
        this.#note(day);
        number = this.#numberOf(day);
      }
      into[index] = number;
    }
  }

  /** The days asked for lie between these; the first is after the last where none was. */
  get range(): { readonly first: DayNumber; readonly last: DayNumber } {
    return { first: this.#earliest, last: this.#latest };
  }

  #note(day: DayNumber): void {
    if (day < this.#earliest) this.#earliest = day;
    if (day > this.#latest) this.#latest = day;
  }

  /** The number of a day's periods; null: the channel bears no time. */
  of(day: DayNumber | null): number {
    if (day !== null) this.#note(day);
    return this.#numberOf(day);
  }

  absorb(later: PeriodIndex): Int32Array {
    this.#earliest = Math.min(this.#earliest, later.#earliest);
    this.#latest = Math.max(this.#latest, later.#latest);
    return Int32Array.from(later.starts, (starts) => this.#ofStarts(starts));
  }

  #numberOf(day: DayNumber | null): number {
    if (day === null) return this.#ofStarts(this.#grains.map(() => NO_PERIOD));
    if (this.#first === null) {
      this.#first = day;
      this.#near = new Int32Array(REACH * 2).fill(UNKNOWN);
    }
    const offset = day - this.#first + REACH;
    const isNear = offset >= 0 && offset < this.#near.length;
    const known = isNear ? (this.#near[offset] ?? UNKNOWN) : (this.#far.get(day) ?? UNKNOWN);
    if (known !== UNKNOWN) return known;
    const number = this.#ofStarts(this.#grains.map((grain) => periodStart(grain, day)));
    if (isNear) this.#near[offset] = number;
    else this.#far.set(day, number);
    return number;
  }

  #ofStarts(starts: readonly DayNumber[]): number {
    const key = starts.join(' ');
    const known = this.#byStarts.get(key);
    if (known !== undefined) return known;
    this.#byStarts.set(key, this.starts.length);
    return this.starts.push(starts) - 1;
  }
}
