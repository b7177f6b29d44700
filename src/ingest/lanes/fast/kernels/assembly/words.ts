import { bare, firstEnd, isDressed, isLastOf, MISS, rawAt, stepOf } from './cell';

// A table begins with four Uint32: slots less one, words, bytes of keys, room for them. Then 16 bytes a slot: the first
// eight bytes of a word, zeros behind a shorter one; Uint32, the word's length plus one, or where it has more than eight
// bytes KEY plus the place of its key; Int32, its code. A slot of zeros is free. Then the keys: a word's length in eight
// bytes, and what it has beyond eight, filled up to eights with zeros.
const HEADER: usize = 16;
const SLOT: usize = 16;
const KEY: u32 = 16;

export function words(cells: usize, table: usize, codes: usize, misses: usize): i32 {
  const from: usize = load<u32>(cells);
  const first: usize = load<u32>(cells, 4);
  const rows = load<u32>(cells, 20);
  const quote = load<u32>(cells, 24);
  const step = stepOf(cells);
  const isLast = isLastOf(cells);
  const mask = load<u32>(table);
  const slots = table + HEADER;
  const keys = slots + (usize(mask) + 1) * SLOT;
  let at = firstEnd(cells);
  let missed: i32 = 0;

  for (let row: u32 = 0; row < rows; row++, at += step) {
    let cell = rawAt(at, first, from, isLast);
    if (isDressed(cell, quote)) cell = bare(cell, quote);
    const start = usize(cell & 0xffff_ffff);
    const length = u32(cell >> 32) - u32(start);
    let slot: usize = 0;
    if (cell != MISS) {
      if (length == 0) {
        store<i32>(codes + row * 4, -1);
        continue;
      }
      if (length <= 8) {
        const head = load<u64>(start) & headMask(length);
        slot = slots + usize(finish(mix(length, head)) & mask) * SLOT;
        while (load<u64>(slot) != head || load<u32>(slot, 8) != length + 1) {
          if (load<u32>(slot, 8) == 0) {
            slot = 0;
            break;
          }
          slot += SLOT;
          if (slot == keys) slot = slots;
        }
      } else {
        slot = findLong(slots, mask, keys, start, length);
      }
    }
    if (slot != 0) {
      store<i32>(codes + row * 4, load<i32>(slot, 12));
    } else {
      store<i32>(misses + missed * 4, row);
      missed++;
    }
  }
  return missed;
}

/** The slot of a word longer than eight bytes, 0 where there is none. */
function findLong(slots: usize, mask: u32, keys: usize, start: usize, length: u32): usize {
  let hash = mix(length, load<u64>(start));
  let done: u32 = 8;
  for (; done + 8 <= length; done += 8) hash = mix(hash, load<u64>(start + done));
  if (done < length) hash = mix(hash, load<u64>(start + done) & headMask(length - done));
  let slot = slots + usize(finish(hash) & mask) * SLOT;
  for (let key = load<u32>(slot, 8); key != 0; key = load<u32>(slot, 8)) {
    if (key >= KEY && load<u64>(slot) == load<u64>(start)) {
      if (isKey(keys + key - KEY, start, length)) return slot;
    }
    slot += SLOT;
    if (slot == keys) slot = slots;
  }
  return 0;
}

/** Whether the key is that of the bytes, whose first eight are known to be the same. */
function isKey(key: usize, start: usize, length: u32): bool {
  if (load<u32>(key) != length) return false;
  let done: u32 = 8;
  for (; done + 8 <= length; done += 8) {
    if (load<u64>(key + done) != load<u64>(start + done)) return false;
  }
  return done == length || load<u64>(key + done) == (load<u64>(start + done) & headMask(length - done));
}

/** Of eight bytes the first 1 to 8. */
function headMask(length: u32): u64 {
  return ~u64(0) >> u64(64 - length * 8);
}

function mix(hash: u32, word: u64): u32 {
  return (rotl(hash, 13) ^ (u32(word) * 0x9e37_79b1)) + u32(word >> 32) * 0x85eb_ca77;
}

function finish(hash: u32): u32 {
  const half = (hash ^ (hash >> 15)) * 0xc2b2_ae3d;
  return half ^ (half >> 16);
}

export function makeTable(table: usize, slots: u32, keyRoom: u32): void {
  store<u32>(table, slots - 1);
  store<u32>(table, 0, 4);
  store<u32>(table, 0, 8);
  store<u32>(table, keyRoom, 12);
  memory.fill(table + HEADER, 0, usize(slots) * SLOT);
}

export function addWord(table: usize, bytes: usize, length: u32, code: i32): i32 {
  const mask = load<u32>(table);
  const slots = table + HEADER;
  const keys = slots + (usize(mask) + 1) * SLOT;
  const head = wordOf(bytes, length);
  let hash = mix(length, head);
  for (let done: u32 = 8; done < length; done += 8) hash = mix(hash, wordOf(bytes + done, length - done));

  let slot = slots + usize(finish(hash) & mask) * SLOT;
  for (let key = load<u32>(slot, 8); key != 0; key = load<u32>(slot, 8)) {
    if (load<u64>(slot) == head) {
      if (length <= 8 ? key == length + 1 : key >= KEY && isTold(keys + key - KEY, bytes, length)) {
        store<i32>(slot, code, 12);
        return 1;
      }
    }
    slot += SLOT;
    if (slot == keys) slot = slots;
  }

  const count = load<u32>(table, 4) + 1;
  if (u64(count) * 4 > (u64(mask) + 1) * 3) return 0;
  let meta = length + 1;
  if (length > 8) {
    const used = load<u32>(table, 8);
    const size = (u64(length) + 7) & ~u64(7);
    if (used + size > load<u32>(table, 12)) return 0;
    meta = KEY + used;
    store<u64>(keys + used, length);
    for (let done: u32 = 8; done < length; done += 8) {
      store<u64>(keys + used + done, wordOf(bytes + done, length - done));
    }
    store<u32>(table, used + u32(size), 8);
  }
  store<u64>(slot, head);
  store<u32>(slot, meta, 8);
  store<i32>(slot, code, 12);
  store<u32>(table, count, 4);
  return 1;
}

function isTold(key: usize, bytes: usize, length: u32): bool {
  if (load<u32>(key) != length) return false;
  for (let done: u32 = 8; done < length; done += 8) {
    if (load<u64>(key + done) != wordOf(bytes + done, length - done)) return false;
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
