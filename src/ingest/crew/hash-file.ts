import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 1024 * 1024;

/** sha256 of a file as it lies on disk, a piece at each step; null where it cannot be read. */
export function* hashing(path: string): Generator<undefined, string | null> {
  try {
    const file = openSync(path, 'r');
    try {
      const hash = createHash('sha256');
      const piece = Buffer.allocUnsafeSlow(PIECE);
      for (let got = readSync(file, piece); got > 0; got = readSync(file, piece)) {
        hash.update(piece.subarray(0, got));
        yield;
      }
      return hash.digest('hex');
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/** All of it at once: for a thread that nobody waits for. */
export function hashFile(path: string): string | null {
  const steps = hashing(path);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
