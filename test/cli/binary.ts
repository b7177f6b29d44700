import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * The program as it is shipped, built aside from `dist` so that neither disturbs the other. Built once for each state
 * of the sources; test files that run at the same time share it.
 *
 * @returns the folder that holds package.json, bin and dist.
 */
export function built(): string {
  const cache = join(project, 'node_modules', '.cache', 'saydo');
  const state = createHash('sha256');
  for (const file of readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' }).sort()) {
    state.update(`${file} ${statSync(join(project, 'src', file)).mtimeMs}\n`);
  }
  const root = join(cache, state.digest('hex').slice(0, 16));
  if (existsSync(root)) return root;
  const half = `${root}.${process.pid}`;
  forgetOld(cache);
  mkdirSync(half, { recursive: true });
  const build = spawnSync(process.execPath, [join(project, 'build.mjs'), join(half, 'dist')], { encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`the program cannot be built: ${build.stderr}`);
  cpSync(join(project, 'bin'), join(half, 'bin'), { recursive: true });
  cpSync(join(project, 'package.json'), join(half, 'package.json'));
  try {
    renameSync(half, root);
  } catch {
    // Another test file was faster.
    rmSync(half, { recursive: true, force: true });
  }
  return root;
}

const hour = 3_600_000;

function forgetOld(cache: string): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const age = Date.now() - (statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > hour) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

export interface Ended {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Variables of the one who runs the tests must not colour what they see. */
export const plainEnv: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  LANG: 'C.UTF-8',
};

/** Runs the program to its end. */
export function saydo(
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>>; readonly input?: string },
): Ended {
  const ended = spawnSync(process.execPath, [join(built(), 'bin', 'saydo.js'), ...args], {
    cwd: options.cwd,
    env: { ...plainEnv, ...options.env },
    input: options.input ?? '',
    encoding: 'utf8',
  });
  return { code: ended.status, signal: ended.signal, stdout: ended.stdout, stderr: ended.stderr };
}

/** Runs a line of shell in which `$SAYDO` is the program; `first` ends it with the code of a pipeline's first part. */
export function shell(line: string, cwd: string): Ended {
  const ended = spawnSync('bash', ['-c', line.replace(/\bfirst$/, 'exit $PIPESTATUS')], {
    cwd,
    env: { ...plainEnv, SAYDO: `${process.execPath} ${join(built(), 'bin', 'saydo.js')}` },
    encoding: 'utf8',
  });
  return { code: ended.status, signal: ended.signal, stdout: ended.stdout, stderr: ended.stderr };
}

/** Runs a script of the test's own, which imports the built modules from `$ROOT`, after these lines of shell. */
export function scripted(script: string, cwd: string, before = ''): Ended {
  const ended = spawnSync('bash', ['-c', `${before} exec ${process.execPath} --input-type=module -e "$0"`, script], {
    cwd,
    env: { ...plainEnv, ROOT: built() },
    encoding: 'utf8',
  });
  return { code: ended.status, signal: ended.signal, stdout: ended.stdout, stderr: ended.stderr };
}

/** Starts such a script, for the test to end. */
export function started(script: string, cwd: string): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd,
    env: { ...plainEnv, ROOT: built() },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
