import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PageFacts } from '../../model/page.ts';
import type { GapReport } from '../../model/report.ts';
import type { Gate } from '../gate.ts';

/** For whom a page is: those who keep the promises, or those to whom they were made. */
export const audiences = ['internal', 'public'] as const;
export type Audience = (typeof audiences)[number];

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
  /** What fails the check, or could not be judged, as `--fail-on` stands. */
  readonly gate: Gate;
  /** The promise file as the tools that read annotations know it: relative to the repository, with slashes. */
  readonly promiseFile: string;
  readonly audience: Audience;
  /** BCP 47 tag by which a page writes dates and numbers. */
  readonly lang: string;
  /** Counted for a page alone; empty where none was asked for. */
  readonly page: PageFacts;
}

/** A way to show a report; ends with a newline. */
export interface Format {
  readonly id: string;
  /** Endings of file names that ask for it, with their dot. */
  readonly endings: readonly string[];
  readonly render: (report: GapReport, options: FormatOptions) => string;
  /** What stands in the place of the report where there is none: the run ended before it, with these errors. */
  readonly refusal?: (errors: readonly Diagnostic[], options: Pick<FormatOptions, 'promiseFile'>) => string;
}
