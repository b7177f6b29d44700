import { bare, endAt, firstEnd, isDressed, isLastOf, MISS, startAt, stepOf } from './cell';
import { BLANK, VALUE } from './constants';

/** Digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS: u32 = 15;
const MOST: f64 = 9_007_199_254_740_991;

// Eight digits; six for each; the bits that no digit has.
const ZEROS: u64 = 0x3030_3030_3030_3030;
const SIXES: u64 = 0x0606_0606_0606_0606;
const HIGH_HALVES: u64 = 0xf0f0_f0f0_f0f0_f0f0;

const NOT_A_NUMBER: u64 = 0x7ff8_0000_0000_0000;

export function numbers(
  cells: usize,
  mark: u32,
  scale: f64,
  shift: u32,
  least: f64,
  most: f64,
  values: usize,
  states: usize,
  misses: usize,
): i32 {
  const from: usize = load<u32>(cells);
  const first: usize = load<u32>(cells, 4);
  const rows = load<u32>(cells, 20);
  const quote = load<u32>(cells, 24);
  const step = stepOf(cells);
  const isLast = isLastOf(cells);
  const unit = powerOfTen(shift);
  const isPlain = scale == 1 && unit == 1;
  let at = firstEnd(cells);
  let missed: i32 = 0;

  for (let row: u32 = 0; row < rows; row++, at += step) {
    let start = startAt(at, first, from);
    let end = endAt(at, start, from, isLast);
    if (isDressed(start, end, quote)) {
      const cell = bare(start, end, quote);
      start = usize(cell & 0xffff_ffff);
      end = usize(cell >> 32);
    }
    if (start != MISS) {
      const length = u64(end - start);
      let value = NaN;
      let digits = ZEROS;
      // The cell's bytes on top, zeros below. Blanks go the same way, since nobody can tell in advance where they are.
      if (length < 8) {
        digits = ((load<u64>(start) << (56 - length * 8)) << 8) | (ZEROS >> (length * 8));
        digits ^= ZEROS;
      }
      if (((digits | (digits + SIXES)) & HIGH_HALVES) == 0) {
        value = f64(valueOf(digits));
        if (!isPlain) {
          value *= scale;
          value = value > MOST ? NaN : value / unit;
        }
      } else {
        value = readNumber(start, end, mark, scale, unit);
      }
      // NaN is not in any range.
      const isBlank = length == 0;
      if (u32(isBlank) | (u32(value >= least) & u32(value <= most))) {
        store<u64>(values + row * 8, select<u64>(NOT_A_NUMBER, reinterpret<u64>(value), isBlank));
        store<u8>(states + row, select<u8>(BLANK, VALUE, isBlank));
        continue;
      }
    }
    store<i32>(misses + missed * 4, row);
    missed++;
  }
  return missed;
}

/** The number of eight digits, the first in the lowest byte: of pairs, then of both halves at once. */
function valueOf(digits: u64): u32 {
  const pairs = digits * 10 + (digits >> 8);
  const even = (pairs & 0x0000_00ff_0000_00ff) * 0x000f_4240_0000_0064;
  const uneven = ((pairs >> 16) & 0x0000_00ff_0000_00ff) * 0x0000_2710_0000_0001;
  return u32((even + uneven) >> 32);
}

/** NaN where it is no number; `unit` is the power of ten that it is divided by beside its decimals. */
function readNumber(start: usize, end: usize, mark: u32, scale: f64, unit: f64): f64 {
  const sign = load<u8>(start);
  let at = start + usize(mark != 0 && (sign == 0x2d || sign == 0x2b));
  let mantissa: u64 = 0;
  let digits: u32 = 0;
  // The place behind the mark; 0 before there is one.
  let decimals: usize = 0;
  for (; at < end; at++) {
    const byte = load<u8>(at);
    const digit = u32(byte) - 48;
    if (digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
    } else if (byte == mark && mark != 0 && decimals == 0) {
      decimals = at + 1;
    } else {
      return NaN;
    }
  }
  if (digits == 0 || digits > EXACT_DIGITS) return NaN;
  const scaled = f64(mantissa) * scale;
  if (scaled > MOST) return NaN;
  // Both are exact, so that the one division rounds once, as reading the decimal does.
  let divisor = unit;
  if (decimals != 0) divisor *= powerOfTen(u32(end - decimals));
  const value = divisor == 1 ? scaled : scaled / divisor;
  return sign == 0x2d && value != 0 ? -value : value;
}

/** Exact up to 10^22. */
function powerOfTen(exponent: u32): f64 {
  let power: f64 = 1;
  for (let i: u32 = 0; i < exponent; i++) power *= 10;
  return power;
}
