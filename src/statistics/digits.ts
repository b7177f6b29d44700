/** Below so many values the sort of the language is faster than one by digits. */
export const FEW = 256;
/** Bits of a digit: its 2048 counters stay in the nearest cache. */
export const DIGIT = 11;

/** Turns counts into where each begins. */
export function startsOf(counts: Int32Array): void {
  let start = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    counts[at] = start;
    start += count;
  }
}
