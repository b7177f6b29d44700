import type { Calendar } from '../model/calendar.ts';
import type { ColumnType } from '../model/column.ts';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import type { Path, Raw, RawMap } from '../model/raw.ts';

/** What a use asks of a column's type. `moment` is a timestamp or a date. */
export type Need =
  /** firm: nothing else will do. Not firm: so if no other use says otherwise (`answered: yes` may be a boolean). */
  | { readonly is: 'text' | 'number' | 'percent' | 'boolean' | 'moment' | 'duration'; readonly firm: boolean }
  /** The type of another column, as in `{ at least: ordered }`. */
  | { readonly like: string };

/** What a word of the language needs to know of the place in the promise file that it is read from. */
export interface Reading {
  /** The channel that the condition is for: one that a promise makes on three channels is read three times. */
  readonly channel: string;
  /** Column that the occasion begins at, or null. */
  readonly at: string | null;
  /** IANA zone of the channel. */
  readonly zone: string;
  /** Names declared under `columns`, to suggest the nearest. */
  readonly columns: readonly string[];
  /** Where the value at the path stands; with `key`, where its key stands. */
  position(path: Path, what?: 'key' | 'value'): Position;
  /** Collects an error or a warning; the reading goes on. The same diagnostic at the same place is kept once. */
  report(diagnostic: Diagnostic): void;
  /** Says that the channel uses a column, and as what; null: whatever its type is. */
  use(column: string, need: Need | null, path: Path): void;
  /** The calendar of that name; null where the file has none (reported, as named at the path) or has it wrong. */
  calendar(name: string, path: Path): Calendar | null;
  /**
   * The reading of another channel, for what is counted there; the same name gives this one. null where there is none
   * of that name (reported, as named at the path), or none that has a source (reported too).
   */
  elsewhere(channel: string, path: Path): Reading | null;
}

/** Types of the channel's columns, once every use of them is known. */
export interface Types {
  typeOf(column: string): ColumnType;
}

/** The same, and those of the other channels. */
export interface Settled extends Types {
  elsewhere(channel: string): Settled;
}

/**
 * Something read from the file but for the types of its columns: these follow from all uses together, so that values
 * are read from their text in a second step. Gives null where the text was wrong (and reported).
 */
export type Draft<T> = (settled: Settled) => T | null;

export function isMap(raw: Raw | undefined): raw is RawMap {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

export function isList(raw: Raw | undefined): raw is readonly Raw[] {
  return Array.isArray(raw);
}
