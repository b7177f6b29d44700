import { diagnose } from '../diagnostics/catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Servers of the large providers take 20 to 25 MB. */
const usuallyTaken = 20_000_000;

/** `41 kB`, `2.3 MB` */
export function inBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A note where few servers would take a mail of so many bytes; null where it is small enough. */
export function largeMail(bytes: number): Diagnostic | null {
  return bytes > usuallyTaken ? diagnose('mail-large', { size: inBytes(bytes) }, null) : null;
}
