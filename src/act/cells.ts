import type { CellReport, GapReport, PromiseReport } from '../model/report.ts';

export interface Placed {
  readonly promise: PromiseReport;
  readonly cell: CellReport;
}

/** One name for a promise on a channel, whatever letters theirs have. */
export const keyOf = (promise: string, channel: string): string => JSON.stringify([promise, channel]);

/** Every cell of a report by promise and channel. */
export function cellsOf({ promises }: Pick<GapReport, 'promises'>): ReadonlyMap<string, Placed> {
  return new Map(
    promises.flatMap((promise) =>
      promise.channels.map((cell) => [keyOf(promise.id, cell.channel), { promise, cell }] as const),
    ),
  );
}
