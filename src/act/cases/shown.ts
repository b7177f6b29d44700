import type { ColumnName } from '../../model/declaration.ts';
import type { ShownColumn } from '../../model/engine.ts';
import type { MeasureKind } from '../../model/measure.ts';
import { type FollowedCell, type FollowedChannel, shownColumn, shownOfCase } from '../followed.ts';

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
  /** What is one of a whole case, by name: when it began, whose it is, where it belongs. */
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
  const { at, customer, segments } = channel;
  const isOfCase = [at, customer, ...segments].includes(name);
  const column = isOfCase ? shownOfCase(channel, name) : shownColumn(channel, name);
  return column ?? { name, headers: [name], position: channel.position };
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
    const key = JSON.stringify([column.headers, column.ofCase]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, shows.length);
    return shows.push(column) - 1;
  };
  const placeOf = (column: ShownColumn | null): number | null => (column === null ? null : placed(column));
  const indexOf = (name: ColumnName | null): number | null =>
    placeOf(name === null ? null : shownOfCase(channel, name));
  const measured = (cell: FollowedCell): readonly NamedColumn[] =>
    cell.columns.map((name) => {
      const isOfCase = isTakenOnce(cell);
      return { name, index: placeOf(isOfCase ? shownOfCase(channel, name) : shownColumn(channel, name)) };
    });
  for (const name of segments) indexOf(name);
  return {
    shows,
    indexOf,
    case: placeOf(channel.case === null ? null : shownColumn(channel, channel.case)),
    customer: indexOf(channel.customer),
    at: indexOf(channel.at),
    measured: cells.map(measured),
    added: asked.map((name) => ({ name, index: lacks.has(name) ? null : placed(askedColumn(followed, name)) })),
  };
}

/** A level is taken of a case once, by its columns; an outcome is that of one of its rows, whose cells tell why. */
function isTakenOnce({ pledge: { measure } }: FollowedCell): boolean {
  return measure !== null && !BY_ROW.has(measure.kind);
}

const BY_ROW: ReadonlySet<MeasureKind> = new Set<MeasureKind>(['kept_when', 'count', 'rate', 'ratio']);
