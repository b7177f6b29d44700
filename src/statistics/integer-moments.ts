import type { Moments } from '../model/tally.ts';
import { canonical, grow } from './expansion.ts';

/** So many sums of parts of 32 bits stay whole numbers below 2^53. */
const BLOCK = 2 ** 20;

/** What `momentsOf` gives for whole numbers, to the bit: their sums are exact in plain doubles for a long stretch. */
export function integerMoments(values: Int32Array): Moments {
  const total: number[] = [];
  const squares: number[] = [];
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < values.length; start += BLOCK) {
    const end = Math.min(values.length, start + BLOCK);
    let sum = 0;
    // A value is 2^16 high + low, its square 2^32 high^2 + 2^17 high low + low^2.
    let highs = 0;
    let mixed = 0;
    let lows = 0;
    for (let index = start; index < end; index += 1) {
      const value = values[index] ?? 0;
      const high = value >> 16;
      const low = value & 0xffff;
      sum += value;
      highs += high * high;
      mixed += high * low;
      lows += low * low;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    grow(total, sum);
    grow(squares, lows);
    grow(squares, mixed * 2 ** 17);
    grow(squares, highs * 2 ** 32);
  }
  return { count: values.length, sum: canonical(total), squares: canonical(squares), min, max };
}
