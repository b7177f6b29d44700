import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilAborted } from './until-aborted.ts';

/** Holds what comes through a pipe in a temporary folder, so that it can be read more than once. */
export class Spool {
  readonly #signal: AbortSignal | null;
  #folder: Promise<string> | null = null;
  #files = 0;

  /** @param signal - ends the wait for bytes */
  constructor(signal: AbortSignal | null) {
    this.#signal = signal;
  }

  /** Writes all bytes to a file that only this user may read, and gives its path. */
  async put(bytes: AsyncIterable<Uint8Array>, onBytes: (total: number) => void): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'saydo-spool-'));
    const path = join(await this.#folder, `${this.#files++}.csv`);
    const file = await open(path, 'wx', 0o600);
    try {
      let total = 0;
      for await (const chunk of untilAborted(bytes, this.#signal)) {
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
    const folder = (await this.#folder?.catch(() => null)) ?? null;
    this.#folder = null;
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}
