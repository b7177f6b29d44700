import { bare, endAt, firstEnd, isDressed, isLastOf, MISS, startAt, stepOf } from './cell';
import { BLANK, VALUE } from './constants';

const MOST_HOUR_DIGITS: usize = 9;
// `:00:00` in the eight bytes that end with it, as in moments.ts.
const TAIL: u64 = 0x3030_3a30_303a_0000;
const TAIL_BYTES: u64 = 0xffff_ffff_ffff_0000;
const TAIL_SIXES: u64 = 0x0606_0006_0600_0000;
const TAIL_ZEROS: u64 = 0xf0f0_fff0_f0ff_0000;

export function clocks(cells: usize, values: usize, states: usize, misses: usize): i32 {
  const from: usize = load<u32>(cells);
  const first: usize = load<u32>(cells, 4);
  const rows = load<u32>(cells, 20);
  const quote = load<u32>(cells, 24);
  const step = stepOf(cells);
  const isLast = isLastOf(cells);
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
      if (start == end) {
        store<f64>(values + row * 8, NaN);
        store<u8>(states + row, BLANK);
        continue;
      }
      const seconds = readClock(start, end);
      if (seconds >= 0) {
        store<f64>(values + row * 8, f64(seconds));
        store<u8>(states + row, VALUE);
        continue;
      }
    }
    store<i32>(misses + missed * 4, row);
    missed++;
  }
  return missed;
}

/** -1 where it is no clock. */
function readClock(start: usize, end: usize): i64 {
  const hourDigits = end - start - 6;
  if (end - start < 7 || hourDigits > MOST_HOUR_DIGITS) return -1;
  const tail = (load<u64>(end - 8) ^ TAIL) & TAIL_BYTES;
  if (((tail | (tail + TAIL_SIXES)) & TAIL_ZEROS) != 0) return -1;
  const pairs = tail * 10 + (tail >> 8);
  const minutes = u32(pairs >> 24) & 0xff;
  const seconds = u32(pairs >> 48) & 0xff;
  if (minutes > 59 || seconds > 59) return -1;
  let hours: u32 = 0;
  for (let at = start; at < end - 6; at++) {
    const digit = u32(load<u8>(at)) - 48;
    if (digit > 9) return -1;
    hours = hours * 10 + digit;
  }
  return i64(hours) * 3600 + minutes * 60 + seconds;
}
