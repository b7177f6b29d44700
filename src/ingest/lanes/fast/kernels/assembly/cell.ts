import { CR, OFFSET, SPACE, TAB } from './constants';

/** Where a cell begins and ends that the kernels cannot be sure of. */
export const MISS: usize = 0xffff_ffff;
const NOWHERE: u64 = 0xffff_ffff_ffff_ffff;

/** Pointer to the separator that ends the column's cell of the first row; the next row's is `stepOf` bytes on. */
export function firstEnd(cells: usize): usize {
  return load<u32>(cells, 4) + (load<u32>(cells, 16) * load<u32>(cells, 8) + load<u32>(cells, 12)) * 4;
}

export function stepOf(cells: usize): usize {
  return load<u32>(cells, 8) * 4;
}

/** 1 where the column is the last of its rows. */
export function isLastOf(cells: usize): usize {
  return usize(load<u32>(cells, 12) + 1 == load<u32>(cells, 8));
}

/** Pointer to the first byte of a cell as it lies between its separators. */
export function startAt(at: usize, first: usize, from: usize): usize {
  return at == first ? from : from + (load<u32>(at - 4) & OFFSET) + 1;
}

/** Pointer behind its last byte. */
export function endAt(at: usize, start: usize, from: usize, isLast: usize): usize {
  const end: usize = from + (load<u32>(at) & OFFSET);
  // The byte before an empty cell is looked at for nothing: a branch would cost more.
  return isLast == 0 ? end : end - (usize(start < end) & usize(load<u8>(end - 1) == CR));
}

/** Whether a cell may have quotes or blanks about it. Most have not, and no kernel calls anything for those. */
export function isDressed(start: usize, end: usize, quote: u32): bool {
  const head: i32 = load<u8>(start);
  const last: i32 = load<u8>(end - 1);
  // By signs, without a branch, since nobody can tell in advance which cells are empty.
  const isAny = (head - (SPACE + 1)) | (last - (SPACE + 1)) | ((head ^ quote) - 1);
  return i32(isAny & (start - end)) < 0;
}

/**
 * Pointers to the first byte of a cell (low 32 bits) and behind its last (high) without quotes, and without spaces and
 * tabs at both ends; the same place twice for a blank; or MISS twice.
 */
export function bare(first: usize, behind: usize, quote: u32): u64 {
  let start = first;
  let end = behind;
  if (quote != 0 && load<u8>(start) == quote) {
    if (end - start < 2 || load<u8>(end - 1) != quote) return NOWHERE;
    start++;
    end--;
    if (holds(start, end, quote)) return NOWHERE;
  }
  while (start < end && isBlank(load<u8>(start))) start++;
  while (start < end && isBlank(load<u8>(end - 1))) end--;
  return u64(start) | (u64(end) << 32);
}

function isBlank(byte: u32): bool {
  return byte == SPACE || byte == TAB;
}

function holds(start: usize, end: usize, byte: u32): bool {
  const bytes = i8x16.splat(i8(byte));
  let at = start;
  for (; at + 16 <= end; at += 16) {
    if (v128.any_true(i8x16.eq(v128.load(at), bytes))) return true;
  }
  for (; at < end; at++) {
    if (load<u8>(at) == byte) return true;
  }
  return false;
}
