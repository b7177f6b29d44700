import type { Channel, Declaration } from '../model/declaration.ts';
import type { CellPlan, ChannelPlan, Plan, SegmentPlan, SourcePlan } from '../model/plan.ts';
import type { WindowSpec } from '../model/time.ts';
import { deadlinesOf, eventsOf, mapColumns } from '../vocabulary/conditions/index.ts';
import { mapMeasure, measureDeadlines, measureEvents } from '../vocabulary/measures/index.ts';
import { type Asked, type Measured, measuredChannels } from './asked.ts';
import { ColumnTable } from './columns.ts';

export interface PlanOptions {
  /** The declaration reduced to what is asked for; the whole one still says which moments are events. */
  readonly selected: Declaration;
  readonly asOf: number | null;
  readonly window: WindowSpec | null;
  /** Counts also what a page shows beside the report; default false. */
  readonly page?: boolean;
  /** Gives also who the customers are, as hashes; default false. */
  readonly identities?: boolean;
}

/**
 * From what is declared to what is to be read: one reading for all channels over the same files that are read the same
 * way, its columns by number, each channel's cells.
 */
export function planOf(declaration: Declaration, options: PlanOptions): Plan {
  const { selected, asOf, window, page = false, identities = false } = options;
  const wanted = new Map<string, Measured[]>();
  // A ratio that is asked for takes rows of a channel that may not be.
  for (const measured of measuredChannels(declaration.channels, selected.promises)) {
    const key = readingKey(measured.channel);
    wanted.set(key, [...(wanted.get(key) ?? []), measured]);
  }
  const declared = measuredChannels(declaration.channels, declaration.promises);
  const sources = [...wanted.values()].map((sharing, index) =>
    sourcePlan(index, sharing, { declared, page, identities }),
  );
  const { file, directory, timezone } = declaration;
  return { file, directory, timezone, asOf, window, sources };
}

function groupKey({ source }: Channel): string {
  return JSON.stringify((source ?? []).map(({ pattern }) => pattern).sort());
}

function readingKey(channel: Channel): string {
  return JSON.stringify([groupKey(channel), channel.csv]);
}

interface Shared {
  /** Channels as the whole file declares them. */
  readonly declared: readonly Measured[];
  readonly page: boolean;
  readonly identities: boolean;
}

function sourcePlan(index: number, sharing: readonly Measured[], shared: Shared): SourcePlan {
  const table = new ColumnTable();
  const channels = sharing.map((measured) => channelPlan(measured, shared, table));
  const first = sharing[0]?.channel;
  if (first === undefined) throw new TypeError('a reading without a channel');
  const same = shared.declared.filter(({ channel }) => readingKey(channel) === readingKey(first));
  return {
    index,
    group: groupKey(first),
    patterns: first.source ?? [],
    csv: first.csv,
    events: [...new Set(same.flatMap((measured) => eventColumns(measured, table)))],
    beginnings: [
      ...new Set(
        same.flatMap(({ channel }) => (channel.at === null ? [] : [table.index(channel, channel.at, 'values')])),
      ),
    ],
    channels,
    columns: table.columns,
  };
}

/**
 * `at` and the events of every promise on the channel, in `where` too; what any of them takes for a deadline is no
 * event.
 */
function eventColumns({ channel, asked }: Measured, table: ColumnTable): readonly number[] {
  const measures = asked.map(({ measure }) => measure);
  const wheres = [channel.where, ...asked.map(({ where }) => where)].filter((where) => where !== null);
  const deadlines = new Set([...measures.flatMap(measureDeadlines), ...wheres.flatMap(deadlinesOf)]);
  const named = [...measures.flatMap(measureEvents), ...wheres.flatMap(eventsOf)];
  const events = named.filter((name) => !deadlines.has(name));
  const names = new Set(channel.at === null ? events : [channel.at, ...events]);
  return [...names].map((name) => table.index(channel, name, 'values'));
}

function channelPlan(measured: Measured, { declared, page, identities }: Shared, table: ColumnTable): ChannelPlan {
  const { channel, asked } = measured;
  const values = (name: string): number => table.index(channel, name, 'values');
  const { at, updated, customer, where } = channel;
  return {
    name: channel.name,
    position: channel.position,
    zone: channel.timezone,
    at: at === null ? null : values(at),
    case: channel.case === null || channel.repeats === 'each' ? null : table.index(channel, channel.case, 'id'),
    repeats: channel.repeats,
    updated: updated === null ? null : values(updated),
    customer: customer === null ? null : table.index(channel, customer, 'id'),
    where: where === null ? null : mapColumns(where, values),
    except: channel.except,
    tolerate: channel.tolerate,
    // Of every promise on the channel: what has come to pass does not depend on which of them is asked for.
    events: eventColumns(declared.find((other) => other.channel.name === channel.name) ?? measured, table),
    segments: channel.segments.map((name) => segmentPlan(channel, name, table)),
    cells: asked.map((one) => cellPlan(one, channel, table)),
    page,
    identities,
  };
}

const DERIVED = ['hour', 'weekday', 'hour_of_week'] as const;

function segmentPlan(channel: Channel, name: string, table: ColumnTable): SegmentPlan {
  const derived = DERIVED.find((known) => known === name);
  // A column of the same name goes first: it is what the analyst sees in her export.
  if (derived !== undefined && !channel.columns.has(name)) return { name, from: derived };
  return { name, from: table.index(channel, name, 'text') };
}

function cellPlan({ measure, where, ...rest }: Asked, channel: Channel, table: ColumnTable): CellPlan {
  const values = (name: string): number => table.index(channel, name, 'values');
  return {
    ...rest,
    measure: mapMeasure(measure, (name, holds) => table.index(channel, name, holds)),
    where: where === null ? null : mapColumns(where, values),
  };
}
