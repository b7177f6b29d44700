import type { Path } from '../model/raw.ts';

/** The key that a value stands under, also for an item of its list. */
export function lastKey(path: Path): string {
  return path.findLast((step) => typeof step === 'string')?.toString() ?? 'the file';
}
