import { CR, LINE_END, OFFSET } from './constants';

export function regular(separators: usize, rows: u32, width: u32): i32 {
  // Each `width`th is a line end, and there are no more than those.
  let at = separators + (width - 1) * 4;
  let all: u32 = LINE_END;
  for (let row: u32 = 0; row < rows; row++) {
    all &= load<u32>(at);
    at += width * 4;
  }
  if (all == 0) return 0;

  at = separators;
  const end = separators + rows * width * 4;
  let counts = i32x4.splat(0);
  for (; at + 16 <= end; at += 16) counts = i32x4.add(counts, i32x4.shr_u(v128.load(at), 31));
  let count: u32 =
    i32x4.extract_lane(counts, 0) +
    i32x4.extract_lane(counts, 1) +
    i32x4.extract_lane(counts, 2) +
    i32x4.extract_lane(counts, 3);
  for (; at < end; at += 4) count += load<u32>(at) >> 31;
  return i32(count == rows);
}

export function findFirst(
  from: usize,
  separators: usize,
  width: u32,
  row: u32,
  rows: u32,
  quote: u32,
  text: usize,
  length: u32,
): i32 {
  let at = separators + row * width * 4;
  for (let each = row; each < rows; each++) {
    let start: usize = each == 0 ? from : from + (load<u32>(at - 4) & OFFSET) + 1;
    let end: usize = from + (load<u32>(at) & OFFSET);
    at += width * 4;
    if (width == 1 && start < end && load<u8>(end - 1) == CR) end--;
    // Most differ in length, and need not be looked at: with quotes there are two bytes more.
    const more = u32(end - start) - length;
    if ((more & ~2) != 0) continue;
    if (quote != 0 && end - start >= 2 && load<u8>(start) == quote && load<u8>(end - 1) == quote) {
      start++;
      end--;
    }
    if (end - start == length && isSame(start, text, length)) return each;
  }
  return -1;
}

function isSame(left: usize, right: usize, length: u32): bool {
  for (let i: usize = 0; i < length; i++) {
    if (load<u8>(left + i) != load<u8>(right + i)) return false;
  }
  return true;
}

export function lines(
  separators: usize,
  width: u32,
  rows: u32,
  line: f64,
  quotedEnds: usize,
  quotedCount: u32,
  lines: usize,
): void {
  let next = line;
  let quoted = quotedEnds;
  const quotedEnd = quotedEnds + quotedCount * 4;
  let at = separators + (width - 1) * 4;
  for (let row: u32 = 0; row < rows; row++) {
    store<f64>(lines + row * 8, next);
    if (quoted < quotedEnd) {
      const end = load<u32>(at) & OFFSET;
      while (quoted < quotedEnd && load<u32>(quoted) < end) {
        next += 1;
        quoted += 4;
      }
      at += width * 4;
    }
    next += 1;
  }
}
