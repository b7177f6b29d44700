import { CellState } from '../../../../../model/batch.ts';
import { murmur128 } from '../../../../../vocabulary/types/hash.ts';
import type { Kernels } from '../kernels.ts';
import { decode, MISS } from './decode.ts';
import type { Views } from './views.ts';

export function ids(
  views: Views,
  ...[cells, lower, shortest, hashes, states, misses]: Parameters<Kernels['ids']>
): number {
  const { offsets } = views;
  return decode(
    views,
    cells,
    states,
    misses,
    (bytes, start, end, row) => {
      if (end - start < shortest || isControl(bytes[start]) || isControl(bytes[end - 1])) return MISS;
      const text = bytes.slice(start, end);
      for (let i = 0; i < text.length; i++) {
        const byte = text[i] ?? 0;
        if (byte > 0x7f) return MISS;
        if (lower !== 0 && byte >= 0x41 && byte <= 0x5a) text[i] = byte + 0x20;
      }
      murmur128(text, text.length, 0, offsets, (hashes >>> 2) + row * 4);
      return CellState.VALUE;
    },
    (row) => {
      offsets.fill(0, (hashes >>> 2) + row * 4, (hashes >>> 2) + row * 4 + 4);
    },
  );
}

function isControl(byte: number | undefined): boolean {
  return byte !== undefined && byte < 0x20;
}
