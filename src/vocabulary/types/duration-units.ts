import type { DurationUnit } from '../../model/column.ts';
import { type DecimalMark, readDecimal } from './decimal.ts';

/** A length of time as it was written; `days` where it is whole days and weeks alone. */
export interface WrittenSpan {
  readonly seconds: number;
  readonly days: number | null;
}

interface Unit {
  /** Seconds; milliseconds are the one unit below them. */
  readonly scale: number;
  readonly shift: number;
  readonly days: number;
  readonly rank: number;
}

const UNITS: Readonly<Record<DurationUnit, Unit>> = {
  weeks: { scale: 604_800, shift: 0, days: 7, rank: 5 },
  days: { scale: 86_400, shift: 0, days: 1, rank: 4 },
  hours: { scale: 3600, shift: 0, days: 0, rank: 3 },
  minutes: { scale: 60, shift: 0, days: 0, rank: 2 },
  seconds: { scale: 1, shift: 0, days: 0, rank: 1 },
  milliseconds: { scale: 1, shift: 3, days: 0, rank: 0 },
};

const NAMES: ReadonlyMap<string, DurationUnit> = new Map<string, DurationUnit>([
  ...names('weeks', 'w', 'wk', 'wks', 'week', 'weeks'),
  ...names('days', 'd', 'day', 'days'),
  ...names('hours', 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...names('minutes', 'm', 'min', 'mins', 'minute', 'minutes'),
  ...names('seconds', 's', 'sec', 'secs', 'second', 'seconds'),
  ...names('milliseconds', 'ms', 'msec', 'msecs', 'millisecond', 'milliseconds'),
]);

function names(unit: DurationUnit, ...words: readonly string[]): readonly (readonly [string, DurationUnit])[] {
  return words.map((word) => [word, unit] as const);
}

/** A bare number times `scale`, divided by 10 to the power of `shift`, is that many units in seconds. */
export function unitScale(unit: DurationUnit): { readonly scale: number; readonly shift: number } {
  return UNITS[unit];
}

/** A bare number in a unit, as seconds; NaN where the text is no number. */
export function readInUnit(text: string, decimal: DecimalMark, unit: DurationUnit): number {
  const { scale, shift } = UNITS[unit];
  return readDecimal(text, decimal, shift, scale);
}

const TERM = /(\d[\d.,]*|[.,]\d+)\s*([a-z]+)\.?(?:\s*,\s+|\s+and\s+|\s*)/iy;

/**
 * Reads `1h 2m 3s`, `90 s`, `1.5h`, `2 days`, `1 h, 2 min`: units from large to small, each once, a fraction on the last
 * alone. `m` is minutes; months and years have no length. null for all else, a bare number among it.
 */
export function readUnits(text: string, decimal: DecimalMark): WrittenSpan | null {
  let seconds = 0;
  let days: number | null = 0;
  let rank = Number.POSITIVE_INFINITY;
  let fraction = false;
  TERM.lastIndex = 0;
  for (let at = 0; at < text.length; at = TERM.lastIndex) {
    const [, count = '', name = ''] = TERM.exec(text) ?? [];
    const unitName = NAMES.get(name.toLowerCase());
    if (unitName === undefined || fraction) return null;
    const unit = UNITS[unitName];
    const value = readDecimal(count, decimal);
    if (Number.isNaN(value) || unit.rank >= rank) return null;
    seconds += readDecimal(count, decimal, unit.shift, unit.scale);
    rank = unit.rank;
    fraction = !Number.isInteger(value);
    days = days === null || unit.days === 0 || fraction ? null : days + value * unit.days;
  }
  return rank === Number.POSITIVE_INFINITY || /(?:,|\band)\s*$/i.test(text) ? null : { seconds, days };
}

const NUMBER = '(\\d+(?:[.,]\\d+)?)';
const ISO = new RegExp(`^P(?:${NUMBER}W)?(?:${NUMBER}D)?(?:T(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`, 'i');

/** Reads the durations of ISO 8601 that have a length: `PT4H30M`, `P1DT2H`, `P2W`; null for all else. */
export function readIsoDuration(text: string): WrittenSpan | null {
  const found = ISO.exec(text);
  if (found === null || /[PT]$/i.test(text)) return null;
  const order: readonly DurationUnit[] = ['weeks', 'days', 'hours', 'minutes', 'seconds'];
  const terms = order.flatMap((unit, index) => {
    const count = found[index + 1]?.replace(',', '.');
    return count === undefined ? [] : [{ unit, count }];
  });
  if (terms.slice(0, -1).some(({ count }) => count.includes('.'))) return null;
  let seconds = 0;
  let days: number | null = 0;
  for (const { unit, count } of terms) {
    seconds += readInUnit(count, '.', unit);
    const value = Number(count);
    const inDays = UNITS[unit].days;
    days = days === null || inDays === 0 || !Number.isInteger(value) ? null : days + value * inDays;
  }
  return { seconds, days };
}
