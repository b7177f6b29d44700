import type { GapReport } from '../../model/report.ts';

/** What a format may know beside the report; a format asks neither the clock nor the terminal. */
export interface FormatOptions {
  /** Columns of the terminal; 100 where that is unknown. */
  readonly width: number;
  /** Level of chalk. */
  readonly color: 0 | 1 | 2 | 3;
  /** false: plain letters stand in for signs (LANG=C). */
  readonly unicode: boolean;
  /** Rows of the CSV. */
  readonly by: 'channel' | 'period' | 'segment';
  /** Id of the promise to show in full. */
  readonly promise: string | null;
}

/** A way to show a report; ends with a newline. */
export interface Format {
  readonly id: string;
  /** Endings of file names that ask for it, with their dot. */
  readonly endings: readonly string[];
  readonly render: (report: GapReport, options: FormatOptions) => string;
}
