import type { GapReport } from '../model/report.ts';

/** A channel without figures, for one reason, and the promises that go unmeasured there. */
export interface BlindSpot {
  readonly channel: string;
  /** Empty where none is known. */
  readonly reason: string;
  readonly promises: readonly string[];
}

/** Each spot once, in the order of the report. */
export function blindSpots(report: GapReport): readonly BlindSpot[] {
  const spots = new Map<string, BlindSpot>();
  for (const { id, channels } of report.promises) {
    for (const { channel, verdict, reason } of channels) {
      if (verdict !== 'unmeasured') continue;
      const key = JSON.stringify([channel, reason]);
      spots.set(key, { channel, reason, promises: [...(spots.get(key)?.promises ?? []), id] });
    }
  }
  return [...spots.values()];
}
