import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diagnose } from '../../diagnostics/catalog.ts';
import type { SourcePattern } from '../../model/declaration.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourcePlan } from '../../model/plan.ts';
import type { IngestOptions } from '../options.ts';
import { type FoundFile, nameOf } from './found.ts';
import { missing } from './missing.ts';
import { byNaturalName } from './natural.ts';
import type { Spool } from './spool.ts';
import { systemCode, unreadable } from './trouble.ts';

export interface Finding {
  readonly files: readonly FoundFile[];
  readonly notes: readonly Diagnostic[];
  readonly errors: readonly Diagnostic[];
}

/** Puts what comes through a pipe aside, and gives the path of the file that holds it. */
type Keep = (onBytes: (total: number) => void) => Promise<string>;

/**
 * The files of a source: patterns in the order of the list, the files of a glob in natural name order, each real file
 * once. Without a spool, what comes through a pipe is left alone.
 */
export async function findFiles(source: SourcePlan, options: IngestOptions, spool: Spool | null): Promise<Finding> {
  const files: FoundFile[] = [];
  const notes: Diagnostic[] = [];
  const errors: Diagnostic[] = [];
  const seen = new Map<string, string>();
  const channels = source.channels.map(({ name }) => name);
  for (const pattern of source.patterns) {
    const { position } = pattern;
    if (pattern.pattern === '-') {
      await addStdin(pattern);
      continue;
    }
    for (const path of await pathsOf(pattern)) {
      const name = nameOf(path, options.workingDirectory);
      try {
        await add(path, name, pattern);
      } catch (error) {
        errors.push(unreadable(error, name, position));
      }
    }
  }
  return { files, notes, errors };

  async function pathsOf(pattern: SourcePattern): Promise<readonly string[]> {
    const literal = resolve(options.directory, pattern.pattern);
    try {
      await stat(literal);
      return [literal];
    } catch (error) {
      const code = systemCode(error);
      if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'ENAMETOOLONG') {
        errors.push(unreadable(error, nameOf(literal, options.workingDirectory), pattern.position));
        return [];
      }
    }
    let paths: readonly string[] = [];
    const { glob, isDynamicPattern } = await import('tinyglobby');
    if (isDynamicPattern(pattern.pattern)) {
      const settings = {
        cwd: options.directory,
        absolute: true,
        dot: false,
        expandDirectories: false,
        onlyFiles: true,
      };
      paths = (await glob([pattern.pattern], settings)).map((path) => resolve(path)).sort(byNaturalName);
    }
    if (paths.length === 0) errors.push(await missing(literal, pattern, channels, options.workingDirectory));
    return paths;
  }

  async function add(path: string, name: string, pattern: SourcePattern): Promise<void> {
    const { position } = pattern;
    const real = await realpath(path);
    const earlier = seen.get(real);
    if (earlier !== undefined) {
      notes.push(diagnose('same-file-twice', { export: name, as: earlier }, position));
      return;
    }
    seen.set(real, name);
    const found = await stat(path);
    if (found.isDirectory()) {
      errors.push(diagnose('is-directory', { export: name }, position));
    } else if (found.isFile()) {
      files.push({ name, path, position, bytes: found.size, modified: found.mtimeMs, isPiped: false });
    } else if (spool !== null) {
      const read = () => createReadStream(path);
      const keep: Keep = (onBytes) => options.pipes?.keep(real, read, onBytes) ?? spool.put(read(), onBytes);
      await addPiped(keep, name, pattern);
    }
  }

  async function addStdin(pattern: SourcePattern): Promise<void> {
    if (spool === null) return;
    if (options.stdin === null) {
      errors.push(diagnose('no-stdin', {}, pattern.position));
    } else if (seen.has('-')) {
      notes.push(diagnose('same-file-twice', { export: '<stdin>', as: '<stdin>' }, pattern.position));
    } else {
      seen.set('-', '<stdin>');
      const { stdin } = options;
      await addPiped((onBytes) => spool.put(stdin, onBytes), '<stdin>', pattern);
    }
  }

  async function addPiped(keep: Keep, name: string, { position }: SourcePattern): Promise<void> {
    const path = await keep((total) => {
      options.signal?.throwIfAborted();
      options.onProgress?.({ bytes: total, totalBytes: null, rows: 0 });
    });
    const found = await stat(path);
    files.push({ name, path, position, bytes: found.size, modified: found.mtimeMs, isPiped: true });
  }
}
