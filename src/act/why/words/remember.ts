import { detach } from '../../../vocabulary/types/cell.ts';

/** Texts remembered at most, and the longest of them: subjects come back, letters do not. */
const MOST_TEXTS = 4096;
const LONGEST_TEXT = 200;

/** The same function, which does not work out again what it was asked for short before. */
export function remembering<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_TEXT) return work(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = work(text);
    if (known.size === MOST_TEXTS) known.clear();
    known.set(detach(text), result);
    return result;
  };
}
