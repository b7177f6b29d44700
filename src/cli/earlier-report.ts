import { createReadStream, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { mostBytes, readReport } from '../act/read-report.ts';
import { diagnose } from '../diagnostics/catalog.ts';
import { Failure } from '../diagnostics/failure.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { GapReport } from '../model/report.ts';
import { systemCode } from './output.ts';
import { problemOf } from './problem.ts';

/**
 * The report that an earlier run wrote.
 *
 * @param file - as the user named it; may also be a pipe
 * @throws Failure of kind `declaration` where it cannot be read, or is none.
 */
export async function earlierReport(file: string, workingDirectory: string): Promise<GapReport> {
  return readReport(await bytesOf(file, resolve(workingDirectory, file)), file);
}

/** No more of the file than tells that it is too large. */
async function bytesOf(file: string, path: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(path, { end: mostBytes })) {
      const bytes: unknown = chunk;
      if (bytes instanceof Uint8Array) chunks.push(Buffer.from(bytes));
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    const problem =
      code === 'ENOENT'
        ? diagnose('earlier-missing', { file, nearest: nearReport(file, path) }, null)
        : diagnose('earlier-unreadable', { file, problem: problemOf(error) }, null);
    throw new Failure('declaration', [problem]);
  }
  return Buffer.concat(chunks);
}

function nearReport(file: string, path: string): string | null {
  try {
    const names = readdirSync(dirname(path)).filter((name) => /\.json$/i.test(name));
    const near = nearest(basename(file), names);
    return near === null ? null : join(dirname(file), near);
  } catch {
    return null;
  }
}
