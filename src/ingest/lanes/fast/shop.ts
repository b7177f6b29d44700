import { Arena } from './arena.ts';
import type { Workshop } from './columns/index.ts';
import { loadKernels } from './kernels/load.ts';

/** Bytes read at a time: what is decoded is still in the cache of the processor. */
export const BLOCK_BYTES = 256 * 1024;
/** A record longer than this, less a block, is left to the reference lane. */
const BUFFER_BYTES = 4 * BLOCK_BYTES;
const SEPARATORS = 128 * 1024;
const QUOTED_ENDS = 64 * 1024;
const MOST_BATCH_ROWS = 4096;

/** What one thread of the fast lane works with, whatever file it reads. */
export interface Shop extends Workshop {
  readonly buffer: number;
  readonly bufferBytes: number;
  readonly separators: number;
  readonly separatorRoom: number;
  readonly quotedEnds: number;
  readonly quotedRoom: number;
  /** Place of a Float64 for every row that the separators may make. */
  readonly lines: number;
}

export function openShop(module?: WebAssembly.Module | null): Shop {
  const arena = new Arena();
  const { memory } = arena;
  return {
    arena,
    kernels: module === undefined ? loadKernels(memory) : loadKernels(memory, module),
    cells: arena.take(32),
    misses: arena.take(MOST_BATCH_ROWS * 4),
    result: arena.take(64),
    buffer: arena.take(BUFFER_BYTES + 128),
    bufferBytes: BUFFER_BYTES,
    separators: arena.take(SEPARATORS * 4),
    separatorRoom: SEPARATORS,
    quotedEnds: arena.take(QUOTED_ENDS * 4),
    quotedRoom: QUOTED_ENDS,
    lines: arena.take((SEPARATORS / 2) * 8),
  };
}
