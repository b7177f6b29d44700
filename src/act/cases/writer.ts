import type { Case } from './case.ts';

/** A list that is written piece by piece, so that all of it need never be held. */
export interface CaseWriter {
  readonly begin: string;
  /** @param index - of the case in the list */
  readonly row: (found: Case, index: number) => string;
  /** @param more - cases that are not listed */
  readonly end: (more: number) => string;
}

/** All of a list at once. */
export function written(writer: CaseWriter, cases: readonly Case[], more: number): string {
  return [writer.begin, ...cases.map(writer.row), writer.end(more)].join('');
}
