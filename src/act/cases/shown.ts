import type { ColumnName } from '../../model/declaration.ts';
import type { ShownColumn } from '../../model/engine.ts';
import { type FollowedChannel, shownColumn } from '../followed.ts';

/** Which cells of a channel's rows are shown; each is an index into `shows`. */
export interface Shown {
  readonly shows: readonly ShownColumn[];
  /** null: the channel names no such column. */
  readonly case: number | null;
  readonly customer: number | null;
  readonly at: number | null;
  /** Parallel to the cells of the channel: what the measure of each reads. */
  readonly measured: readonly (readonly NamedColumn[])[];
  readonly added: readonly NamedColumn[];
  /** The other columns, by name. */
  readonly indexOf: (name: ColumnName) => number | null;
}

export interface NamedColumn {
  readonly name: string;
  /** null: the channel does not have it. */
  readonly index: number | null;
}

/**
 * A column that was asked for: by its name in the promise file, else by its header in the export. The position is the
 * channel's, for there is none of its own: whoever tells that the export lacks it leaves it out.
 */
export function askedColumn({ channel }: FollowedChannel, name: string): ShownColumn {
  return shownColumn(channel, name) ?? { name, headers: [name], position: channel.position };
}

/**
 * @param asked - columns to show beside; those of `lacks` are not there on this channel
 * @param segments - columns that only say which occasions are meant
 */
export function shownOf(
  followed: FollowedChannel,
  asked: readonly string[],
  lacks: ReadonlySet<string>,
  segments: readonly ColumnName[],
): Shown {
  const { channel, cells } = followed;
  const shows: ShownColumn[] = [];
  const places = new Map<string, number>();
  const placed = (column: ShownColumn): number => {
    const key = JSON.stringify(column.headers);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, shows.length);
    return shows.push(column) - 1;
  };
  const indexOf = (name: ColumnName | null): number | null => {
    const column = name === null ? null : shownColumn(channel, name);
    return column === null ? null : placed(column);
  };
  for (const name of segments) indexOf(name);
  return {
    shows,
    indexOf,
    case: indexOf(channel.case),
    customer: indexOf(channel.customer),
    at: indexOf(channel.at),
    measured: cells.map(({ columns }) => columns.map((name) => ({ name, index: indexOf(name) }))),
    added: asked.map((name) => ({ name, index: lacks.has(name) ? null : placed(askedColumn(followed, name)) })),
  };
}
