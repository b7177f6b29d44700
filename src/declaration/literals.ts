import { diagnose } from '../diagnostics/catalog.ts';
import type { Path } from '../model/raw.ts';
import type { DayNumber } from '../model/time.ts';
import { parseIsoDate } from '../vocabulary/time/civil.ts';
import { isZone } from '../vocabulary/time/zone.ts';
import { parseNumber, parsePercent } from '../vocabulary/types/literals.ts';
import { lastKey } from './last-key.ts';
import type { Source } from './source.ts';

/** The text at a path, trimmed; null where there is none. What is no text has been reported with the file's shape. */
export function textAt(source: Source, path: Path): string | null {
  const raw = source.raw(path);
  return typeof raw === 'string' ? raw.trim() : null;
}

/** As `textAt`, and an empty text in quotes is reported. */
export function filledAt(source: Source, path: Path, expected: string, example: string): string | null {
  const text = textAt(source, path);
  if (text !== '') return text;
  source.report(diagnose('empty-value', { key: lastKey(path), expected, example }, source.at(path)));
  return null;
}

export function badValue(source: Source, path: Path, value: string, expected: string, example: string): null {
  source.report(diagnose('bad-value', { key: lastKey(path), value, expected, example }, source.at(path)));
  return null;
}

/** A day written as 2026-01-31. */
export function dayAt(source: Source, path: Path): DayNumber | null {
  const text = textAt(source, path);
  if (text === null) return null;
  const day = parseIsoDate(text);
  return day ?? badValue(source, path, text, 'a day of the calendar as year-month-day', `${lastKey(path)}: 2026-01-31`);
}

/** A number at or above a limit; `whole` without decimals, `above` the limit itself left out. */
export function numberAt(
  source: Source,
  path: Path,
  {
    least,
    whole,
    above,
    expected,
    example,
  }: { least: number; whole: boolean; above: boolean; expected: string; example: string },
): number | null {
  const text = textAt(source, path);
  if (text === null) return null;
  const value = parseNumber(text);
  const fits =
    value !== null &&
    Number.isFinite(value) &&
    (above ? value > least : value >= least) &&
    (!whole || Number.isSafeInteger(value));
  return fits ? value : badValue(source, path, text, expected, example);
}

/** A share written with its sign, between two shares, both included unless `inner`. */
export function shareAt(source: Source, path: Path, low: number, high: number, inner = false): number | null {
  const text = textAt(source, path);
  if (text === null) return null;
  const key = lastKey(path);
  const share = parsePercent(text);
  if (share === null) {
    const number = parseNumber(text);
    if (number === 0 && low === 0 && !inner) return 0;
    if (number === null) return badValue(source, path, text, 'a share', `${key}: ${percent(inner ? 0.95 : 0.01)}`);
    source.report(
      diagnose('share-as-number', { key, value: text, proposal: asPercent(number, low, high) }, source.at(path)),
    );
    return null;
  }
  if (inner ? share > low && share < high : share >= low && share <= high) return share;
  const range = {
    low: inner ? `more than ${percent(low)}` : percent(low),
    high: inner ? `less than ${percent(high)}` : percent(high),
  };
  source.report(diagnose('share-out-of-range', { key, value: text, ...range }, source.at(path)));
  return null;
}

/** What a share written as a number means: `0.95` and `95` are both 95%; null where neither fits, or 1 could be either. */
export function asPercent(number: number, low = 0, high = 1): string | null {
  if (number === 1) return null;
  const share = Math.abs(number) < 1 ? number : number / 100;
  return share >= low && share <= high ? percent(share) : null;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(12))}%`;
}

/** A known IANA time zone; reported and null where it is none. */
export function zoneAt(source: Source, path: Path): string | null {
  const text = textAt(source, path);
  if (text === null) return null;
  if (isZone(text)) return text;
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const city = known.find((name) => name.split('/').at(-1)?.toLowerCase() === text.toLowerCase().replaceAll(' ', '_'));
  const meant = city ?? source.nearest(text, known);
  source.report(diagnose('unknown-timezone', { timezone: text, nearest: meant }, source.at(path)));
  return null;
}

/** The items of a list of texts, or the one text that stands for such a list. */
export function textsAt(source: Source, path: Path): readonly { readonly text: string; readonly path: Path }[] {
  const raw = source.raw(path);
  if (typeof raw === 'string') return [{ text: raw.trim(), path }];
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((_item, index) => {
    const at = [...path, index];
    const text = textAt(source, at);
    return text === null ? [] : [{ text, path: at }];
  });
}

/** One of the words of a list; what is none of them has been reported with the file's shape. */
export function wordAt<W extends string>(source: Source, path: Path, words: readonly W[]): W | null {
  const text = textAt(source, path);
  return words.find((word) => word === text) ?? null;
}
