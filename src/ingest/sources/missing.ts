import { readdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { diagnose } from '../../diagnostics/catalog.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { SourcePattern } from '../../model/declaration.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { nameOf } from './found.ts';

/** No file is there: names the folder that was looked in, and what in it is most like what was asked for. */
export async function missing(
  wanted: string,
  pattern: SourcePattern,
  channels: readonly string[],
  workingDirectory: string,
): Promise<Diagnostic> {
  let [folder, segment] = [dirname(wanted), basename(wanted)];
  while (!(await isFolder(folder)) && dirname(folder) !== folder) {
    [folder, segment] = [dirname(folder), basename(folder)];
  }
  const entries = await readdir(folder).catch(() => []);
  const args = {
    pattern: pattern.written,
    channels,
    // A folder that an environment variable names is not told.
    folder: pattern.written === pattern.pattern ? nameOf(folder, workingDirectory) : dirname(pattern.written),
    nearest: nearest(segment, entries.sort()),
  };
  return diagnose('no-file', args, pattern.position);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
