import { diagnose } from '../diagnostics/catalog.ts';
import type { Path } from '../model/raw.ts';
import type { Reading } from './reading.ts';

interface Second {
  readonly column: string;
  /** Where it is named; where it is not, for `at` stands in its place, where the first is. */
  readonly path: Path;
  readonly what: 'key' | 'value';
  readonly isAt: boolean;
}

/**
 * Are two names one column? Then what is measured between them is the same on every row, which is reported at the second.
 * Names that are not declared are headers, which match in any letter case.
 */
export function isItself(first: string, second: Second, reading: Reading): boolean {
  const { column, path, what, isAt } = second;
  const areHeaders = !reading.columns.includes(first) && !reading.columns.includes(column);
  if (first !== column && !(areHeaders && first.toLowerCase() === column.toLowerCase())) return false;
  reading.report(diagnose('against-itself', { column, isAt }, reading.position(path, what)));
  return true;
}
