import { type Kernels, LINE_END } from '../kernels.ts';
import type { Views } from './views.ts';

const CR = 13;

export function regular(views: Views, ...[separators, rows, width]: Parameters<Kernels['regular']>): number {
  const { offsets } = views;
  for (let i = 0; i < rows * width; i++) {
    const isEnd = (offsets[(separators >>> 2) + i] ?? 0) >= LINE_END;
    if (isEnd !== (i % width === width - 1)) return 0;
  }
  return 1;
}

export function findFirst(
  views: Views,
  ...[from, separators, width, row, rows, quote, text, length]: Parameters<Kernels['findFirst']>
): number {
  const { bytes, offsets } = views;
  const offset = (at: number): number => (offsets[(separators >>> 2) + at] ?? 0) & ~LINE_END;
  const sought = bytes.subarray(text, text + length);
  for (let each = row; each < rows; each++) {
    let start = each === 0 ? from : from + offset(each * width - 1) + 1;
    let end = from + offset(each * width);
    if (width === 1 && end > start && bytes[end - 1] === CR) end--;
    if (quote !== 0 && end - start >= 2 && bytes[start] === quote && bytes[end - 1] === quote) {
      start++;
      end--;
    }
    if (end - start === length && sought.every((byte, i) => byte === bytes[start + i])) return each;
  }
  return -1;
}

export function lines(
  views: Views,
  ...[separators, width, rows, line, quotedEnds, quotedCount, lines]: Parameters<Kernels['lines']>
): void {
  const { offsets, numbers } = views;
  let next = line;
  let quoted = 0;
  for (let row = 0; row < rows; row++) {
    numbers[(lines >>> 3) + row] = next;
    const end = (offsets[(separators >>> 2) + (row + 1) * width - 1] ?? 0) & ~LINE_END;
    next++;
    for (; quoted < quotedCount && (offsets[(quotedEnds >>> 2) + quoted] ?? 0) < end; quoted++) next++;
  }
}
