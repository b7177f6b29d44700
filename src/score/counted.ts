import type { TallyResult } from '../model/engine.ts';
import type { CellPlan, ChannelPlan, Plan } from '../model/plan.ts';
import type { CellTally, ChannelTally, PageTally } from '../model/tally.ts';
import type { Instant } from '../model/time.ts';

/** A cell of the plan, counted. */
export interface CountedCell {
  readonly tally: CellTally;
  /** null: no page is asked for. */
  readonly page: PageTally | null;
  readonly on: CountedChannel;
}

/** A channel's part of the tallies, with the moment that its data speaks for. */
export interface CountedChannel {
  readonly tally: ChannelTally;
  readonly plan: ChannelPlan;
  readonly asOf: Instant | null;
}

/** All that was counted: channels by name, cells by promise, its channel and part. */
export interface Counted {
  readonly channels: ReadonlyMap<string, CountedChannel>;
  readonly cells: ReadonlyMap<string, CountedCell>;
}

/** A name of its own for each cell of a plan. */
export const keyOf = (promise: string, channel: string, part: CellPlan['part']): string =>
  JSON.stringify([promise, channel, part]);

/** @param asOf - of each source */
export function countedCells(plan: Plan, { sources }: TallyResult, asOf: readonly (Instant | null)[]): Counted {
  const channels = new Map<string, CountedChannel>();
  const cells = new Map<string, CountedCell>();
  for (const [index, source] of plan.sources.entries()) {
    for (const [place, channel] of source.channels.entries()) {
      const tally = sources[index]?.channels[place];
      if (tally === undefined) continue;
      const on: CountedChannel = { tally, plan: channel, asOf: asOf[index] ?? null };
      channels.set(channel.name, on);
      for (const [at, cell] of channel.cells.entries()) {
        const own = tally.cells[at];
        const page = tally.page[at] ?? null;
        if (own !== undefined) cells.set(keyOf(cell.promise, cell.channel, cell.part), { tally: own, page, on });
      }
    }
  }
  return { channels, cells };
}
