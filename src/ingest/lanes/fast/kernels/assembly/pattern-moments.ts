import { bare, endAt, firstEnd, isDressed, isLastOf, MISS, startAt, stepOf } from './cell';
import { DAY_MS, monthOf, NO_MONTH } from './civil';
import {
  BLANK,
  DATE,
  LOCAL,
  READ_BLANK,
  READ_DAY,
  READ_FRACTION,
  READ_HALF,
  READ_HOUR,
  READ_HOUR_OF_HALF,
  READ_LITERAL,
  READ_MINUTE,
  READ_MONTH,
  READ_SECOND,
  READ_YEAR,
  READ_YEAR_OF_CENTURY,
  SPACE,
  TAB,
  VALUE,
} from './constants';

const STEP_BYTES: usize = 16;
const NONE: i64 = i64.MIN_VALUE;

export function patternMoments(
  cells: usize,
  steps: usize,
  stepCount: u32,
  utc: i32,
  values: usize,
  states: usize,
  misses: usize,
  result: usize,
): i32 {
  const from: usize = load<u32>(cells);
  const first: usize = load<u32>(cells, 4);
  const rows = load<u32>(cells, 20);
  const quote = load<u32>(cells, 24);
  const step = stepOf(cells);
  const isLast = isLastOf(cells);
  const stepsEnd = steps + usize(stepCount) * STEP_BYTES;
  const state: u8 = hasHour(steps, stepsEnd) ? (utc != 0 ? VALUE : LOCAL) : DATE;
  let at = firstEnd(cells);
  let missed: i32 = 0;
  let blanks: i32 = 0;

  for (let row: u32 = 0; row < rows; row++, at += step) {
    let start = startAt(at, first, from);
    let end = endAt(at, start, from, isLast);
    if (isDressed(start, end, quote)) {
      const cell = bare(start, end, quote);
      start = usize(cell & 0xffff_ffff);
      end = usize(cell >> 32);
    }
    const time: i64 = start == MISS || start == end ? NONE : readPattern(start, end, steps, stepsEnd);
    if (time != NONE) {
      store<f64>(values + row * 8, f64(time));
      store<u8>(states + row, state);
    } else if (start == end && start != MISS) {
      store<f64>(values + row * 8, NaN);
      store<u8>(states + row, BLANK);
      blanks++;
    } else {
      store<i32>(misses + missed * 4, row);
      missed++;
    }
  }
  store<i32>(result, state == VALUE ? 0 : rows - missed - blanks);
  return missed;
}

function hasHour(steps: usize, stepsEnd: usize): bool {
  for (let step = steps; step < stepsEnd; step += STEP_BYTES) {
    const read = load<i32>(step);
    if (read == READ_HOUR || read == READ_HOUR_OF_HALF) return true;
  }
  return false;
}

/** Milliseconds since 1970 as if in UTC, or NONE. */
function readPattern(start: usize, end: usize, steps: usize, stepsEnd: usize): i64 {
  let at = start;
  let year: i32 = 0;
  let month: i32 = 0;
  let day: i32 = 0;
  let hour: i32 = 0;
  let minute: i32 = 0;
  let second: i32 = 0;
  let fraction: i32 = 0;

  for (let step = steps; step < stepsEnd; step += STEP_BYTES) {
    const read = load<i32>(step);
    if (read == READ_LITERAL) {
      if (at == end || load<u8>(at) != u8(load<u32>(step, 12))) return NONE;
      at++;
      continue;
    }
    if (read == READ_BLANK) {
      const first = at;
      while (at < end && (load<u8>(at) == SPACE || load<u8>(at) == TAB)) at++;
      if (at == first) return NONE;
      continue;
    }
    if (read == READ_HALF) {
      if (end - at < 2 || (load<u8>(at, 1) | 32) != 0x6d) return NONE;
      const half = load<u8>(at) | 32;
      if (half != 0x61 && half != 0x70) return NONE;
      if (half == 0x70) hour += 12;
      at += 2;
      continue;
    }

    const fewest = load<u32>(step, 4);
    const most = load<u32>(step, 8);
    // Of a fraction the first three digits count; no other number has more than four.
    let value: i32 = 0;
    let count: u32 = 0;
    for (; count < most && at < end; count++, at++) {
      const digit = u32(load<u8>(at)) - 48;
      if (digit > 9) break;
      if (count < 4 - u32(read == READ_FRACTION)) value = value * 10 + digit;
    }
    if (count < fewest) return NONE;
    switch (read) {
      case READ_YEAR:
        year = value;
        break;
      case READ_YEAR_OF_CENTURY:
        year = value + (value >= 69 ? 1900 : 2000);
        break;
      case READ_MONTH:
        month = value;
        break;
      case READ_DAY:
        day = value;
        break;
      case READ_HOUR:
        if (value > 23) return NONE;
        hour += value;
        break;
      case READ_HOUR_OF_HALF:
        if (value < 1 || value > 12) return NONE;
        hour += value == 12 ? 0 : value;
        break;
      case READ_MINUTE:
        if (value > 59) return NONE;
        minute = value;
        break;
      case READ_SECOND:
        if (value > 59) return NONE;
        second = value;
        break;
      case READ_FRACTION:
        fraction = count == 1 ? value * 100 : count == 2 ? value * 10 : value;
        break;
      default:
        return NONE;
    }
  }
  if (at != end) return NONE;
  const found = monthOf(year, month);
  if (found == NO_MONTH || day < 1 || day > (found & 31)) return NONE;
  return i64((found >> 5) + day) * DAY_MS + i64(((hour * 60 + minute) * 60 + second) * 1000 + fraction);
}
