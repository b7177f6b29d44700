import type { Calendar, OpenSpan } from '../../model/calendar.ts';
import type { DayNumber } from '../../model/time.ts';
import { DAY_MS, weekday } from './civil.ts';

/** The spans that start on a local day: in order, apart from each other. */
export type SpansOn = (day: DayNumber) => readonly OpenSpan[];

/** A calendar's hours by day, made ready to be asked. A span begins within its day. */
export class Hours {
  /** Days with hours other than their weekday's: overrides, and the holidays that none outranks. */
  readonly special: ReadonlyMap<DayNumber, readonly OpenSpan[]>;
  /** Milliseconds from its day's midnight to the latest closing time of all. */
  readonly reach: number;
  /** Days after its own that a span may run into. */
  readonly spill: number;
  readonly #week: readonly (readonly OpenSpan[])[];

  constructor(calendar: Calendar) {
    this.#week = calendar.week.map(merged);
    const special = new Map<DayNumber, readonly OpenSpan[]>(calendar.holidays.map((day) => [day, []]));
    for (const { day, spans } of calendar.overrides) special.set(day, merged(spans));
    this.special = special;
    this.reach = [...this.#week, ...special.values()].flat().reduce((most, { to }) => Math.max(most, to), 0);
    this.spill = Math.max(0, Math.ceil(this.reach / DAY_MS) - 1);
  }

  readonly on: SpansOn = (day) => this.special.get(day) ?? this.usual(day);

  /** What the weekday alone says. */
  readonly usual: SpansOn = (day) => this.#week[weekday(day)] ?? [];

  /** Whether no wall clock is ever outside opening hours. */
  isAlways(): boolean {
    for (let day = 0; day < 7; day += 1) if (!this.#fills(day, this.usual)) return false;
    for (const day of this.special.keys()) {
      for (let after = 0; after <= this.spill; after += 1) if (!this.#fills(day + after, this.on)) return false;
    }
    return true;
  }

  #fills(day: DayNumber, spansOn: SpansOn): boolean {
    let filled = 0;
    for (let before = this.spill; before >= 0; before -= 1) {
      for (const { from, to } of spansOn(day - before)) {
        if (from - before * DAY_MS <= filled) filled = Math.max(filled, to - before * DAY_MS);
      }
    }
    return filled >= DAY_MS;
  }
}

/** Whether nothing starts on any weekday, nor on a day with hours of its own. */
export function neverOpens(calendar: Calendar): boolean {
  return [...calendar.week, ...calendar.overrides.map(({ spans }) => spans)].every(
    (spans) => merged(spans).length === 0,
  );
}

function merged(spans: readonly OpenSpan[]): readonly OpenSpan[] {
  const result: OpenSpan[] = [];
  for (const span of spans.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || last.to < span.from) result.push(span);
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return result;
}
