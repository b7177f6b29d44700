import type { Position } from './diagnostic.ts';

export type ColumnType = 'text' | 'number' | 'percent' | 'boolean' | 'timestamp' | 'date' | 'duration';

/** A header, or a position counted from 1 where a header stands twice. */
export type HeaderAddress = string | number;

export type DurationUnit = 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days' | 'weeks';

/** How the cells of one column are read: plain data, part of the plan. */
export interface CellFormat {
  readonly type: ColumnType;
  /** Unicode tokens such as `dd.MM.yyyy HH:mm`; `epoch-seconds`, `epoch-milliseconds`; for durations `h:mm`, `m:ss`. */
  readonly format: string | null;
  /** IANA zone of timestamps that bear none, and of the days that dates are. */
  readonly zone: string;
  readonly decimal: '.' | ',';
  /**
   * What becomes of `2,500` where no decimal mark was declared: `ask` leaves it to the file, where fields set apart by
   * semicolons say that a comma may be the decimal mark, and then it is refused.
   */
  readonly loneGroup?: 'ask' | 'refuse';
  /** What a bare number means: for durations a unit, for percents `percent`. */
  readonly unit: DurationUnit | 'percent' | null;
  /** Texts that mean blank, beside the empty cell; compared trimmed, in any letter case. */
  readonly blank: readonly string[];
  /** Text of the cell (trimmed, any letter case) to the text that is read in its place. */
  readonly map: readonly (readonly [string, string])[];
  /** Of what is only told apart: spellings that differ in letter case alone are one. */
  readonly anyCase?: true;
}

/** One column of a reading, as the plan asks for it. */
export interface ColumnPlan {
  /** What the promise file calls it: for messages. */
  readonly name: string;
  /** Several are joined by a blank before they are read. */
  readonly headers: readonly HeaderAddress[];
  /**
   * `values` for conditions and measures, `id` for what is only told apart: a 128-bit hash a row; `raw` for what is
   * shown: its cells are not read but on demand, and nothing of `cell` matters.
   */
  readonly holds: 'values' | 'id' | 'raw';
  readonly cell: CellFormat;
  /** Where the promise file names it; errors about the header point here. */
  readonly position: Position;
}
