import type { BrandPromise, Channel, ColumnName, Pledge } from '../model/declaration.ts';
import type { ShownColumn } from '../model/engine.ts';
import type { ChannelPlan } from '../model/plan.ts';
import type { Instant } from '../model/time.ts';
import { columnsOf as conditionColumns } from '../vocabulary/conditions/index.ts';
import { measureColumns } from '../vocabulary/measures/index.ts';
import type { Examination } from './examination.ts';

/** One promise on one channel, whose occasions can be told one by one. */
export interface FollowedCell {
  readonly promise: BrandPromise;
  readonly pledge: Pledge;
  /** Index into `ChannelPlan.cells`. */
  readonly cell: number;
  /** Columns that its measure reads, by the names that the promise file gives them. */
  readonly columns: readonly ColumnName[];
}

/** A channel with a source, and the promises that its occasions are followed for. */
export interface FollowedChannel {
  readonly channel: Channel;
  readonly plan: ChannelPlan;
  /** The files of its source, by the number that batches give them. */
  readonly files: readonly string[];
  /** The moment that its source speaks for. */
  readonly asOf: Instant | null;
  readonly cells: readonly FollowedCell[];
}

/**
 * Every channel of an examination with its cells, in the order of the promise file. Of a ratio the occasions that it
 * counts are followed, on the channel that they are counted on; what they are held against is nobody's failing.
 */
export function followed({ declaration, whole, plan, result, moments }: Examination): readonly FollowedChannel[] {
  const promises = new Map(declaration.promises.map((promise) => [promise.id, promise]));
  const channels = new Map(whole.channels.map((channel) => [channel.name, channel]));
  return plan.sources
    .flatMap((source, index) =>
      source.channels.flatMap((own): FollowedChannel[] => {
        const channel = channels.get(own.name);
        if (channel === undefined) return [];
        const cells = own.cells.flatMap((cell, at) => {
          const promise = promises.get(cell.promise);
          const pledge = promise?.channels.find((made) => made.channel === cell.channel);
          if (promise === undefined || pledge === undefined || cell.part === 'to') return [];
          return [{ promise, pledge, cell: at, columns: columnsOf(pledge) }];
        });
        const files = result.sources[index]?.files.map(({ file }) => file) ?? [];
        return cells.length === 0 ? [] : [{ channel, plan: own, files, asOf: moments[index] ?? null, cells }];
      }),
    )
    .toSorted((a, b) => placeOf(whole.channels, a) - placeOf(whole.channels, b));
}

/** Of a ratio those that say which occasions it counts. */
function columnsOf({ measure }: Pledge): readonly ColumnName[] {
  if (measure === null) return [];
  if (measure.kind !== 'ratio') return measureColumns(measure);
  return measure.of.where === null ? [] : conditionColumns(measure.of.where);
}

function placeOf(channels: readonly Channel[], { channel }: FollowedChannel): number {
  return channels.findIndex(({ name }) => name === channel.name);
}

/** The same for what is one of a whole case in several rows: when it began, whose it is, where it belongs. */
export function shownOfCase(channel: Channel, name: ColumnName): ShownColumn | null {
  const column = shownColumn(channel, name);
  return column === null ? null : { ...column, ofCase: name === channel.at ? 'earliest' : 'first' };
}

/** A column of a channel as its cells are shown: null where the channel does not know the name. */
export function shownColumn(channel: Channel, name: ColumnName): ShownColumn | null {
  const column = channel.columns.get(name) ?? channel.spare.get(name);
  return column === undefined ? null : { name, headers: column.headers, position: column.position };
}
