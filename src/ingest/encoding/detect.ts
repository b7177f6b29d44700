import type { Encoding } from './decode-cell.ts';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly mark: number;
}

/**
 * The encoding of a file from its first bytes: its byte order mark, then what is declared, then the pattern of NUL
 * bytes that UTF-16 leaves in Latin text, then UTF-8.
 */
export function detectEncoding(head: Buffer, declared: Encoding | null): DetectedEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf && declared !== 'windows-1252') {
    return { encoding: 'utf-8', mark: 3 };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  return { encoding: declared ?? nulPattern(head) ?? 'utf-8', mark: 0 };
}

/** Latin text in UTF-16 has a NUL in every other byte; half of one side is enough, against next to none on the other. */
function nulPattern(head: Buffer): Encoding | null {
  const length = Math.min(head.length, 4096) & ~1;
  const nuls = [0, 0];
  for (let i = 0; i < length; i++) if (head[i] === 0) nuls[i & 1] = (nuls[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (odd * 4 > length && even * 10 < odd) return 'utf-16le';
  if (even * 4 > length && odd * 10 < even) return 'utf-16be';
  return null;
}
