import { diagnose } from '../diagnostics/catalog.ts';
import type { Calendar, OpenSpan } from '../model/calendar.ts';
import type { Path } from '../model/raw.ts';
import type { DayNumber } from '../model/time.ts';
import { isList, isMap } from '../vocabulary/reading.ts';
import { parseIsoDate } from '../vocabulary/time/civil.ts';
import { badValue, dayAt, textAt, textsAt, zoneAt } from './literals.ts';
import { ALL_DAY, hoursMeant, parseDays, parseHours } from './opening-hours.ts';
import type { Source } from './source.ts';

/** The calendars of the file by name; null for one that is wrong, which is reported. */
export function readCalendars(source: Source, fileZone: string): ReadonlyMap<string, Calendar | null> {
  const raw = source.raw(['calendars']);
  const names = isMap(raw) ? Object.keys(raw).filter((name) => name !== '__proto__') : [];
  return new Map(names.map((name) => [name, readCalendar(name, ['calendars', name], fileZone, source)]));
}

function readCalendar(name: string, path: Path, fileZone: string, source: Source): Calendar | null {
  const hoursPath = [...path, 'hours'];
  const hasZone = source.raw([...path, 'timezone']) !== undefined;
  const zone = hasZone ? zoneAt(source, [...path, 'timezone']) : fileZone;
  const week = readWeek(source, hoursPath);
  const holidays = textsAt(source, [...path, 'holidays']).map((item) => dayAt(source, item.path));
  const overrides = readOverrides(source, [...path, 'overrides']);
  const days = holidays.filter((day) => day !== null);
  if (zone === null || week === null || overrides === null || days.length < holidays.length) return null;
  if ([...week, ...overrides.map(({ spans }) => spans)].every((spans) => spans.length === 0)) {
    source.report(diagnose('calendar-never-open', { calendar: name }, source.at(hoursPath, 'key')));
    return null;
  }
  return { name, zone, week, holidays: [...new Set(days)].toSorted((a, b) => a - b), overrides };
}

function readWeek(source: Source, path: Path): Calendar['week'] | null {
  const raw = source.raw(path);
  if (typeof raw === 'string') {
    if (raw.trim() === '24/7') return Array.from({ length: 7 }, () => [ALL_DAY]);
    const daily = hoursMeant(raw) ?? '08:00-17:00';
    const example = hoursMeant(raw) === null ? `{ mon-fri: ${daily} }` : `{ daily: ${daily} }`;
    return badValue(source, path, raw.trim(), 'a map from days to spans, or 24/7', `hours: ${example}`);
  }
  if (!isMap(raw)) return null;
  const week: (readonly OpenSpan[])[] = Array.from({ length: 7 }, () => []);
  const namedBy = new Map<number, string>();
  let sound = true;
  for (const key of Object.keys(raw)) {
    const named = parseDays(key);
    const spans = readSpans(source, [...path, key]);
    if (spans === null || 'unknown' in named) sound = false;
    if ('unknown' in named) {
      const args = { day: named.unknown, nearest: named.nearest };
      source.report(diagnose('unknown-weekday', args, source.at([...path, key], 'key')));
      continue;
    }
    for (const day of named.days) {
      const before = namedBy.get(day);
      if (before !== undefined) {
        reportTwice(source, path, day, before, key);
        sound = false;
        break;
      }
      namedBy.set(day, key);
      week[day] = spans ?? [];
    }
  }
  return sound ? week : null;
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function reportTwice(source: Source, path: Path, day: number, first: string, key: string): void {
  const at = source.at([...path, key], 'key');
  const args = { day: NAMES[day] ?? '', first, firstLine: source.at([...path, first], 'key').line, key };
  source.report(diagnose('weekday-twice', { ...args, line: at.line }, at));
}

function readOverrides(source: Source, path: Path): Calendar['overrides'] | null {
  const raw = source.raw(path);
  if (!isMap(raw)) return raw === undefined ? [] : null;
  const overrides: { day: DayNumber; spans: readonly OpenSpan[] }[] = [];
  let sound = true;
  for (const key of Object.keys(raw)) {
    const day = parseIsoDate(key);
    const spans = readSpans(source, [...path, key]);
    if (day === null) {
      const expected = 'a day of the calendar as year-month-day before each colon';
      const args = { key: 'overrides', value: key, expected, example: 'overrides: { 2026-12-24: 08:00-12:00 }' };
      source.report(diagnose('bad-value', args, source.at([...path, key], 'key')));
    }
    if (day === null || spans === null) sound = false;
    else overrides.push({ day, spans });
  }
  return sound ? overrides.toSorted((a, b) => a.day - b.day) : null;
}

/** The spans of one day, in order, touching ones joined; none for `closed`. null where one is wrong. */
function readSpans(source: Source, path: Path): readonly OpenSpan[] | null {
  const raw = source.raw(path);
  if (typeof raw === 'string' && raw.trim().toLowerCase() === 'closed') return [];
  if (isList(raw) && raw.length === 0) {
    return badValue(source, path, '[]', 'one span or several, or closed', `${path.at(-1)}: closed`);
  }
  const spans = textsAt(source, path).flatMap(({ text, path: at }) => {
    const span = readSpan(source, at, isList(raw));
    return span === null ? [] : [{ ...span, text, at }];
  });
  if (spans.length < (isList(raw) ? raw.length : 1)) return null;
  const joined: (OpenSpan & { readonly text: string })[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from < last.to) {
      source.report(diagnose('spans-overlap', { first: last.text, second: span.text }, source.at(span.at)));
      return null;
    }
    if (last === undefined || span.from > last.to) joined.push({ from: span.from, to: span.to, text: span.text });
    else joined.splice(-1, 1, { from: last.from, to: span.to, text: span.text });
  }
  return joined.map(({ from, to }) => ({ from, to }));
}

function readSpan(source: Source, path: Path, listed: boolean): OpenSpan | null {
  const text = textAt(source, path) ?? '';
  if (listed && text.toLowerCase() === 'closed') {
    return badValue(source, path, text, 'spans alone in a list, or closed without one', `${path.at(-2)}: closed`);
  }
  const span = parseHours(text);
  if (span !== null && span !== 'empty') return span;
  const at = source.at(path);
  source.report(
    span === 'empty'
      ? diagnose('empty-span', { value: text }, at)
      : diagnose('bad-span', { value: text, meant: hoursMeant(text) }, at),
  );
  return null;
}
