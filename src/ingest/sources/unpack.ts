import { pipeline, Readable } from 'node:stream';
import { diagnose } from '../../diagnostics/catalog.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { FoundFile } from './found.ts';
import { systemCode } from './trouble.ts';

/** The bytes of a file, unpacked where they begin as gzip does, whatever the file is called. */
export async function* unpacked(
  bytes: AsyncGenerator<Buffer>,
  file: FoundFile,
  chunkBytes: number,
): AsyncGenerator<Buffer> {
  let first: Buffer = Buffer.alloc(0);
  try {
    while (first.length < 2) {
      const { value, done } = await bytes.next();
      if (done === true) break;
      first = first.length === 0 ? value : Buffer.concat([first, value]);
    }
    if (!isGzip(first)) {
      if (first.length > 0) yield first;
      yield* bytes;
      return;
    }
    yield* gunzipped(chain(first, bytes), file, chunkBytes);
  } finally {
    await bytes.return(undefined);
  }
}

export function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function* chain(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

async function* gunzipped(packed: AsyncIterable<Buffer>, file: FoundFile, chunkBytes: number): AsyncGenerator<Buffer> {
  const { createGunzip } = await import('node:zlib');
  const gunzip = createGunzip({ chunkSize: Math.max(64, chunkBytes) });
  pipeline(Readable.from(packed, { objectMode: true, highWaterMark: 1 }), gunzip, () => {
    // Errors reach the loop below through `gunzip`.
  });
  try {
    for await (const chunk of gunzip) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (error) {
    const code = systemCode(error);
    if (code?.startsWith('Z_') !== true) throw error;
    const truncated = code === 'Z_BUF_ERROR';
    throw new Failure('data', [diagnose('broken-gzip', { export: file.name, truncated }, file.position)]);
  }
}
