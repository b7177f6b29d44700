import { type SortedArray, sortNumbers } from './radix-sort.ts';
import { firstPast, type Runs } from './rank-of-runs.ts';

/** So many values are sorted at once: they stay in a near cache, and a reader may stop early. */
const STRETCH = 16_384;
/** To halve many short runs takes longer than to sort them. */
export const SHORT = 512;

type Windows = Pick<Runs, 'from' | 'to'>;

/**
 * All values of the runs in ascending order, stretch after stretch; equal ones stand in one stretch. Quicksort that moves
 * nothing until a part is small, as both sides of a pivot are stretches of each run.
 *
 * @returns arrays of which each is overwritten by the next
 */
export function* stretchesOf(runs: Runs): Generator<SortedArray> {
  const { values } = runs;
  let room: SortedArray = new Int32Array(0);
  let scratch: SortedArray = room;
  const waiting: Windows[] = [runs];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const { length, longest } = extent(part);
    if (length === 0) continue;
    const [start, end] = [part.from[longest] ?? 0, part.to[longest] ?? 0];
    if (end - start === length) {
      yield values.subarray(start, end);
      continue;
    }
    const halves = length > Math.max(STRETCH, part.from.length * SHORT) ? halved(values, part, longest) : null;
    if (halves !== null) {
      waiting.push(...halves);
      continue;
    }
    if (room.length < length) [room, scratch] = [arrayLike(values, length), arrayLike(values, length)];
    const stretch = room.subarray(0, length);
    let at = 0;
    for (let run = 0; run < part.from.length; run += 1) {
      const [first, past] = [part.from[run] ?? 0, part.to[run] ?? 0];
      if (past - first > COPIED) stretch.set(values.subarray(first, past), at);
      else for (let index = first; index < past; index += 1) stretch[at + index - first] = values[index] ?? 0;
      at += past - first;
    }
    sortNumbers(stretch, scratch);
    yield stretch;
  }
}

/** Fewer values than these are faster copied one by one. */
const COPIED = 32;

function extent({ from, to }: Windows): { readonly length: number; readonly longest: number } {
  let length = 0;
  let longest = 0;
  let most = 0;
  for (let run = 0; run < from.length; run += 1) {
    const own = (to[run] ?? 0) - (from[run] ?? 0);
    length += own;
    if (own > most) [most, longest] = [own, run];
  }
  return { length, longest };
}

/** What lies above the middle of the longest run, then the rest; null where nothing does. */
function halved(values: SortedArray, { from, to }: Windows, longest: number): readonly [Windows, Windows] | null {
  // Adding 0 makes a negative zero, which is equal to the plain one, that.
  const pivot = (values[((from[longest] ?? 0) + (to[longest] ?? 0)) >>> 1] ?? 0) + 0;
  const cut = from.map((start, run) => firstPast(values, start, to[run] ?? 0, pivot));
  const hasMore = cut.some((place, run) => place < (to[run] ?? 0));
  return hasMore
    ? [
        { from: cut, to },
        { from, to: cut },
      ]
    : null;
}

export function arrayLike(values: SortedArray, length: number): SortedArray {
  return values instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
}
