import { diagnose } from '../diagnostics/catalog.ts';
import { Failure } from '../diagnostics/failure.ts';
import type { Diagnostic, Position } from '../model/diagnostic.ts';

/** A promise file larger than this is none. */
export const MAX_BYTES = 2_000_000;

/**
 * The text of a promise file: UTF-8, with or without a byte order mark, lines ended either way.
 *
 * @throws Failure where the bytes are something else, which is then named.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.length > MAX_BYTES) fail(diagnose('file-too-large', { bytes: bytes.length, limit: MAX_BYTES }, top(file)));
  const encoding = utf16(bytes);
  if (encoding !== null) fail(diagnose('file-is-utf16', { encoding }, top(file)));
  const nul = bytes.indexOf(0);
  if (nul >= 0) fail(diagnose('file-has-nul', {}, positionOf(bytes, nul, file)));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const bad = firstInvalid(bytes);
    const byte = `0x${(bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
    return fail(diagnose('file-not-utf8', { byte }, positionOf(bytes, bad, file)));
  }
}

function fail(diagnostic: Diagnostic): never {
  throw new Failure('declaration', [diagnostic]);
}

/** By its mark; without one, by the zero bytes that the first letters of the file leave. */
function utf16(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'UTF-16 (little endian)';
  if (first === 0xfe && second === 0xff) return 'UTF-16 (big endian)';
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'UTF-16 (little endian)';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0 && fourth !== undefined) return 'UTF-16 (big endian)';
  return null;
}

/** Where the first letter begins that is none: after the longest prefix that decodes, found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (valid < invalid) {
    const middle = Math.ceil((valid + invalid) / 2);
    if (decodes(bytes.subarray(0, middle), true)) valid = middle;
    else invalid = middle - 1;
  }
  while (!decodes(bytes.subarray(0, valid), false)) valid -= 1;
  return valid;
}

/** `unfinished`: a letter that is cut at the end passes. */
function decodes(prefix: Uint8Array, unfinished: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: unfinished });
    return true;
  } catch {
    return false;
  }
}

function positionOf(bytes: Uint8Array, offset: number, file: string): Position {
  const before = new TextDecoder().decode(bytes.subarray(0, offset));
  const lines = before.split('\n');
  return { file, line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1, length: 1 };
}

function top(file: string): Position {
  return { file, line: 1, column: 1, length: 1 };
}
