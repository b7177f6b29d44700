import type { Selection } from '../../../model/engine.ts';
import type { ChannelPlan, ColumnIndex, SourcePlan } from '../../../model/plan.ts';
import { channelColumns } from '../channel-columns.ts';

/** The channel without the columns that do not matter to which of its rows are occasions. */
export function leanChannel(channel: ChannelPlan): ChannelPlan {
  const { repeats } = channel;
  return {
    ...channel,
    case: repeats === 'latest' || repeats === 'all' ? channel.case : null,
    updated: repeats === 'latest' ? channel.updated : null,
    segments: [],
  };
}

/**
 * The source with what is shown behind its own columns, whose indexes stay. Columns that neither the channel nor what is
 * selected of it needs are raw, so that nothing of them is decoded.
 */
export function shownSource(source: SourcePlan, channel: ChannelPlan, { cells, shows }: Selection): SourcePlan {
  const isSelected = new Set(cells.map(({ cell }) => cell));
  const needed = channelColumns({ ...channel, cells: channel.cells.filter((_, index) => isSelected.has(index)) });
  const lean = decoding(source, needed);
  const shown = shows.map(({ name, headers, position }) => ({ name, headers, position, ...SHOWN }));
  return { ...lean, channels: [channel], columns: [...lean.columns, ...shown] };
}

/** The source with no more decoded than these columns. */
export function decoding(source: SourcePlan, needed: ReadonlySet<ColumnIndex>): SourcePlan {
  const columns = source.columns.map((column, index) => (needed.has(index) ? column : { ...column, ...SHOWN }));
  return { ...source, columns };
}

/** Of what is raw no format matters. */
const SHOWN = {
  holds: 'raw',
  cell: { type: 'text', format: null, zone: '', decimal: '.', unit: null, blank: [], map: [] },
} as const;
