import { DIGIT, FEW, startsOf } from './digits.ts';

/**
 * By the digits of where a value lies between the least and the most, which never puts a larger one first; what shares
 * all of them is put in order at the end. Where that is too much, as with an outlier far away, the language sorts.
 */
export function sortDoubles(values: Float64Array, scratch: Float64Array): void {
  const { length } = values;
  if (length < FEW) {
    values.sort();
    return;
  }
  let before = values[0] ?? 0;
  let least = before;
  let most = before;
  let isSorted = true;
  let isPlain = true;
  for (let index = 0; index < length; index += 1) {
    const value = values[index] ?? 0;
    // Infinite, or a zero below zero.
    if (value - value !== 0 || (value === 0 && 1 / value < 0)) isPlain = false;
    if (value < before) isSorted = false;
    if (value < least) least = value;
    if (value > most) most = value;
    before = value;
  }
  if (isPlain && isSorted) return;
  const passes = length < 65_536 ? 2 : 3;
  const width = passes === 2 ? DIGIT : DIGIT - 1;
  const scale = (2 ** (passes * width) - 1) / (most - least);
  if (!isPlain || !Number.isFinite(scale) || scale === 0) {
    values.sort();
    return;
  }
  const places = new Int32Array(1 << width);
  let from = values;
  let to = scratch;
  for (let pass = 0; pass < passes; pass += 1) {
    const shift = pass * width;
    const mask = places.length - 1;
    places.fill(0);
    for (let index = 0; index < length; index += 1) {
      const digit = ((((from[index] ?? 0) - least) * scale) >>> shift) & mask;
      places[digit] = (places[digit] ?? 0) + 1;
    }
    startsOf(places);
    for (let index = 0; index < length; index += 1) {
      const value = from[index] ?? 0;
      const digit = (((value - least) * scale) >>> shift) & mask;
      const place = places[digit] ?? 0;
      to[place] = value;
      places[digit] = place + 1;
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from.subarray(0, length));
  finish(values);
}

/** Sorts what is nearly in order. */
function finish(values: Float64Array): void {
  let moves = 4 * values.length;
  for (let index = 1; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    let place = index;
    while (place > 0 && (values[place - 1] ?? 0) > value) {
      values[place] = values[place - 1] ?? 0;
      place -= 1;
    }
    values[place] = value;
    moves -= index - place;
    if (moves < 0) {
      values.sort();
      return;
    }
  }
}
