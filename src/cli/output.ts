import { fstatSync, writeSync } from 'node:fs';

/** Standard output or standard error. */
export interface Output {
  readonly isTTY: boolean;
  /** null where it is no terminal or does not know; asked for each time, for a window can be drawn wider. */
  readonly columns: number | null;
  /**
   * Resolves when all of it is written: true, or false where the reader has gone (`| head`).
   *
   * @throws the system's error where it cannot be written, as on a full disk.
   */
  write(text: string): Promise<boolean>;
}

const readerGone: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'EOF', 'ERR_STREAM_DESTROYED']);

export function outputOf(stream: NodeJS.WriteStream, fd: 1 | 2): Output {
  // What goes wrong comes through the callback of write; unheard, the event would end the process.
  stream.on('error', () => {});
  const write = isFile(fd) ? writeToFile(fd) : writeToStream(stream);
  return {
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.isTTY === true && stream.columns > 0 ? stream.columns : null;
    },
    async write(text) {
      if (text === '') return true;
      try {
        await write(text);
        return true;
      } catch (error) {
        if (readerGone.has(systemCode(error))) return false;
        throw error;
      }
    },
  };
}

/** `ENOSPC` and the like; null where the error is none of the system's. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function writeToStream(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  return (text) =>
    new Promise((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
}

/** Node's own stream over a file takes a write cut short by a full disk for a whole one. */
function writeToFile(fd: number): (text: string) => Promise<void> {
  return async (text) => {
    const bytes = Buffer.from(text);
    for (let from = 0; from < bytes.length; ) from += writeSync(fd, bytes, from);
  };
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}
