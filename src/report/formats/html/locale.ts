import type { NumberStyle } from '../../numbers.ts';
import type { Span, Words } from './words/words.ts';

/** Dates and numbers as a language writes them, by Intl. */
export interface Locale {
  readonly numbers: NumberStyle;
  /** `31 January 2026`; what is no date stays as it is. */
  readonly day: (date: string) => string;
  /** `31 January 2026 at 18:04`, by the clock that the instant is written in. */
  readonly instant: (text: string) => string;
  /** `1–28 February 2026`, or the name of a whole month. */
  readonly period: (from: string, to: string) => string;
  /** The same as short as an axis can have it, without the year. */
  readonly shortDay: (date: string) => string;
  readonly span: (window: { readonly from: string | null; readonly to: string | null }) => Span;
  /** `08:00`, `8:00 AM` */
  readonly hour: (hour: number) => string;
}

const DATE = /^(\d{4,6})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/;

/** The written date and time as if they were UTC: Intl is to show them, not to move them. */
function read(text: string): Date | null {
  const [, year, month, day, hour = '0', minute = '0'] = DATE.exec(text) ?? [];
  if (year === undefined) return null;
  const moment = new Date(0);
  // Date.UTC takes the year 1 for 1901.
  moment.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  moment.setUTCHours(Number(hour), Number(minute));
  return Number.isNaN(moment.getTime()) ? null : moment;
}

const DAY_MS = 86_400_000;
const isLastOfMonth = (date: Date): boolean => new Date(date.getTime() + DAY_MS).getUTCDate() === 1;

/** @param lang - BCP 47 tag that Intl supports */
export function localeFor(lang: string, words: Words): Locale {
  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    // The days of a report are those of one calendar, whatever a language counts by at home.
    new Intl.DateTimeFormat(lang, { timeZone: 'UTC', calendar: 'gregory', ...options });
  const whole = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const month = dates({ month: 'long', year: 'numeric' });
  const year = dates({ year: 'numeric' });
  const short = dates({ day: 'numeric', month: 'short' });
  const clock = dates({ timeStyle: 'short' });

  const day = (text: string): string => {
    const date = read(text);
    return date === null ? text : whole.format(date);
  };
  const period = (from: string, to: string): string => {
    const [first, last] = [read(from), read(to)];
    if (first === null || last === null || last < first) return words.between(from, to);
    const isMonth = first.getUTCDate() === 1 && last.getTime() - first.getTime() < 31 * DAY_MS && isLastOfMonth(last);
    return isMonth ? month.format(first) : plainSpaces(whole.formatRange(first, last));
  };
  return {
    numbers: numbersOf(lang, words),
    day,
    period,
    instant: (text) => {
      const date = read(text);
      return date === null ? text : words.moment(whole.format(date), clock.format(date));
    },
    shortDay: (text) => {
      const date = read(text);
      return date === null ? text : short.format(date);
    },
    span: ({ from, to }) => {
      if (from === null && to === null) return { kind: 'all' };
      if (from === null) return { kind: 'to', text: day(to ?? '') };
      if (to === null) return { kind: 'from', text: day(from) };
      const [first, last] = [read(from), read(to)];
      const name = first === null || last === null ? null : named(first, last);
      if (name === null || first === null) return { kind: 'days', text: period(from, to) };
      const inYear = year.formatToParts(first).find(({ type }) => type === 'year')?.value ?? '';
      return name === 'year' ? { kind: 'year', year: inYear } : { kind: 'quarter', quarter: name, year: inYear };
    },
    hour: (at) => clock.format(new Date(Date.UTC(2026, 0, 5, at))),
  };
}

/** Thin blanks about a dash are not in every font. */
const plainSpaces = (text: string): string => text.replaceAll('\u2009', ' ');

/** The quarter that these days are, or the year. */
function named(first: Date, last: Date): 'year' | 1 | 2 | 3 | 4 | null {
  if (first.getUTCDate() !== 1 || !isLastOfMonth(last)) return null;
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  if (months === 12 && first.getUTCMonth() === 0) return 'year';
  const quarter = ([1, 2, 3, 4] as const).find((one) => first.getUTCMonth() === (one - 1) * 3);
  return months === 3 ? (quarter ?? null) : null;
}

function numbersOf(lang: string, words: Words): NumberStyle {
  const formats = new Map<number, Intl.NumberFormat>();
  const formatOf = (decimals: number): Intl.NumberFormat => {
    const known = formats.get(decimals);
    if (known !== undefined) return known;
    const made = new Intl.NumberFormat(lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formats.set(decimals, made);
    return made;
  };
  const minus = formatOf(0)
    .formatToParts(-1)
    .find(({ type }) => type === 'minusSign')?.value;
  const around = new Intl.NumberFormat(lang, { style: 'percent' }).formatToParts(0.5);
  const digits = around.findIndex(({ type }) => type === 'integer');
  const [before, after] = [around.slice(0, digits), around.slice(digits + 1)].map((parts) =>
    parts.map(({ value }) => value).join(''),
  );
  return {
    write: (size, decimals) => formatOf(decimals).format(size),
    // The hyphen that some languages have for it is too short beside figures.
    minus: minus === undefined || minus === '-' ? '\u2212' : minus,
    atLeast: '≥',
    atMost: '≤',
    percent: (text) => `${before ?? ''}${text}${after ?? ''}`,
    units: words.units,
  };
}
