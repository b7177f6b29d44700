const encoder = new TextEncoder();
let buffer = new Uint8Array(256);

/**
 * MurmurHash3 x86, 128 bits, seed 0, of the text's UTF-8 bytes, into four words of `into` from `at` on. Fast and well
 * spread; no defence against texts made to collide.
 */
export function hashText(text: string, into: Uint32Array, at: number): void {
  if (text.length * 3 > buffer.length) buffer = new Uint8Array(text.length * 6);
  let length = 0;
  for (; length < text.length; length++) {
    const code = text.charCodeAt(length);
    if (code > 127) break;
    buffer[length] = code;
  }
  if (length < text.length) length = encoder.encodeInto(text, buffer).written;
  murmur128(buffer, length, 0, into, at);
}

const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

/**
 * MurmurHash3_x86_128 of the first `length` bytes.
 *
 * Source: Austin Appleby, https://github.com/aappleby/smhasher, MurmurHash3.cpp (public domain).
 */
export function murmur128(bytes: Uint8Array, length: number, seed: number, into: Uint32Array, at: number): void {
  let h1 = seed;
  let h2 = seed;
  let h3 = seed;
  let h4 = seed;
  const whole = length & ~15;
  for (let start = 0; start < whole; start += 16) {
    h1 ^= mix1(word(bytes, start));
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= mix2(word(bytes, start + 4));
    h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= mix3(word(bytes, start + 8));
    h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= mix4(word(bytes, start + 12));
    h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  const rest = length - whole;
  if (rest > 12) h4 ^= mix4(partialWord(bytes, whole + 12, length));
  if (rest > 8) h3 ^= mix3(partialWord(bytes, whole + 8, length));
  if (rest > 4) h2 ^= mix2(partialWord(bytes, whole + 4, length));
  if (rest > 0) h1 ^= mix1(partialWord(bytes, whole, length));

  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = finish(h1);
  h2 = finish(h2);
  h3 = finish(h3);
  h4 = finish(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  into[at] = h1;
  into[at + 1] = h2 + h1;
  into[at + 2] = h3 + h1;
  into[at + 3] = h4 + h1;
}

function mix1(value: number): number {
  return Math.imul(rotate(Math.imul(value, C1), 15), C2);
}
function mix2(value: number): number {
  return Math.imul(rotate(Math.imul(value, C2), 16), C3);
}
function mix3(value: number): number {
  return Math.imul(rotate(Math.imul(value, C3), 17), C4);
}
function mix4(value: number): number {
  return Math.imul(rotate(Math.imul(value, C4), 18), C1);
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** Four bytes, the lowest first; bytes past the end are 0. */
function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

function partialWord(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = Math.min(length - at, 4) - 1; index >= 0; index--) value = (value << 8) | (bytes[at + index] ?? 0);
  return value;
}

function finish(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
