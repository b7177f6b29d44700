import { bare, endAt, firstEnd, isDressed, isLastOf, MISS, startAt, stepOf } from './cell';
import { DAY_MS, monthOf, NO_MONTH } from './civil';
import { BLANK, DATE, LOCAL, SPACE, VALUE } from './constants';

// Eight bytes at a time, the first the lowest: zeros where digits stand and the other characters themselves, which XOR
// makes digits of one and zeros of the other; then the bits that must be zero in that and in it plus six a digit.
const YEAR_MONTH: u64 = 0x2d30_302d_3030_3030; // 0000-00-
const YEAR_MONTH_SIXES: u64 = 0x0006_0600_0606_0606;
const YEAR_MONTH_ZEROS: u64 = 0xfff0_f0ff_f0f0_f0f0;
const DAY_TIME: u64 = 0x3030_3a30_3054_3030; // 00T00:00
const DAY_TIME_SIXES: u64 = 0x0606_0006_0600_0606;
const DAY_TIME_ZEROS: u64 = 0xf0f0_fff0_f000_f0f0;
const MARK: u64 = 0xff_0000;
const SECOND: u32 = 0x0030_303a; // :00
const SECOND_SIXES: u32 = 0x0006_0600;
const SECOND_ZEROS: u32 = 0x00f0_f0ff;

const MARK_LANE: u8 = 6;
const Z_LANE: u8 = 15;
const NOT_A_NUMBER: u64 = 0x7ff8_0000_0000_0000;

/** What `readTail` says of bytes that are no end of a time. */
const NONE: i32 = i32.MIN_VALUE;
const FARTHEST: i32 = 14 * 60;

export function moments(cells: usize, utc: i32, values: usize, states: usize, misses: usize, result: usize): i32 {
  const from: usize = load<u32>(cells);
  const first: usize = load<u32>(cells, 4);
  const rows = load<u32>(cells, 20);
  const quote = load<u32>(cells, 24);
  const step = stepOf(cells);
  const isLast = isLastOf(cells);
  const local: u8 = utc != 0 ? VALUE : LOCAL;
  let at = firstEnd(cells);
  let missed: i32 = 0;
  let unsettled: i32 = 0;
  // Cells follow each other in time, mostly, and are of one shape: 2025-03-04T05:06:07Z, or without the Z, or with a
  // space. Then what stands behind the year is read at once: day, hour, minute and second.
  let memo: u64 = 0;
  let month: i32 = NO_MONTH;
  let monthStart: f64 = 0;
  let usual: u32 = 0;
  let state: u8 = VALUE;
  let pattern = usualOf(0);
  let most = mostOf(20);
  let mostParts = i32x4(0, 23, 59, 59);

  for (let row: u32 = 0; row < rows; row++, at += step) {
    let start = startAt(at, first, from);
    let end = endAt(at, start, from, isLast);
    if (isDressed(start, end, quote)) {
      const cell = bare(start, end, quote);
      start = usize(cell & 0xffff_ffff);
      end = usize(cell >> 32);
    }
    if (start != MISS) {
      const length = u32(end - start);
      const isBlank = length == 0;
      const unusual = (load<u64>(start) ^ memo) | u64(length ^ usual);
      // Blanks go the same way, since nobody can tell in advance where they are.
      if (u32(isBlank) | u32(unusual == 0)) {
        const digits = v128.xor(v128.load(start, 4), pattern);
        const ordered = i8x16.shuffle(digits, digits, 4, 5, 7, 8, 10, 11, 13, 14, 4, 4, 4, 4, 4, 4, 4, 4);
        const weighed = i16x8.extmul_low_i8x16_u(ordered, i8x16(10, 1, 10, 1, 10, 1, 10, 1, 0, 0, 0, 0, 0, 0, 0, 0));
        // The day counts from 0, so that day 0 is beyond all.
        const parts = i32x4.sub(i32x4.dot_i16x8_s(weighed, i16x8.splat(1)), i32x4(1, 0, 0, 0));
        const beyond = v128.or(i8x16.sub_sat_u(digits, most), i8x16.sub_sat_u(parts, mostParts));
        if (u32(isBlank) | u32(!v128.any_true(beyond))) {
          const times = i32x4.mul(parts, i32x4(86_400_000, 3_600_000, 60_000, 1000));
          const pairs = i32x4.add(
            times,
            i8x16.shuffle(times, times, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7),
          );
          const time = u32(i32x4.extract_lane(pairs, 0) + i32x4.extract_lane(pairs, 1));
          store<u64>(values + row * 8, select<u64>(NOT_A_NUMBER, reinterpret<u64>(monthStart + f64(time)), isBlank));
          store<u8>(states + row, select<u8>(BLANK, state, isBlank));
          unsettled += i32(u32(state == LOCAL) & u32(!isBlank));
          continue;
        }
      }
      if (length >= 10) {
        const yearMonth = load<u64>(start);
        if (yearMonth != memo) {
          memo = yearMonth;
          month = readMonth(yearMonth);
          // Nothing is usual until one cell of the month was read.
          usual = 0;
        }
        if (month != NO_MONTH) {
          const dayTime = load<u64>(start, 8) ^ DAY_TIME;
          // The mark between day and hour is no digit: it would run over into the hours.
          const digits = dayTime & ~MARK;
          const pairs = digits * 10 + (digits >> 8);
          const day = i32(pairs & 0xff);
          const midnight = i64((month >> 5) + day) * DAY_MS;
          const beyond = (day - 1) | ((month & 31) - day);
          if (length >= 16) {
            const mark = u32(dayTime >> 16) & 0xff;
            const wrong =
              ((dayTime | (dayTime + DAY_TIME_SIXES)) & DAY_TIME_ZEROS) | u64(mark != 0 && mark != (0x54 ^ SPACE));
            const hour = i32((pairs >> 24) & 0xff);
            const minute = i32((pairs >> 48) & 0xff);
            if (wrong == 0 && (beyond | (23 - hour) | (59 - minute)) >= 0) {
              const time = midnight + i64((hour * 60 + minute) * 60_000);
              const tail = readTail(start + 16, start + length);
              if (tail != NONE) {
                const own = (tail & 1) != 0 ? VALUE : local;
                store<f64>(values + row * 8, f64(time + (tail >> 1)));
                store<u8>(states + row, own);
                unsettled += i32(own == LOCAL);
                if (length == 19 || (length == 20 && load<u8>(start, 19) == 0x5a)) {
                  usual = length;
                  state = own;
                  pattern = usualOf(load<u8>(start, 10));
                  most = mostOf(length);
                  monthStart = f64(i64((month >> 5) + 1) * DAY_MS);
                  mostParts = i32x4.replace_lane(mostParts, 0, (month & 31) - 1);
                }
                continue;
              }
            }
          } else if (length == 10 && ((dayTime | (dayTime + 0x0606)) & 0xf0f0) == 0 && beyond >= 0) {
            store<f64>(values + row * 8, f64(midnight));
            store<u8>(states + row, DATE);
            unsettled++;
            continue;
          }
        }
      }
    }
    store<i32>(misses + missed * 4, row);
    missed++;
  }
  store<i32>(result, unsettled);
  return missed;
}

/** `-00-00T00:00:00Z` with any mark between day and hour. */
function usualOf(mark: u8): v128 {
  const usual = i8x16(45, 48, 48, 45, 48, 48, 0, 48, 48, 58, 48, 48, 58, 48, 48, 90);
  return i8x16.replace_lane(usual, MARK_LANE, i8(mark));
}

/** How far each byte may be above those of `usualOf`: the Z may be anything where the cell ends before it. */
function mostOf(length: u32): v128 {
  const most = i8x16(0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0);
  return i8x16.replace_lane(most, Z_LANE, length == 20 ? 0 : -1);
}

function readMonth(text: u64): i32 {
  const digits = text ^ YEAR_MONTH;
  if (((digits | (digits + YEAR_MONTH_SIXES)) & YEAR_MONTH_ZEROS) != 0) return NO_MONTH;
  const pairs = digits * 10 + (digits >> 8);
  return monthOf(i32(pairs & 0xff) * 100 + i32((pairs >> 16) & 0xff), i32((pairs >> 40) & 0xff));
}

/** `:SS` in milliseconds; the fourth byte is none of it. */
function readSecond(text: u32): i32 {
  const digits = text ^ SECOND;
  if (((digits | (digits + SECOND_SIXES)) & SECOND_ZEROS) != 0) return NONE;
  const second = ((digits >> 8) & 0xff) * 10 + ((digits >> 16) & 0xff);
  return second > 59 ? NONE : second * 1000;
}

/** What follows the minutes, in milliseconds from them, less the offset; times two, plus one where there is an offset. */
function readTail(from: usize, end: usize): i32 {
  let at = from;
  let time: i32 = 0;
  if (at + 3 <= end && load<u8>(at) == 0x3a) {
    time = readSecond(load<u32>(at));
    if (time == NONE) return NONE;
    at += 3;
    if (at < end && load<u8>(at) == 0x2e) {
      const firstDigit = ++at;
      let scale: i32 = 100;
      for (; at < end; at++) {
        const digit = u32(load<u8>(at)) - 48;
        if (digit > 9) break;
        time += digit * scale;
        scale = (scale * 205) >> 11;
      }
      if (at == firstDigit) return NONE;
    }
  }
  if (at == end) return time * 2;
  const sign = load<u8>(at);
  if (at + 1 == end) return sign == 0x5a ? time * 2 + 1 : NONE;
  if (at + 6 != end || (sign != 0x2b && sign != 0x2d) || load<u8>(at, 3) != 0x3a) return NONE;
  const hours = twoDigits(at + 1);
  const minutes = twoDigits(at + 4);
  const offset = hours * 60 + minutes;
  if (hours < 0 || minutes < 0 || minutes > 59 || offset > FARTHEST) return NONE;
  return (time + (sign == 0x2d ? offset : -offset) * 60_000) * 2 + 1;
}

function twoDigits(at: usize): i32 {
  const tens = u32(load<u8>(at)) - 48;
  const ones = u32(load<u8>(at, 1)) - 48;
  return tens > 9 || ones > 9 ? -1000 : i32(tens * 10 + ones);
}
