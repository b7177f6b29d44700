import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../io.ts';
import { systemCode } from '../output.ts';
import { problemOf } from '../problem.ts';

const mostOfOneSecond = 1000;

/**
 * Keeps a mail that no server took, in the working directory or where that cannot be written among the temporary
 * files, for its owner alone to read, and never over another file.
 *
 * @param wentToSome - of the recipients, or may have gone to all of them
 * @returns where it is, or that it is nowhere.
 */
export async function keepUnsent(
  bytes: Uint8Array,
  { workingDirectory, now }: Pick<Io, 'workingDirectory' | 'now'>,
  wentToSome: boolean,
): Promise<Diagnostic> {
  const moment = new Date(now()).toISOString().replace(/[-:]|\.\d+/g, '');
  let problem = '';
  for (const folder of [workingDirectory, tmpdir()]) {
    for (let count = 1; count <= mostOfOneSecond; count += 1) {
      const name = `saydo-unsent-${moment}${count === 1 ? '' : `-${count}`}.eml`;
      try {
        await writeWhole(join(folder, name), bytes);
        const path = folder === workingDirectory ? name : join(folder, name);
        return diagnose('mail-kept', { path, wentToSome }, null);
      } catch (error) {
        if (systemCode(error) === null) throw error;
        if (systemCode(error) === 'EEXIST') continue;
        problem ||= problemOf(error);
        break;
      }
    }
  }
  return diagnose('mail-not-kept', { path: workingDirectory, problem }, null);
}

/** A new file with all of it, or none: the beginning of a mail is no use, and would look like one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => {});
    await unlink(path).catch(() => {});
    throw error;
  }
}
