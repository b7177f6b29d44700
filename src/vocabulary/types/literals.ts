import type { Span } from '../../model/condition.ts';
import type { Instant } from '../../model/time.ts';
import { DAY_MS } from '../time/civil.ts';
import { IsoReader } from '../time/iso.ts';
import { zoneOf } from '../time/zone.ts';
import { readBoolean } from './boolean.ts';
import { readDecimal } from './decimal.ts';
import { readIsoDuration, readUnits } from './duration-units.ts';

/** `4h`, `2m` (minutes), `1h 30m`, `2 days`, `500ms`, `PT4H`; null for all else, a bare number among it. */
export function parseSpan(text: string): Span | null {
  const trimmed = text.trim();
  const found = readIsoDuration(trimmed) ?? readUnits(trimmed, '.');
  return found === null ? null : { seconds: found.seconds, days: found.days, text: trimmed };
}

/** A plain number with a decimal point; null for all else, thousands separators among it. */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed)) return null;
  const value = readDecimal(trimmed, '.');
  return Number.isNaN(value) ? null : value;
}

/** The share of `95%`, correctly rounded; null for all else. */
export function parsePercent(text: string): number | null {
  const trimmed = text.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)\s*%$/.test(trimmed)) return null;
  return readDecimal(trimmed.slice(0, -1).trimEnd(), '.', 2);
}

/** `yes`, `no`, `true`, `false`, `y`, `n`, `1`, `0` in any letter case; null for all else. */
export function parseBoolean(text: string): boolean | null {
  return readBoolean(text.trim());
}

/** A moment in ISO 8601; for a date, the first instant of that day in the zone. */
export interface Moment {
  readonly instant: Instant;
  /** The text has no time. */
  readonly date: boolean;
}

/**
 * Reads ISO 8601 with or without time and offset; null for all else.
 *
 * @throws RangeError for an unknown zone.
 */
export function parseMoment(text: string, zone: string): Moment | null {
  const iso = new IsoReader();
  if (!iso.read(text.trim())) return null;
  if (iso.dateOnly) return { instant: zoneOf(zone).startOfDay(iso.local / DAY_MS), date: true };
  return { instant: iso.hasOffset ? iso.local - iso.offset : zoneOf(zone).toInstant(iso.local), date: false };
}
