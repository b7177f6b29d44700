/** A place in a text file. Lines and columns count from 1; a tab and a wide letter are one column each. */
export interface Position {
  /** As the user knows the file: relative to where the command runs, or as it was given. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Characters underlined by the caret; at least 1. */
  readonly length: number;
}

export type Severity = 'error' | 'warning' | 'note';

export type DiagnosticArgument = string | number | boolean | null | readonly string[];

/**
 * What was found, as data. Made by `diagnose` of `diagnostics/catalog.ts` alone, where every sentence is written:
 * message and help come from the catalog and the arguments, so that a diagnostic can cross threads and be printed
 * anywhere.
 */
export interface Diagnostic {
  /** A key of the catalog. */
  readonly code: string;
  /** Stable number of the code, as `SD0101`. */
  readonly id: string;
  readonly severity: Severity;
  readonly args: Readonly<Record<string, DiagnosticArgument>>;
  /** What is, in lower case, without a final period. */
  readonly message: string;
  /** What was expected and what to type next; null where the message says it all. */
  readonly help: string | null;
  readonly at: Position | null;
}
