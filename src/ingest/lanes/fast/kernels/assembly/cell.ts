import { CR, OFFSET, SPACE, TAB } from './constants';

/** Stands for a cell that the kernels cannot be sure of. */
export const MISS: u64 = 0xffff_ffff_ffff_ffff;

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

/** Pointer to the cell's first byte (low 32 bits) and behind its last (high), as it lies between its separators. */
export function rawAt(at: usize, first: usize, from: usize, isLast: usize): u64 {
  const start: usize = at == first ? from : from + (load<u32>(at - 4) & OFFSET) + 1;
  const end: usize = from + (load<u32>(at) & OFFSET);
  // The byte before an empty cell is looked at for nothing: a branch would cost more.
  const returned = usize(start < end) & usize(load<u8>(end - 1) == CR) & isLast;
  return u64(start) | (u64(end - returned) << 32);
}

/** Whether a cell may have quotes or blanks about it. Most have not, and no kernel calls anything for those. */
export function isDressed(cell: u64, quote: u32): bool {
  const start = usize(cell & 0xffff_ffff);
  const end = usize(cell >> 32);
  const head: u32 = load<u8>(start);
  // Without a branch, since nobody can tell in advance which cells are empty.
  return (u32(start != end) & (u32(head <= SPACE) | u32(head == quote) | u32(u32(load<u8>(end - 1)) <= SPACE))) != 0;
}

/** The cell without quotes, and without spaces and tabs at both ends; the same place twice for a blank; or MISS. */
export function bare(cell: u64, quote: u32): u64 {
  let start = usize(cell & 0xffff_ffff);
  let end = usize(cell >> 32);
  if (quote != 0 && load<u8>(start) == quote) {
    if (end - start < 2 || load<u8>(end - 1) != quote) return MISS;
    start++;
    end--;
    if (holds(start, end, quote)) return MISS;
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
