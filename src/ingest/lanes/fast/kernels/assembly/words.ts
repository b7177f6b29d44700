import { bare, endAt, firstEnd, isDressed, isLastOf, MISS, startAt, stepOf } from './cell';

// A table begins with four Uint32: slots less one, words, bytes of keys, room for them. Then 32 bytes a slot: the first
// sixteen bytes of a word, zeros behind a shorter one; Uint32, the word's length plus one, 0 where the slot is free;
// Int32, its code; Uint32, the place of its key where it has more than sixteen bytes. The first slot is that of blanks,
// and not one of those that are counted. Then the keys: what words have beyond sixteen, filled up to eights with zeros.
const HEADER: usize = 16;
const SLOT: usize = 32;
const HEAD: u32 = 16;

export function words(cells: usize, table: usize, codes: usize, misses: usize): i32 {
  const from: usize = load<u32>(cells);
  const first: usize = load<u32>(cells, 4);
  const rows = load<u32>(cells, 20);
  const quote = load<u32>(cells, 24);
  const step = stepOf(cells);
  const isLast = isLastOf(cells);
  const mask = load<u32>(table);
  const shift = shiftOf(mask);
  const blank = table + HEADER;
  const slots = blank + SLOT;
  let at = firstEnd(cells);
  let missed: i32 = 0;

  for (let row: u32 = 0; row < rows; row++, at += step) {
    let start = startAt(at, first, from);
    let end = endAt(at, start, from, isLast);
    if (isDressed(start, end, quote)) {
      const cell = bare(start, end, quote);
      start = usize(cell & 0xffff_ffff);
      end = usize(cell >> 32);
      if (start == MISS) {
        store<i32>(misses + missed * 4, row);
        missed++;
        continue;
      }
    }
    const length = u32(end - start);
    // Short words and long ones, and blanks, go the same way: nobody can tell in advance which comes.
    const head = v128.and(v128.load(start), headMask(length));
    const low = u64(i64x2.extract_lane(head, 0));
    const high = u64(i64x2.extract_lane(head, 1));
    let slot = slots + usize((hashOf(low, high) >> shift) & mask) * SLOT;
    slot = select<usize>(blank, slot, length == 0);
    const other = (load<u64>(slot) ^ low) | (load<u64>(slot, 8) ^ high) | u64(load<u32>(slot, 16) ^ (length + 1));
    if (u32(other != 0) | u32(length > HEAD)) slot = find(slots, mask, start, length, low, high);
    if (slot != 0) {
      store<i32>(codes + row * 4, load<i32>(slot, 20));
    } else {
      store<i32>(misses + missed * 4, row);
      missed++;
    }
  }
  return missed;
}

/** The slot of a word, 0 where there is none. */
function find(slots: usize, mask: u32, start: usize, length: u32, low: u64, high: u64): usize {
  const keys = slots + (usize(mask) + 1) * SLOT;
  let hash = hashOf(low, high);
  let done = HEAD;
  for (; done + 8 <= length; done += 8) hash = mix(hash, load<u64>(start + done));
  if (done < length) hash = mix(hash, load<u64>(start + done) & wordMask(length - done));
  let slot = slots + usize((hash >> shiftOf(mask)) & mask) * SLOT;
  for (let known = load<u32>(slot, 16); known != 0; known = load<u32>(slot, 16)) {
    if (known == length + 1 && load<u64>(slot) == low && load<u64>(slot, 8) == high) {
      if (length <= HEAD || isKey(keys + load<u32>(slot, 24), start, length)) return slot;
    }
    slot += SLOT;
    if (slot == keys) slot = slots;
  }
  return 0;
}

/** Whether the key is that of the bytes, whose first sixteen are known to be the same, and the length. */
function isKey(key: usize, start: usize, length: u32): bool {
  let done = HEAD;
  for (; done + 8 <= length; done += 8) {
    if (load<u64>(key + done - HEAD) != load<u64>(start + done)) return false;
  }
  return done == length || load<u64>(key + done - HEAD) == (load<u64>(start + done) & wordMask(length - done));
}

/** Of sixteen bytes the first, as many as a word has. */
function headMask(length: u32): v128 {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  return i8x16.gt_s(i8x16.splat(i8(min(length, HEAD))), places);
}

/** Of eight bytes the first 1 to 8. */
function wordMask(length: u32): u64 {
  return ~u64(0) >> u64(64 - length * 8);
}

/** Of the first sixteen bytes. Its high bits are those that depend on all of them. */
function hashOf(low: u64, high: u64): u32 {
  return mix(0, low ^ rotl(high, 32));
}

function mix(hash: u32, word: u64): u32 {
  return (rotl(hash, 13) ^ (u32(word) * 0x9e37_79b1)) + u32(word >> 32) * 0x85eb_ca77;
}

/** Leaves as many high bits of a hash as there are in the mask. */
function shiftOf(mask: u32): u32 {
  return 32 - popcnt(mask);
}

export function makeTable(table: usize, slots: u32, keyRoom: u32): void {
  store<u32>(table, slots - 1);
  store<u32>(table, 0, 4);
  store<u32>(table, 0, 8);
  store<u32>(table, keyRoom, 12);
  memory.fill(table + HEADER, 0, (usize(slots) + 1) * SLOT);
  store<u32>(table + HEADER, 1, 16);
  store<i32>(table + HEADER, -1, 20);
}

export function addWord(table: usize, bytes: usize, length: u32, code: i32): i32 {
  const mask = load<u32>(table);
  const slots = table + HEADER + SLOT;
  const keys = slots + (usize(mask) + 1) * SLOT;
  const low = wordOf(bytes, length);
  const high = length > 8 ? wordOf(bytes + 8, length - 8) : 0;
  let hash = hashOf(low, high);
  for (let done = HEAD; done < length; done += 8) hash = mix(hash, wordOf(bytes + done, length - done));

  let slot = slots + usize((hash >> shiftOf(mask)) & mask) * SLOT;
  for (let known = load<u32>(slot, 16); known != 0; known = load<u32>(slot, 16)) {
    if (known == length + 1 && load<u64>(slot) == low && load<u64>(slot, 8) == high) {
      if (length <= HEAD || isTold(keys + load<u32>(slot, 24), bytes, length)) {
        store<i32>(slot, code, 20);
        return 1;
      }
    }
    slot += SLOT;
    if (slot == keys) slot = slots;
  }

  const count = load<u32>(table, 4) + 1;
  if (u64(count) * 4 > (u64(mask) + 1) * 3) return 0;
  if (length > HEAD) {
    const used = load<u32>(table, 8);
    const size = (u64(length - HEAD) + 7) & ~u64(7);
    if (used + size > load<u32>(table, 12)) return 0;
    for (let done = HEAD; done < length; done += 8) {
      store<u64>(keys + used + done - HEAD, wordOf(bytes + done, length - done));
    }
    store<u32>(slot, used, 24);
    store<u32>(table, used + u32(size), 8);
  }
  store<u64>(slot, low);
  store<u64>(slot, high, 8);
  store<u32>(slot, length + 1, 16);
  store<i32>(slot, code, 20);
  store<u32>(table, count, 4);
  return 1;
}

function isTold(key: usize, bytes: usize, length: u32): bool {
  for (let done = HEAD; done < length; done += 8) {
    if (load<u64>(key + done - HEAD) != wordOf(bytes + done, length - done)) return false;
  }
  return true;
}

/** Eight bytes, zeros behind a shorter rest; reads none of what lies behind. */
function wordOf(bytes: usize, rest: u32): u64 {
  if (rest >= 8) return load<u64>(bytes);
  let word: u64 = 0;
  for (let i: u32 = 0; i < rest; i++) word |= u64(load<u8>(bytes + i)) << u64(i * 8);
  return word;
}
