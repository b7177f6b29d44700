import { CellState } from '../../model/batch.ts';
import type { OccasionBatch } from '../../model/engine.ts';
import type { ChannelPlan } from '../../model/plan.ts';
import type { IsoInstant } from '../../model/report.ts';
import type { Instant } from '../../model/time.ts';
import { isoInstant } from '../../report/assemble.ts';
import { isoDate } from '../../vocabulary/time/civil.ts';
import { zoneOf } from '../../vocabulary/time/zone.ts';

/** When an occasion began: to sort by, and as it is written by the clock of its channel. */
export interface Began {
  readonly instant: Instant;
  readonly text: IsoInstant;
}

/** null where the channel bears no time, or the occasion none. */
export function beganAt({ began }: OccasionBatch, occasion: number, { zone }: ChannelPlan): Began | null {
  if (began === null) return null;
  const instant = began.values[occasion] ?? Number.NaN;
  if (Number.isNaN(instant)) return null;
  const isDate = began.states[occasion] === CellState.DATE;
  return { instant, text: isDate ? isoDate(zoneOf(zone).dayOf(instant)) : isoInstant(instant, zone) };
}
