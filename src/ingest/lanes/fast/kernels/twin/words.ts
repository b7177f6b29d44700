import { CellState } from '../../../../../model/batch.ts';
import type { Kernels } from '../kernels.ts';
import { decode, MISS } from './decode.ts';
import type { Views } from './views.ts';

// A table, in Uint32: slots less one, words, bytes of keys, room for them; then eight a slot: the first sixteen bytes of
// a word, zeros behind a shorter one; the word's length plus one, 0 where the slot is free; its code; the place of its
// key where it has more than sixteen bytes; 0. The first slot is that of blanks, and not one of those that are counted.
// Then the keys: what words have beyond sixteen bytes, filled up to eights with zeros.
const HEADER = 4;
const SLOT = 8;
const HEAD = 16;

export function words(views: Views, ...[cells, table, codes, misses]: Parameters<Kernels['words']>): number {
  const { integers, offsets } = views;
  return decode(
    views,
    cells,
    null,
    misses,
    (bytes, start, end, row) => {
      const slot = slotOf(offsets, table, eights(bytes, start, end - start), end - start);
      if (offsets[slot + 4] === 0) return MISS;
      integers[(codes >>> 2) + row] = integers[slot + 5] ?? 0;
      return CellState.VALUE;
    },
    (row) => {
      integers[(codes >>> 2) + row] = -1;
    },
  );
}

export function makeTable(views: Views, ...[table, slots, keyRoom]: Parameters<Kernels['makeTable']>): void {
  const { offsets } = views;
  const at = table >>> 2;
  offsets.set([slots - 1, 0, 0, keyRoom], at);
  offsets.fill(0, at + HEADER, keysOf(at, slots - 1));
  offsets.set([1, -1], at + HEADER + 4);
}

export function addWord(views: Views, ...[table, start, length, code]: Parameters<Kernels['addWord']>): number {
  const { bytes, offsets, integers } = views;
  const at = table >>> 2;
  const [mask = 0, count = 0, used = 0, keyRoom = 0] = offsets.subarray(at, at + HEADER);
  const word = eights(bytes, start, length);
  const slot = slotOf(offsets, table, word, length);
  if (offsets[slot + 4] === 0) {
    if ((count + 1) * 4 > (mask + 1) * 3) return 0;
    if (length > HEAD) {
      const key = word.subarray(HEAD / 4);
      if (used + key.byteLength > keyRoom) return 0;
      offsets.set(key, keysOf(at, mask) + used / 4);
      offsets[slot + 6] = used;
      offsets[at + 2] = used + key.byteLength;
    }
    offsets.set(word.subarray(0, HEAD / 4), slot);
    offsets[slot + 4] = length + 1;
    offsets[at + 1] = count + 1;
  }
  integers[slot + 5] = code;
  return 1;
}

/** The word's slot, or the free one that it is to have. */
function slotOf(offsets: Uint32Array, table: number, word: Uint32Array, length: number): number {
  const at = table >>> 2;
  const mask = offsets[at] ?? 0;
  const keys = keysOf(at, mask);
  const first = (hashOf(word) >>> (Math.clz32(mask) & 31)) & mask;
  for (let i = first; ; i = (i + 1) & mask) {
    const slot = at + HEADER + (i + 1) * SLOT;
    const known = offsets[slot + 4] ?? 0;
    if (known === 0) return slot;
    const key = keys + (offsets[slot + 6] ?? 0) / 4;
    const isSame = (part: number, j: number) => part === offsets[j < HEAD / 4 ? slot + j : key + j - HEAD / 4];
    if (known === length + 1 && word.every(isSame)) return slot;
  }
}

function keysOf(at: number, mask: number): number {
  return at + HEADER + (mask + 2) * SLOT;
}

/** The bytes as Uint32, filled up to eights with zeros; sixteen bytes at least. */
function eights(bytes: Uint8Array, start: number, length: number): Uint32Array {
  const parts = new Uint32Array(Math.max(Math.ceil(length / 8) * 2, HEAD / 4));
  for (let i = 0; i < length; i++) parts[i >> 2] = (parts[i >> 2] ?? 0) | ((bytes[start + i] ?? 0) << ((i & 3) * 8));
  return parts;
}

/** Its high bits are those that depend on all of the word. */
function hashOf(word: Uint32Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = word;
  let hash = mix(0, a ^ d, b ^ c);
  for (let i = HEAD / 4; i < word.length; i += 2) hash = mix(hash, word[i] ?? 0, word[i + 1] ?? 0);
  return hash;
}

function mix(hash: number, low: number, high: number): number {
  const turned = (hash << 13) | (hash >>> 19);
  return ((turned ^ Math.imul(low, 0x9e3779b1)) + Math.imul(high, 0x85ebca77)) | 0;
}
