import { plain } from './plain.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

interface Day {
  readonly year: string;
  readonly month: string;
  readonly day: number;
  /** The last of its month. */
  readonly last: boolean;
}

function read(date: string): Day | null {
  const [, year = '', month = '', day = ''] = /^(\d{4,6})-(\d\d)-(\d\d)/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return null;
  const next = new Date(0);
  next.setUTCFullYear(Number(year), Number(month) - 1, Number(day) + 1);
  return { year, month: name, day: Number(day), last: next.getUTCDate() === 1 };
}

/** `1 May 2026`; what is no date stays as it is. */
export function day(date: string): string {
  const known = read(date);
  return known === null ? plain(date) : `${known.day} ${known.month} ${known.year}`;
}

/** `31 Mar 2026, 18:04`, in the zone that the instant is written in. */
export function instant(text: string): string {
  const time = /T(\d\d:\d\d)/.exec(text)?.[1];
  return time === undefined ? day(text) : `${day(text)}, ${time}`;
}

/** `1 Jan to 31 Mar 2026`: what both ends share is said once. */
export function span(from: string, to: string): string {
  const first = read(from);
  const second = read(to);
  if (first === null || second === null) return plain(`${from} to ${to}`);
  if (from === to) return day(from);
  if (first.year !== second.year) return `${day(from)} to ${day(to)}`;
  return first.month === second.month ? `${first.day} to ${day(to)}` : `${first.day} ${first.month} to ${day(to)}`;
}

/** The window of a report in words. */
export function windowText(window: { readonly from: string | null; readonly to: string | null }): string {
  if (window.from !== null && window.to !== null) return span(window.from, window.to);
  if (window.from !== null) return `from ${day(window.from)}`;
  return window.to === null ? 'all rows' : `to ${day(window.to)}`;
}

/** First and last of a row of periods, as short as they can be told: `Jan`, `Mar`; `5 Jan`, `29 Mar`; `Nov 25`, `Feb 26`. */
export function ends(from: string, to: string): readonly [string, string] {
  const first = read(from);
  const second = read(to);
  if (first === null || second === null) return [plain(from), plain(to)];
  const whole = first.day === 1 && second.last && first.month !== second.month;
  const label = (at: Day): string =>
    `${whole ? '' : `${at.day} `}${at.month}${first.year === second.year ? '' : ` ${at.year.slice(-2)}`}`;
  return [label(first), label(second)];
}

/** A period by its name: `Jan 2026`, else its days. */
export function period(from: string, to: string): string {
  const first = read(from);
  const second = read(to);
  if (first === null || second === null) return plain(`${from} to ${to}`);
  const month = first.day === 1 && second.last && first.month === second.month && first.year === second.year;
  return month ? `${first.month} ${first.year}` : span(from, to);
}
