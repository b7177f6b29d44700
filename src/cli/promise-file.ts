import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalog.ts';
import { Failure } from '../diagnostics/failure.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { defaultName } from './default-name.ts';
import { systemCode } from './output.ts';
import { problemOf } from './problem.ts';

const otherNames = [defaultName, 'promises.yml'];
const mostListed = 5;

/**
 * Makes sure that there is a promise file before the work starts.
 *
 * @throws Failure of kind `declaration` that says what to type, where there is none under this name.
 */
export function checkPromiseFile(file: string, command: string, workingDirectory: string): void {
  const problem = problemWith(file, command, workingDirectory);
  if (problem !== null) throw new Failure('declaration', [problem]);
}

function problemWith(file: string, command: string, workingDirectory: string): Diagnostic | null {
  if (file === '-') return diagnose('promise-file-is-stdin', { command }, null);
  const path = resolve(workingDirectory, file);
  try {
    if (!statSync(path).isDirectory()) return null;
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') {
      return diagnose('unreadable-promise-file', { file, problem: problemOf(error) }, null);
    }
    const others = yamlFiles(dirname(path)).map((name) => join(dirname(file), name));
    const near = otherNames.includes(basename(file))
      ? others.find((other) => otherNames.includes(basename(other)))
      : null;
    return diagnose(
      'no-promise-file',
      { file, command, nearest: near ?? nearest(file, others), others: others.slice(0, mostListed) },
      null,
    );
  }
  const inside = otherNames.find((name) => yamlFiles(path).includes(name));
  return diagnose(
    'promise-file-is-folder',
    { file, command, inside: inside === undefined ? null : join(file, inside) },
    null,
  );
}

function yamlFiles(folder: string): readonly string[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name))
    .map(({ name }) => name)
    .sort();
}
