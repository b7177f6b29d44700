import { readSync } from 'node:fs';
import { HandOver } from '../lanes/hand-over.ts';

/**
 * Reads from a place of a file; gives how many bytes there were.
 *
 * @throws HandOver where it cannot be read: the reference lane says why.
 */
export function readAt(file: number, into: Uint8Array, position: number): number {
  try {
    return readSync(file, into, 0, into.length, position);
  } catch {
    throw new HandOver('a file that cannot be read');
  }
}
