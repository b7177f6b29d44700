import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Case, reproduction } from '../ingest/lanes/agree.ts';
import { WHOLE } from '../ingest/lanes/chunking.ts';

/** Writes a case with what was found, and gives the path: `--replay` reads it, and a test may hold its source text. */
export function writeCase(name: string, what: string, found: Case): string {
  const path = join(tmpdir(), `saydo-fuzz-${name}.json`);
  const { bytes, ...rest } = found;
  const source = reproduction(found, found.chunkings[0] ?? WHOLE);
  writeFileSync(path, `${JSON.stringify({ what, source, bytes: bytes.toString('latin1'), ...rest }, null, 2)}\n`);
  return path;
}

/** @throws Error where the file holds no case. */
export function readCase(path: string): Case {
  const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isWritten(found)) throw new Error(`${path} holds no case`);
  return { ...found, bytes: Buffer.from(found.bytes, 'latin1') };
}

/** Of what `writeCase` wrote, nothing more: it is no file of anyone else's. */
function isWritten(value: unknown): value is Omit<Case, 'bytes'> & { readonly bytes: string } {
  return typeof value === 'object' && value !== null && 'bytes' in value && typeof value.bytes === 'string';
}
