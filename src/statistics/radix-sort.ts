import { DIGIT, FEW, startsOf } from './digits.ts';
import { sortDoubles } from './radix-sort-doubles.ts';

/** Whole numbers, or any finite or infinite ones, in ascending order; -0 stands before 0. */
export type SortedArray = Int32Array | Float64Array;

/** Sorts in place, ascending, by an array of the same kind that is at least as long and is overwritten. */
export function sortNumbers(values: SortedArray, scratch: SortedArray): void {
  if (values instanceof Int32Array && scratch instanceof Int32Array) sortIntegers(values, scratch);
  else if (values instanceof Float64Array && scratch instanceof Float64Array) sortDoubles(values, scratch);
  else values.sort();
}

/** By digits from the last to the first (D. E. Knuth, The Art of Computer Programming 3, 5.2.5): linear. */
function sortIntegers(values: Int32Array, scratch: Int32Array): void {
  const { length } = values;
  if (length < FEW) {
    values.sort();
    return;
  }
  let before = values[0] ?? 0;
  let least = before;
  let most = before;
  let isSorted = true;
  for (let index = 1; index < length; index += 1) {
    const value = values[index] ?? 0;
    if (value < before) isSorted = false;
    if (value < least) least = value;
    if (value > most) most = value;
    before = value;
  }
  if (isSorted) return;
  const bits = 32 - Math.clz32(most - least);
  if (bits <= DIGIT) {
    recount(values, least, 1 << bits);
    return;
  }
  const passes = Math.ceil(bits / DIGIT);
  const width = Math.ceil(bits / passes);
  const places = new Int32Array(1 << width);
  let from = values;
  let to = scratch;
  for (let pass = 0; pass < passes; pass += 1) {
    const shift = pass * width;
    const mask = places.length - 1;
    places.fill(0);
    for (let index = 0; index < length; index += 1) {
      const digit = (((from[index] ?? 0) - least) >>> shift) & mask;
      places[digit] = (places[digit] ?? 0) + 1;
    }
    startsOf(places);
    for (let index = 0; index < length; index += 1) {
      const value = from[index] ?? 0;
      const digit = ((value - least) >>> shift) & mask;
      const place = places[digit] ?? 0;
      to[place] = value;
      places[digit] = place + 1;
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from.subarray(0, length));
}

/** Where there are few different values they need not be moved: each is written as often as it is there. */
function recount(values: Int32Array, least: number, different: number): void {
  const counts = new Int32Array(different);
  for (let index = 0; index < values.length; index += 1) {
    const at = (values[index] ?? 0) - least;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  let index = 0;
  for (let at = 0; at < different; at += 1) {
    for (let count = counts[at] ?? 0; count > 0; count -= 1) {
      values[index] = least + at;
      index += 1;
    }
  }
}
