import { CR, LF, LINE_END, LONE_CR, NUL, ODD_QUOTE, OPEN_QUOTE } from './constants';

/** Bit i is set where byte i of the 64 is the one looked for. */
function bits(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return (
    u64(i8x16.bitmask(i8x16.eq(a, byte))) |
    (u64(i8x16.bitmask(i8x16.eq(b, byte))) << 16) |
    (u64(i8x16.bitmask(i8x16.eq(c, byte))) << 32) |
    (u64(i8x16.bitmask(i8x16.eq(d, byte))) << 48)
  );
}

/** Bit i is set where an odd number of the bits 0 to i are. */
function prefixXor(value: u64): u64 {
  let all = value ^ (value << 1);
  all ^= all << 2;
  all ^= all << 4;
  all ^= all << 8;
  all ^= all << 16;
  return all ^ (all << 32);
}

/** Writes the places of the bits, of which there is one at least, by fours: up to three more are written over. */
function writeAll(places: u64, base: u32, at: usize): void {
  let rest = places;
  let out = at;
  do {
    store<u32>(out, base + u32(ctz(rest)));
    rest &= rest - 1;
    store<u32>(out, base + u32(ctz(rest)), 4);
    rest &= rest - 1;
    store<u32>(out, base + u32(ctz(rest)), 8);
    rest &= rest - 1;
    store<u32>(out, base + u32(ctz(rest)), 12);
    rest &= rest - 1;
    out += 16;
  } while (rest != 0);
}

function writeExactly(places: u64, base: u32, at: usize): void {
  let rest = places;
  for (let out = at; rest != 0; out += 4) {
    store<u32>(out, base + u32(ctz(rest)));
    rest &= rest - 1;
  }
}

export function index(
  from: usize,
  to: usize,
  delimiter: u32,
  quote: u32,
  separators: usize,
  separatorRoom: u32,
  quotedEnds: usize,
  quotedRoom: u32,
  result: usize,
): i32 {
  const delimiters = i8x16.splat(i8(delimiter));
  const quotes = i8x16.splat(i8(quote));
  const lineFeeds = i8x16.splat(i8(LF));
  const returns = i8x16.splat(i8(CR));
  const quoting: u64 = quote == 0 ? 0 : ~u64(0);

  let written: u32 = 0;
  let lineEnds: u32 = 0;
  let quotedWritten: u32 = 0;
  // What the 64 bytes before left behind: all ones within quotes; bit 0 where the last byte was a separator or quote;
  // bit 0 where it closed a quote.
  let within: u64 = 0;
  let opens: u64 = 1;
  let closed: u64 = 0;
  let odd: u64 = 0;
  let lone: u64 = 0;
  let hasNul = false;

  let at = from;
  for (; at < to; at += 64) {
    const left = to - at;
    const valid: u64 = left < 64 ? (u64(1) << left) - 1 : ~u64(0);
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    const quoteBits = bits(a, b, c, d, quotes) & quoting & valid;
    const delimiterBits = bits(a, b, c, d, delimiters) & valid;
    const lineBits = bits(a, b, c, d, lineFeeds) & valid;
    const inside = prefixXor(quoteBits) ^ within;

    let returnBits: u64 = 0;
    let loneBits: u64 = 0;
    const isReturn = v128.or(
      v128.or(i8x16.eq(a, returns), i8x16.eq(b, returns)),
      v128.or(i8x16.eq(c, returns), i8x16.eq(d, returns)),
    );
    if (v128.any_true(isReturn)) {
      returnBits = bits(a, b, c, d, returns) & valid;
      loneBits = returnBits & ~(lineBits >> 1);
      if (i64(loneBits) < 0 && left > 64 && load<u8>(at, 64) == LF) loneBits &= ~u64(0) >> 1;
      lone |= loneBits & ~inside;
    }

    const separatorBits = (delimiterBits | lineBits) & ~inside;
    const count = u32(popcnt(separatorBits));
    if (count > separatorRoom - written) break;

    const quotedBits = (lineBits | loneBits) & inside;
    if (quotedBits != 0) {
      const quotedCount = u32(popcnt(quotedBits));
      if (quotedCount > quotedRoom - quotedWritten) break;
      writeExactly(quotedBits, u32(at - from), quotedEnds + quotedWritten * 4);
      quotedWritten += quotedCount;
    }

    const edges = delimiterBits | lineBits | quoteBits;
    const openings = quoteBits & inside;
    const closings = quoteBits & ~inside;
    odd |= openings & ~((edges << 1) | opens);
    odd |= ((closings << 1) | closed) & ~(edges | returnBits) & valid;
    opens = edges >> 63;
    closed = closings >> 63;
    within = u64(i64(inside) >> 63);

    if (!i8x16.all_true(i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d)))) {
      hasNul = hasNul || (bits(a, b, c, d, i8x16.splat(0)) & valid) != 0;
    }

    if (count != 0) {
      const out = separators + written * 4;
      const base = u32(at - from);
      // There are 64 of them at most.
      if (separatorRoom - written >= 64) writeAll(separatorBits, base, out);
      else writeExactly(separatorBits, base, out);
      let ends = lineBits & ~inside;
      lineEnds += u32(popcnt(ends));
      while (ends != 0) {
        const lowest = ends & (0 - ends);
        const place = out + usize(popcnt(separatorBits & (lowest - 1))) * 4;
        store<u32>(place, load<u32>(place) | LINE_END);
        ends ^= lowest;
      }
      written += count;
    }
  }

  store<i32>(result, written);
  store<i32>(result, lineEnds, 4);
  store<i32>(result, quotedWritten, 8);
  store<i32>(result, min(at, to) - from, 12);
  return (odd != 0 ? ODD_QUOTE : 0) | (lone != 0 ? LONE_CR : 0) | (hasNul ? NUL : 0) | (within != 0 ? OPEN_QUOTE : 0);
}
