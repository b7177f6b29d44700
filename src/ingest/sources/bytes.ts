import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Failure } from '../../diagnostics/failure.ts';
import type { FoundFile } from './found.ts';
import { changed, unreadable } from './trouble.ts';

export interface DiskOptions {
  readonly chunkBytes: number;
  readonly signal: AbortSignal | null;
  /** Sees every chunk as it lies on disk. */
  readonly onChunk: (chunk: Buffer) => void;
}

/**
 * The bytes of a file as they lie on disk. A file that is not what it was when it was found ends with a named error:
 * a report must not be made of half of the old file and half of the new one.
 */
export async function* diskBytes(file: FoundFile, options: DiskOptions): AsyncGenerator<Buffer> {
  try {
    const handle = await open(file.path, 'r');
    const { size, mtimeMs } = await handle.stat();
    if (size !== file.bytes || mtimeMs !== file.modified) {
      await handle.close();
      throw changed(file.name, 'has changed since it was opened', file.position);
    }
    let bytes = 0;
    const stream = createReadStream('', { fd: handle, highWaterMark: options.chunkBytes, autoClose: true });
    for await (const chunk of stream) {
      options.signal?.throwIfAborted();
      if (!Buffer.isBuffer(chunk)) continue;
      bytes += chunk.length;
      options.onChunk(chunk);
      yield chunk;
    }
    if (bytes !== file.bytes) throw changed(file.name, 'changed while it was read', file.position);
  } catch (error) {
    if (error instanceof Failure || options.signal?.aborted === true) throw error;
    throw new Failure('data', [unreadable(error, file.name, file.position)]);
  }
}
