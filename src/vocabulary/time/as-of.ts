import type { AsOf } from '../../model/declaration.ts';
import { parseMoment } from '../types/literals.ts';
import { zoneOf } from './zone.ts';

/** A date, or a moment in ISO 8601 with or without zone; null for all else. */
export function parseAsOf(text: string, timezone: string): AsOf | null {
  const zone = zoneOf(timezone);
  const moment = parseMoment(text, timezone);
  if (moment === null) return null;
  const day = zone.dayOf(moment.instant);
  return { instant: moment.date ? zone.endOfDay(day) : moment.instant, day };
}
