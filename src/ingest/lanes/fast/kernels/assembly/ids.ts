import { bare, endAt, firstEnd, isDressed, isLastOf, MISS, startAt, stepOf } from './cell';
import { BLANK, SPACE, VALUE } from './constants';

const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

export function ids(cells: usize, lower: u32, shortest: u32, hashes: usize, states: usize, misses: usize): i32 {
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
    const length = u32(end - start);
    if (start != MISS) {
      if (length == 0) {
        store<u64>(hashes + row * 16, 0);
        store<u64>(hashes + row * 16, 0, 8);
        store<u8>(states + row, BLANK);
        continue;
      }
      if (length >= shortest && load<u8>(start) >= SPACE && load<u8>(start + length - 1) >= SPACE) {
        if (hash(start, length, lower, hashes + row * 16)) {
          store<u8>(states + row, VALUE);
          continue;
        }
      }
    }
    store<i32>(misses + missed * 4, row);
    missed++;
  }
  return missed;
}

/**
 * MurmurHash3_x86_128, seed 0, of ASCII alone. Source: Austin Appleby, https://github.com/aappleby/smhasher,
 * MurmurHash3.cpp (public domain).
 *
 * @returns whether all bytes are ASCII; only then is a hash written.
 */
function hash(start: usize, length: u32, lower: u32, into: usize): bool {
  let h1: u32 = 0;
  let h2: u32 = 0;
  let h3: u32 = 0;
  let h4: u32 = 0;
  let high: u64 = 0;
  let at = start;
  let rest = length;
  for (; rest >= 16; rest -= 16) {
    let a = load<u64>(at);
    let b = load<u64>(at, 8);
    high |= a | b;
    if (lower != 0) {
      a = lowered(a);
      b = lowered(b);
    }
    h1 = (rotl(h1 ^ mix1(u32(a)), 19) + h2) * 5 + 0x561c_cd1b;
    h2 = (rotl(h2 ^ mix2(u32(a >> 32)), 17) + h3) * 5 + 0x0bca_a747;
    h3 = (rotl(h3 ^ mix3(u32(b)), 15) + h4) * 5 + 0x96cd_1c35;
    h4 = (rotl(h4 ^ mix4(u32(b >> 32)), 13) + h1) * 5 + 0x32ac_3b17;
    at += 16;
  }
  if (rest != 0) {
    // Zeros behind the end mix to zeros, so that no part of the rest needs a case of its own.
    let a = load<u64>(at);
    let b: u64 = 0;
    if (rest <= 8) a &= ~u64(0) >> u64(64 - rest * 8);
    else b = load<u64>(at, 8) & (~u64(0) >> u64(128 - rest * 8));
    high |= a | b;
    if (lower != 0) {
      a = lowered(a);
      b = lowered(b);
    }
    h1 ^= mix1(u32(a));
    h2 ^= mix2(u32(a >> 32));
    h3 ^= mix3(u32(b));
    h4 ^= mix4(u32(b >> 32));
  }
  if ((high & HIGH_BITS) != 0) return false;

  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 += h2 + h3 + h4;
  h2 += h1;
  h3 += h1;
  h4 += h1;
  h1 = finish(h1);
  h2 = finish(h2);
  h3 = finish(h3);
  h4 = finish(h4);
  h1 += h2 + h3 + h4;
  store<u32>(into, h1);
  store<u32>(into, h2 + h1, 4);
  store<u32>(into, h3 + h1, 8);
  store<u32>(into, h4 + h1, 12);
  return true;
}

/** Capital letters as small ones, in eight bytes of ASCII. */
function lowered(bytes: u64): u64 {
  const fromA = bytes + 0x3f3f_3f3f_3f3f_3f3f;
  const aboveZ = bytes + 0x2525_2525_2525_2525;
  return bytes | (((fromA ^ aboveZ) & HIGH_BITS) >> 2);
}

function mix1(word: u32): u32 {
  return rotl(word * 0x239b_961b, 15) * 0xab0e_9789;
}
function mix2(word: u32): u32 {
  return rotl(word * 0xab0e_9789, 16) * 0x38b3_4ae5;
}
function mix3(word: u32): u32 {
  return rotl(word * 0x38b3_4ae5, 17) * 0xa1e3_8b93;
}
function mix4(word: u32): u32 {
  return rotl(word * 0xa1e3_8b93, 18) * 0x239b_961b;
}

function finish(word: u32): u32 {
  let mixed = (word ^ (word >> 16)) * 0x85eb_ca6b;
  mixed = (mixed ^ (mixed >> 13)) * 0xc2b2_ae35;
  return mixed ^ (mixed >> 16);
}
