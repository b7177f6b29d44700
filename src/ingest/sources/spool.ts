import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Holds what comes through a pipe in a temporary folder, so that it can be read more than once. */
export class Spool {
  #folder: string | null = null;
  #files = 0;

  /** Writes all bytes to a file that only this user may read, and gives its path. */
  async put(bytes: AsyncIterable<Uint8Array>, onBytes: (total: number) => void): Promise<string> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'saydo-spool-'));
    const path = join(this.#folder, `${this.#files++}.csv`);
    const file = await open(path, 'wx', 0o600);
    try {
      let total = 0;
      for await (const chunk of bytes) {
        await file.writeFile(chunk);
        total += chunk.length;
        onBytes(total);
      }
    } finally {
      await file.close();
    }
    return path;
  }

  async close(): Promise<void> {
    const folder = this.#folder;
    this.#folder = null;
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}
