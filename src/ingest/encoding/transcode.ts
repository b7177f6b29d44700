import type { DetectedEncoding } from './detect.ts';

/** The bytes of the text: without its byte order mark, UTF-16 as UTF-8, all else as it is. */
export async function* textBytes(bytes: AsyncIterable<Buffer>, found: DetectedEncoding): AsyncGenerator<Buffer> {
  const { encoding } = found;
  const decoder = encoding === 'utf-16le' || encoding === 'utf-16be' ? new TextDecoder(encoding) : null;
  let skip = decoder === null ? found.mark : 0; // the decoder drops the mark by itself
  for await (const chunk of bytes) {
    if (decoder !== null) {
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') yield Buffer.from(text, 'utf8');
      continue;
    }
    const rest = chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    if (rest.length > 0) yield rest;
  }
  const last = decoder?.decode() ?? '';
  if (last !== '') yield Buffer.from(last, 'utf8');
}
