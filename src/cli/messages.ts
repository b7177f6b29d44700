import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../diagnostics/failure.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { exitOf, type Outcome } from './exit-code.ts';
import type { Io } from './io.ts';
import { problemOf } from './problem.ts';
import { colorLevel, widthOf } from './terminal.ts';

/** Writes to standard error. Where no one listens there, there is no one to tell. */
export async function say(io: Pick<Io, 'stderr'>, text: string): Promise<void> {
  await io.stderr.write(text).catch(() => false);
}

/** Writes to standard output, where a reader that has gone had enough; returns what went wrong, or null. */
export async function tryPrint(io: Pick<Io, 'stdout'>, text: string): Promise<Diagnostic | null> {
  try {
    await io.stdout.write(text);
    return null;
  } catch (error) {
    const { diagnose } = await import('../diagnostics/catalog.ts');
    return diagnose('stdout-unwritable', { problem: problemOf(error) }, null);
  }
}

/** @throws Failure of kind `delivery` where standard output cannot be written. */
export async function print(io: Pick<Io, 'stdout'>, text: string): Promise<void> {
  const problem = await tryPrint(io, text);
  if (problem !== null) throw new Failure('delivery', [problem]);
}

/** Shows diagnostics on standard error, with the lines of the promise file that they are about. */
export async function show(io: Io, diagnostics: readonly Diagnostic[], promiseFile: string | null): Promise<void> {
  if (diagnostics.length === 0) return;
  const level = colorLevel(io.env, io.stderr.isTTY, io.argv.includes('--no-color'));
  const { renderDiagnostics } = await import('../diagnostics/render.ts');
  const paint = level === 0 ? null : (await import('./paint.ts')).painter(level);
  const width = widthOf(io.env, io.stderr.columns);
  await say(io, renderDiagnostics(diagnostics, textOf(io, promiseFile), paint, width));
}

/** Shows the errors that ended a run, and says which exit they mean. */
export async function showFailure(io: Io, failure: Failure, promiseFile: string | null): Promise<Outcome> {
  await show(io, failure.diagnostics, promiseFile);
  return { exit: exitOf(failure.kind), why: whyOf(failure) };
}

function whyOf({ kind, diagnostics }: Failure): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const count = errors === 1 ? '' : ` (${errors} errors)`;
  if (kind === 'data') return `the data could not be read as declared${count}`;
  if (kind === 'delivery') return diagnostics[0]?.message ?? 'the report could not be delivered';
  if (diagnostics.every(({ code }) => code.startsWith('earlier-'))) return 'the earlier report cannot be used';
  return diagnostics.every(({ at }) => at === null)
    ? `the command line is wrong${count}`
    : `the promise file is wrong${count}`;
}

/** Only the promise file is ever quoted: an export holds what customers wrote. */
function textOf(io: Io, promiseFile: string | null): (file: string) => string | null {
  return (file) => {
    if (promiseFile === null) return null;
    const path = resolve(io.workingDirectory, promiseFile);
    if (resolve(io.workingDirectory, file) !== path) return null;
    try {
      // A pipe is read once, and that was before.
      return statSync(path).isFile() ? readFileSync(path, 'utf8') : null;
    } catch {
      return null;
    }
  };
}
