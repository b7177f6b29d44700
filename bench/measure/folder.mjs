import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Does some work in a folder: in the one that was named, which stays with what was written into it, else in a temporary
 * one, which is removed.
 *
 * @param {string | undefined} named
 * @param {(folder: string) => Promise<void>} work
 */
export async function inFolder(named, work) {
  if (named !== undefined) return work(resolve(named));
  const folder = mkdtempSync(join(tmpdir(), 'saydo-bench-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
