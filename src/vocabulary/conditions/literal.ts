import { diagnose } from '../../diagnostics/catalog.ts';
import type { Calendar } from '../../model/calendar.ts';
import type { ColumnType } from '../../model/column.ts';
import type { Literal, Span } from '../../model/condition.ts';
import type { Path, Raw } from '../../model/raw.ts';
import { isList, isMap, type Need, type Reading } from '../reading.ts';
import { zoneOf } from '../time/zone.ts';
import { parseBoolean, parseMoment, parseNumber, parsePercent, parseSpan } from '../types/literals.ts';

/** Words that read as a boolean where nothing says that the column is text. */
const BOOLEAN_WORDS = new Set(['yes', 'no', 'true', 'false']);

export function isBooleanWord(text: string): boolean {
  return BOOLEAN_WORDS.has(text.trim().toLowerCase());
}

/** What a value to compare with asks of its column; null for a text that is no such value. */
export function needOf(text: string, zone: string): Need | null {
  if (parsePercent(text) !== null) return { is: 'percent', firm: true };
  if (parseNumber(text) !== null) return { is: 'number', firm: true };
  if (parseSpan(text) !== null) return { is: 'duration', firm: true };
  if (parseMoment(text, zone) !== null) return { is: 'moment', firm: true };
  return null;
}

const NAMES: Readonly<Record<ColumnType, readonly [name: string, example: string]>> = {
  text: ['text', 'solved'],
  number: ['number', '4'],
  percent: ['percent', '80%'],
  boolean: ['yes or no', 'yes'],
  timestamp: ['time', '2026-01-31 or 2026-01-31T08:00'],
  date: ['date', '2026-01-31'],
  duration: ['duration', '20s, 4h or 2d'],
};

/** The text as a value of the column's type; where it is none, reports it at `path` and gives null. */
export function literal(text: string, type: ColumnType, column: string, path: Path, reading: Reading): Literal | null {
  const value = readLiteral(text, type, reading.zone);
  if (value === null) {
    const [name, example] = NAMES[type];
    reading.report(diagnose('literal-type', { value: text, column, type: name, example }, reading.position(path)));
  }
  return value;
}

function readLiteral(text: string, type: ColumnType, zone: string): Literal | null {
  switch (type) {
    case 'text':
      return { type: 'text', text };
    case 'number': {
      const value = parseNumber(text);
      return value === null ? null : { type: 'number', value, text };
    }
    case 'percent': {
      const value = parsePercent(text);
      return value === null ? null : { type: 'percent', value, text };
    }
    case 'boolean': {
      const value = parseBoolean(text);
      return value === null ? null : { type: 'boolean', value, text };
    }
    case 'duration': {
      const span = parseSpan(text);
      return span === null ? null : { type: 'duration', value: span.seconds, days: span.days, text };
    }
    case 'timestamp':
    case 'date': {
      const moment = parseMoment(text, zone);
      if (moment === null) return null;
      const day = moment.date ? zoneOf(zone).dayOf(moment.instant) : null;
      return { type: 'moment', value: moment.instant, day, text };
    }
  }
}

/** What stands in the place of a value, for messages. */
export function kindOf(raw: Raw | undefined): string {
  if (raw === null || raw === undefined) return 'nothing';
  if (isList(raw)) return 'a list';
  if (isMap(raw)) return 'a map';
  return `'${raw}'`;
}

/** The value of an operator or companion as a plain text; reports anything else. */
export function plainText(
  raw: Raw | undefined,
  key: string,
  expected: string,
  path: Path,
  reading: Reading,
): string | null {
  if (typeof raw === 'string' && raw.trim() !== '') return raw.trim();
  reading.report(diagnose('operator-value', { key, expected, found: kindOf(raw) }, reading.position(path)));
  return null;
}

/** The value of an operator as a length of time such as `4h`; reports anything else. */
export function spanValue(raw: Raw | undefined, key: string, path: Path, reading: Reading): Span | null {
  const expected = 'a length of time such as 20s, 4h, 1h 30m or 2d';
  const text = plainText(raw, key, expected, path, reading);
  if (text === null) return null;
  const span = parseSpan(text);
  if (span === null || span.seconds < 0) {
    reading.report(diagnose('operator-value', { key, expected, found: `'${text}'` }, reading.position(path)));
    return null;
  }
  return span;
}

/** The value of an operator or companion as the name of a column, whose use is noted. */
export function columnValue(
  raw: Raw | undefined,
  key: string,
  need: Need | null,
  path: Path,
  reading: Reading,
): string | null {
  const name = plainText(raw, key, 'the name of a column', path, reading);
  if (name !== null) reading.use(name, need, path);
  return name;
}

/** The value of an operator or companion as the name of a calendar of the file. */
export function calendarValue(raw: Raw | undefined, key: string, path: Path, reading: Reading): Calendar | null {
  const name = plainText(raw, key, 'the name of a calendar', path, reading);
  return name === null ? null : reading.calendar(name, path);
}

/** A list of texts, or one. */
export function textValues(raw: Raw | undefined, key: string, path: Path, reading: Reading): readonly string[] | null {
  if (!isList(raw)) {
    const text = plainText(raw, key, 'a text, or a list of texts', path, reading);
    return text === null ? null : [text];
  }
  const texts = raw.map((item, index) => plainText(item, key, 'a text', [...path, index], reading));
  if (texts.length === 0)
    reading.report(
      diagnose(
        'operator-value',
        { key, expected: 'at least one text', found: 'an empty list' },
        reading.position(path),
      ),
    );
  const found = texts.filter((text) => text !== null);
  return found.length === texts.length && texts.length > 0 ? found : null;
}
