import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalog.ts';
import { Failure } from '../diagnostics/failure.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceReport } from '../model/report.ts';
import type { ListedFormat } from '../report/formats/listed.ts';
import { systemCode } from './output.ts';
import { problemOf } from './problem.ts';

/** One `-o FILE`. */
export interface OutputFile<F = ListedFormat> {
  /** As the user named it. */
  readonly path: string;
  /** The one name of that file, however it was spelt. */
  readonly realPath: string;
  readonly format: F;
}

/** Where a path leads to, through links, also when the file is yet to be made. */
export function realPathOf(path: string, workingDirectory: string): string {
  const full = resolve(workingDirectory, path);
  try {
    return realpathSync(full);
  } catch {
    try {
      return join(realpathSync(dirname(full)), basename(full));
    } catch {
      return full;
    }
  }
}

/**
 * Tries each path before the work starts, so that no one waits an hour for a report that has nowhere to go.
 *
 * @throws Failure of kind `delivery`.
 */
export function tryOutputs(outputs: readonly Pick<OutputFile, 'path' | 'realPath'>[]): void {
  fail(
    outputs.flatMap(({ path, realPath }) => {
      try {
        const folder = dirname(realPath);
        if (!statSync(folder).isDirectory()) return [unwritable(path, 'part of the path is a file, not a folder')];
        // It is written beside the file and renamed.
        accessSync(folder, constants.W_OK | constants.X_OK);
        const existing = statSync(realPath, { throwIfNoEntry: false });
        if (existing === undefined) return [];
        if (existing.isDirectory()) return [unwritable(path, 'it is a folder')];
        // The rename would put a plain file in the place of a device or pipe.
        if (!existing.isFile()) return [unwritable(path, 'it is no regular file')];
        accessSync(realPath, constants.W_OK);
        return [];
      } catch (error) {
        return [unwritable(path, problemOf(error))];
      }
    }),
  );
}

/**
 * A glob such as `*.csv` can take in the report of the last run; an export is never overwritten.
 *
 * @throws Failure of kind `declaration`.
 */
export function spareSources(
  outputs: readonly Pick<OutputFile, 'path' | 'realPath'>[],
  sources: readonly SourceReport[],
  workingDirectory: string,
): void {
  const channels = channelsByFile(sources, workingDirectory);
  const problems = outputs.flatMap(({ path, realPath }) => {
    const channel = channels.get(realPath);
    return channel === undefined ? [] : [diagnose('output-over-source', { path, channel }, null)];
  });
  if (problems.length > 0) throw new Failure('declaration', problems);
}

/** The channel of each export, by the real path of the file. */
export function channelsByFile(
  sources: readonly SourceReport[],
  workingDirectory: string,
): ReadonlyMap<string, string> {
  return new Map(sources.map(({ file, channel }) => [realPathOf(file, workingDirectory), channel]));
}

/** Those of them that can be written, as far as one can tell. */
export function triedOutputs(outputs: readonly OutputFile[]): readonly OutputFile[] {
  return outputs.filter((output) => {
    try {
      tryOutputs([output]);
      return true;
    } catch {
      return false;
    }
  });
}

/** Is there a file in its place that does not begin as this text does, so that it may be anything? */
export async function isSpared({ realPath }: Pick<OutputFile, 'realPath'>, text: string): Promise<boolean> {
  const first = Buffer.from(text.slice(0, text.indexOf('\n', text.indexOf('\n') + 1) + 1));
  const file = await open(realPath, 'r').catch(() => null);
  if (file === null) return statSync(realPath, { throwIfNoEntry: false }) !== undefined;
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(first.length), 0, first.length, 0);
    return bytesRead > 0 && !buffer.subarray(0, bytesRead).equals(first);
  } finally {
    await file.close();
  }
}

/**
 * Writes one report whole or not at all: a temporary file beside it, then a rename.
 *
 * @returns what went wrong, or null.
 */
export async function writeOutput(
  { path, realPath }: Pick<OutputFile, 'path' | 'realPath'>,
  text: string,
): Promise<Diagnostic | null> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    // Its own writing takes a write cut short by a full disk for a whole one, so it only syncs and renames.
    await writeFileAtomic(realPath, '', { tmpfileCreated: (temporary) => writeFile(temporary, text) });
    return null;
  } catch (error) {
    // What the system refuses has a code; all else is a defect, and says so.
    if (systemCode(error) === null) throw error;
    return unwritable(path, problemOf(error));
  }
}

/**
 * The same for what is too large to be held: `fill` writes it piece by piece, and where it fails nothing is left behind.
 *
 * @returns what went wrong with the file, or null.
 * @throws what `fill` throws.
 */
export async function streamOutput(
  { path, realPath }: Pick<OutputFile, 'path' | 'realPath'>,
  fill: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<Diagnostic | null> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  let isFilling = false;
  const fillFile = async (temporary: string): Promise<void> => {
    const file = await open(temporary, 'a');
    let failure: unknown = null;
    isFilling = true;
    try {
      await fill(async (text) => {
        // Others may be written at the same time, so that they go on.
        if (failure === null) await file.appendFile(text).catch((error: unknown) => (failure = error));
      });
    } finally {
      await file.close();
    }
    isFilling = false;
    if (failure !== null) throw failure;
  };
  try {
    await writeFileAtomic(realPath, '', { tmpfileCreated: fillFile });
    return null;
  } catch (error) {
    if (isFilling || systemCode(error) === null) throw error;
    return unwritable(path, problemOf(error));
  }
}

function unwritable(path: string, problem: string): Diagnostic {
  return diagnose('output-unwritable', { path, problem }, null);
}

function fail(problems: readonly Diagnostic[]): void {
  if (problems.length > 0) throw new Failure('delivery', problems);
}
