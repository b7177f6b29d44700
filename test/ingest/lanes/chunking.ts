import type { Random } from './random.ts';

/** How the bytes of a text are handed over, and how many rows a batch may have. */
export interface Chunking {
  /** Bytes of the chunks, in turn, over and over; none: all in one. */
  readonly sizes: readonly number[];
  readonly batchRows: number;
}

export const WHOLE: Chunking = { sizes: [], batchRows: 4096 };

const BATCH_ROWS = [1, 2, 7, 4096] as const;
const GUARD = 80;

/**
 * The chunks, each in memory of its own between bytes that would be read wrong: a lane that looks beyond the end of a
 * chunk must not find there what comes next.
 */
export async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let turn = 0;
  for (let at = 0; at < bytes.length; ) {
    const size = sizes.length === 0 ? bytes.length : Math.max(1, sizes[turn++ % sizes.length] ?? 1);
    const end = Math.min(bytes.length, at + size);
    const memory = Buffer.allocUnsafeSlow(end - at + 2 * GUARD).fill('"\n,;', 'latin1');
    bytes.copy(memory, GUARD, at, end);
    yield memory.subarray(GUARD, GUARD + end - at);
    at = end;
  }
}

/** Whole, and chunks of 1 to 64 bytes. */
export const everySize: readonly Chunking[] = [
  ...BATCH_ROWS.map((batchRows) => ({ sizes: [], batchRows })),
  ...Array.from({ length: 64 }, (_, i) => ({ sizes: [i + 1], batchRows: BATCH_ROWS[i % 4] ?? 1 })),
];

/** In two pieces, cut at every place. */
export function everyCut(length: number): readonly Chunking[] {
  return Array.from({ length: Math.max(0, length - 1) }, (_, i) => ({ sizes: [i + 1, length], batchRows: 4096 }));
}

/** A few of the many ways to cut that many bytes. */
export function someChunkings(random: Random, length: number): readonly Chunking[] {
  const batchRows = () => (length > 100_000 && random.chance(0.8) ? 4096 : random.pick(BATCH_ROWS));
  const least = Math.max(1, Math.floor(length / 4000));
  const sizes = (count: number) => Array.from({ length: count }, () => random.size(least, Math.max(least, length)));
  return [
    { sizes: [], batchRows: batchRows() },
    { sizes: sizes(1), batchRows: batchRows() },
    { sizes: sizes(random.between(2, 9)), batchRows: batchRows() },
    ...(length < 4000 ? [{ sizes: [random.between(1, 64)], batchRows: batchRows() }] : []),
  ];
}
