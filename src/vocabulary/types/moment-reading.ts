import { CellState } from '../../model/batch.ts';
import type { Instant } from '../../model/time.ts';
import { DAY_MS, dayOf } from '../time/civil.ts';
import type { Zone } from '../time/zone.ts';

/** Years 0 to 9999, the moments that ISO 8601 writes with four digits. */
export const FIRST_INSTANT: Instant = dayOf(0, 1, 1) * DAY_MS;
export const LAST_INSTANT: Instant = dayOf(10_000, 1, 1) * DAY_MS - 1;

/** What a reader made of one cell. Filled again for each, so that no cell allocates anything. */
export class MomentReading {
  value = Number.NaN;
  state: number = CellState.UNREADABLE;
  irregular: 'skipped' | 'repeated' | null = null;

  setUnreadable(): void {
    this.value = Number.NaN;
    this.state = CellState.UNREADABLE;
    this.irregular = null;
  }

  setInstant(instant: Instant): void {
    this.value = instant;
    this.state = CellState.VALUE;
    this.irregular = null;
  }

  /** A wall clock in a zone, in milliseconds as if the zone were UTC. */
  setLocal(local: number, zone: Zone): void {
    this.value = zone.toInstant(local);
    this.state = CellState.VALUE;
    this.irregular = zone.irregular(local);
  }

  /** A whole day, given by its midnight. */
  setDay(midnight: number, zone: Zone): void {
    this.value = zone.startOfDay(midnight / DAY_MS);
    this.state = CellState.DATE;
    this.irregular = null;
  }

  /** Cuts a moment to its local day, where it is none yet. */
  cutToDay(zone: Zone): void {
    if (this.state !== CellState.VALUE) return;
    this.value = zone.startOfDay(zone.dayOf(this.value));
    this.state = CellState.DATE;
    this.irregular = null;
  }
}

/** Reads cells of one format. */
export interface MomentReader {
  /** A trimmed text, not empty. */
  read(text: string, into: MomentReading): void;
  /** Formats that the cells seem to have, where this one has none; null where no cell told of any. */
  fittingFormats(): readonly string[] | null;
}
