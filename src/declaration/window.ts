import { diagnose } from '../diagnostics/catalog.ts';
import type { AsOf } from '../model/declaration.ts';
import type { Path } from '../model/raw.ts';
import type { DayNumber, PeriodGrain, WindowSpec } from '../model/time.ts';
import { isMap } from '../vocabulary/reading.ts';
import { parseAsOf } from '../vocabulary/time/as-of.ts';
import { dayOf, isoWeek, parseIsoDate } from '../vocabulary/time/civil.ts';
import { grains, parseLast } from '../vocabulary/time/last.ts';
import { periodEnd, periodStart } from '../vocabulary/time/periods.ts';
import { badValue, dayAt, textAt } from './literals.ts';
import type { Source } from './source.ts';

/** The window of the file; null: all rows. */
export function readWindow(source: Source): WindowSpec | null {
  const path = ['window'];
  const raw = source.raw(path);
  if (!isMap(raw)) return null;
  const keys = Object.keys(raw);
  const forms = new Set(keys.map((key) => (key === 'from' || key === 'to' ? 'from/to' : key)));
  if (forms.size !== 1) {
    source.report(diagnose('window-forms', { found: keys }, source.at(path)));
    return null;
  }
  if (forms.has('from/to')) return readDays(source, path);
  if (forms.has('last')) return readLast(source, [...path, 'last']);
  const grain = grains.find((candidate) => forms.has(candidate));
  return grain === undefined ? null : readPeriod(source, [...path, grain], grain);
}

function readDays(source: Source, path: Path): WindowSpec | null {
  const from = dayAt(source, [...path, 'from']);
  const to = dayAt(source, [...path, 'to']);
  if (from !== null && to !== null && to < from) reportReversed(source, path);
  return { kind: 'days', from, to };
}

/** The days of a map with `from` and `to` end before they begin. */
export function reportReversed(source: Source, path: Path): void {
  const from = textAt(source, [...path, 'from']) ?? '';
  const to = textAt(source, [...path, 'to']) ?? '';
  source.report(diagnose('days-reversed', { from, to }, source.at([...path, 'to'])));
}

function readLast(source: Source, path: Path): WindowSpec | null {
  const text = textAt(source, path);
  if (text === null) return null;
  return parseLast(text) ?? badValue(source, path, text, 'days, or one of day, week, month and quarter', 'last: 90d');
}

const EXAMPLES: Readonly<Record<PeriodGrain, string>> = {
  day: 'day: 2026-03-31',
  week: 'week: 2026-W07',
  month: 'month: 2026-03',
  quarter: 'quarter: 2026-Q1',
};

function readPeriod(source: Source, path: Path, grain: PeriodGrain): WindowSpec | null {
  const text = textAt(source, path);
  if (text === null) return null;
  const day = dayIn(grain, text);
  if (day === null) return badValue(source, path, text, `a ${grain}`, EXAMPLES[grain]);
  return { kind: 'days', from: periodStart(grain, day), to: periodEnd(grain, day) };
}

/** Some day of the period that the text names. */
function dayIn(grain: PeriodGrain, text: string): DayNumber | null {
  switch (grain) {
    case 'day':
      return parseIsoDate(text);
    case 'month':
      return parseIsoDate(`${text}-01`);
    case 'quarter': {
      const [, year, quarter] = /^(\d{4})-Q([1-4])$/i.exec(text) ?? [];
      return year === undefined ? null : dayOf(Number(year), Number(quarter) * 3 - 2, 1);
    }
    case 'week': {
      const [, year, week] = /^(\d{4})-W(\d{2})$/i.exec(text) ?? [];
      if (year === undefined) return null;
      // The 4th of January lies in the first week of its year.
      const day = periodStart('week', dayOf(Number(year), 1, 4)) + 7 * (Number(week) - 1);
      const found = isoWeek(day);
      return found.year === Number(year) && found.week === Number(week) ? day : null;
    }
  }
}

/** The file's `as_of`; a date means its end. */
export function readAsOf(source: Source, timezone: string): AsOf | null {
  const path = ['as_of'];
  const text = textAt(source, path);
  if (text === null) return null;
  const asOf = parseAsOf(text, timezone);
  return (
    asOf ??
    badValue(
      source,
      path,
      text,
      'a date (its end) or a time in ISO 8601; now is for --as-of alone',
      'as_of: 2026-03-31',
    )
  );
}
