import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * The text of a file or of what comes through a pipe, or what is wrong with it.
 *
 * @param mostBytes - more than that is not read, for a device may never end
 * @throws the system's error where it cannot be read.
 */
export async function readCapped(
  path: string,
  mostBytes: number,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  const file = await open(path, constants.O_RDONLY);
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) return { problem: 'it is a folder' };
    if (!stats.isFile() && !stats.isFIFO()) return { problem: 'it is neither a file nor a pipe' };
    const buffer = Buffer.alloc(mostBytes + 1);
    let length = 0;
    for (let read = 1; read > 0 && length < buffer.length; length += read) {
      read = (await file.read(buffer, length, buffer.length - length, null)).bytesRead;
    }
    if (length > mostBytes) return { problem: `it has more than ${mostBytes / 1000} kB` };
    return { text: buffer.toString('utf8', 0, length) };
  } finally {
    await file.close();
  }
}
