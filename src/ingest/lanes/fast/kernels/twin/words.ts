import { CellState } from '../../../../../model/batch.ts';
import type { Kernels } from '../kernels.ts';
import { decode, MISS } from './decode.ts';
import type { Views } from './views.ts';

// A table, in Uint32: slots less one, words, bytes of keys, room for them; then four a slot: the first eight bytes of a
// word, zeros behind a shorter one; the word's length plus one, or where it has more than eight bytes KEY plus the place
// of its key; its code. Zeros where it is free. Then the keys: a word's length, 0, and what it has beyond eight bytes,
// filled up to eights with zeros.
const HEADER = 4;
const SLOT = 4;
const KEY = 16;

export function words(views: Views, ...[cells, table, codes, misses]: Parameters<Kernels['words']>): number {
  const { integers, offsets } = views;
  return decode(
    views,
    cells,
    null,
    misses,
    (bytes, start, end, row) => {
      const slot = slotOf(offsets, table, eights(bytes, start, end - start), end - start);
      if (offsets[slot + 2] === 0) return MISS;
      integers[(codes >>> 2) + row] = integers[slot + 3] ?? 0;
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
  offsets.fill(0, at + HEADER, at + HEADER + slots * SLOT);
}

export function addWord(views: Views, ...[table, start, length, code]: Parameters<Kernels['addWord']>): number {
  const { bytes, offsets, integers } = views;
  const at = table >>> 2;
  const [mask = 0, count = 0, used = 0, keyRoom = 0] = offsets.subarray(at, at + HEADER);
  const word = eights(bytes, start, length);
  const slot = slotOf(offsets, table, word, length);
  if (offsets[slot + 2] === 0) {
    if ((count + 1) * 4 > (mask + 1) * 3) return 0;
    let place = length + 1;
    if (length > 8) {
      if (used + word.length * 4 > keyRoom) return 0;
      place = KEY + used;
      const key = keysOf(at, mask) + used / 4;
      offsets.set([length, 0], key);
      offsets.set(word.subarray(2), key + 2);
      offsets[at + 2] = used + word.length * 4;
    }
    offsets.set([word[0] ?? 0, word[1] ?? 0, place], slot);
    offsets[at + 1] = count + 1;
  }
  integers[slot + 3] = code;
  return 1;
}

/** The word's slot, or the free one that it is to have. */
function slotOf(offsets: Uint32Array, table: number, word: Uint32Array, length: number): number {
  const at = table >>> 2;
  const mask = offsets[at] ?? 0;
  const keys = keysOf(at, mask);
  for (let i = hashOf(word, length) & mask; ; i = (i + 1) & mask) {
    const slot = at + HEADER + i * SLOT;
    const place = offsets[slot + 2] ?? 0;
    if (place === 0) return slot;
    if (offsets[slot] !== word[0] || offsets[slot + 1] !== word[1]) continue;
    if (length <= 8) {
      if (place === length + 1) return slot;
    } else if (place >= KEY) {
      const key = keys + (place - KEY) / 4;
      if (offsets[key] === length && word.every((part, j) => j < 2 || part === offsets[key + j])) return slot;
    }
  }
}

function keysOf(at: number, mask: number): number {
  return at + HEADER + (mask + 1) * SLOT;
}

/** The bytes as Uint32, filled up to eights with zeros; eight at least. */
function eights(bytes: Uint8Array, start: number, length: number): Uint32Array {
  const parts = new Uint32Array(Math.max(Math.ceil(length / 8), 1) * 2);
  for (let i = 0; i < length; i++) parts[i >> 2] = (parts[i >> 2] ?? 0) | ((bytes[start + i] ?? 0) << ((i & 3) * 8));
  return parts;
}

function hashOf(word: Uint32Array, length: number): number {
  let hash = length;
  for (let i = 0; i < word.length; i += 2) {
    const turned = (hash << 13) | (hash >>> 19);
    hash = ((turned ^ Math.imul(word[i] ?? 0, 0x9e3779b1)) + Math.imul(word[i + 1] ?? 0, 0x85ebca77)) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
  return hash ^ (hash >>> 16);
}
