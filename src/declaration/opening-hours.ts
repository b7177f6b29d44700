import { nearest } from '../diagnostics/nearest.ts';
import type { OpenSpan } from '../model/calendar.ts';

const MINUTE = 60_000;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** As messages and editors name them, Monday first. */
export const weekdays: readonly string[] = WEEKDAYS.map((name) => name.slice(0, 3));
export const ALL_DAY: OpenSpan = { from: 0, to: 1440 * MINUTE };
/** Nobody writes a span with more letters. */
const LONGEST = 40;
/** Words for several days that people write, and what is written here. */
const FAMILIAR = new Map([
  ['weekdays', 'mon-fri'],
  ['workdays', 'mon-fri'],
  ['weekend', 'sat-sun'],
  ['weekends', 'sat-sun'],
  ['everyday', 'daily'],
  ['every day', 'daily'],
]);

/** Weekdays that a key names, 0 for Monday, in its order and with repeats; or the word in it that is none. */
export type NamedDays =
  | { readonly days: readonly number[] }
  | { readonly unknown: string; readonly nearest: string | null };

/** `mon`, `Monday`, `mon-fri`, `sat-mon`, `mon, wed`, `daily`. */
export function parseDays(text: string): NamedDays {
  const days: number[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    const range = part.toLowerCase() === 'daily' ? ['mon', 'sun'] : part.split(/[-\u2013]/).map((name) => name.trim());
    const [first = -1, last = first] = range.map(weekdayOf);
    if (range.length > 2 || first < 0 || last < 0) {
      const unknown = range.length > 2 ? part : (range.find((name) => weekdayOf(name) < 0) ?? part);
      return { unknown, nearest: nearestDay(unknown) };
    }
    for (let step = 0; step <= (last - first + 7) % 7; step += 1) days.push((first + step) % 7);
  }
  return { days };
}

function weekdayOf(text: string): number {
  const name = text.toLowerCase();
  return WEEKDAYS.findIndex((weekday) => name === weekday || name === weekday.slice(0, 3));
}

function nearestDay(text: string): string | null {
  const familiar = FAMILIAR.get(text.toLowerCase());
  if (familiar !== undefined) return familiar;
  const name = nearest(text, [...weekdays, ...WEEKDAYS, 'daily']);
  return name === 'daily' ? name : (name?.slice(0, 3) ?? null);
}

/**
 * `08:00-17:00`, `22:00-06:00` past midnight, `00:00-24:00`. null for any other text; a span that ends where it begins
 * is `empty`, for it may mean no time or a whole day.
 */
export function parseHours(text: string): OpenSpan | 'empty' | null {
  const [, fromHour, fromMinute, toHour, toMinute] =
    /^(\d{1,2}):(\d{2})\s*[-\u2013]\s*(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  const from = clockTime(fromHour, fromMinute);
  const to = clockTime(toHour, toMinute);
  if (from === null || to === null || from === ALL_DAY.to) return null;
  if (from === to) return 'empty';
  return { from, to: to > from ? to : to + ALL_DAY.to };
}

function clockTime(hour: string | undefined, minute: string | undefined): number | null {
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= 1440 ? minutes * MINUTE : null;
}

/** What a text such as `8-17`, `8am to 5pm` or `08:00-12:00, 13:00-17:00` means; null where that cannot be told. */
export function hoursMeant(text: string): string | null {
  const parts = text.split(',').map(spanMeant);
  if (!parts.every((part) => part !== null)) return null;
  return parts.length === 1 ? (parts[0] ?? null) : `[${parts.join(', ')}]`;
}

function spanMeant(text: string): string | null {
  if (text.length > LONGEST) return null;
  const time = String.raw`(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?`;
  const found = new RegExp(String.raw`^${time}\s*(?:[-\u2013\u2014]|to|until)\s*${time}$`, 'i').exec(text.trim());
  if (found === null) return null;
  const [, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = found;
  const meant = `${written(fromHour, fromMinute, fromHalf)}-${written(toHour, toMinute, toHalf)}`;
  const span = parseHours(meant);
  return span === null || span === 'empty' ? null : meant;
}

function written(hour = '', minute = '00', half = ''): string {
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
