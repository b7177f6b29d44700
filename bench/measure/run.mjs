// Runs a command as a process of its own and says what it took.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ wall: number, cpu: number, peak: number }} Cost seconds, seconds of all threads, MiB */

const TIME = '/usr/bin/time';
const usage = fileURLToPath(new URL('usage.cjs', import.meta.url));

/** Whether GNU time is there, which measures from outside and to the very end. */
export const hasTime = spawnSync(TIME, ['-q', '-f', '%M', 'true']).status === 0;

/**
 * Runs a Node program with its output in a file. The wall clock is read here, around the whole process; CPU time and peak
 * memory come from GNU time, or else from the process itself.
 *
 * @param {readonly string[]} program with its arguments
 * @param {{ output: string, env?: Readonly<Record<string, string>>, cwd?: string }} options
 * @returns {Promise<{ cost: Cost, status: number | null, errors: string }>}
 */
export async function run(program, { output, env = {}, cwd = process.cwd() }) {
  const folder = mkdtempSync(join(tmpdir(), 'saydo-bench-'));
  const told = join(folder, 'usage');
  const failed = join(folder, 'errors');
  const streams = [openSync(output, 'w'), openSync(failed, 'w')];
  try {
    // Between this process and the one that is measured stands a small one: the peak of a child begins with its parent's.
    const [command, ...rest] = hasTime
      ? [TIME, '-q', '-f', '%U %S %M', '-o', told, process.execPath, ...program]
      : ['sh', '-c', '"$@"; exit $?', 'sh', process.execPath, '--require', usage, ...program];
    const start = performance.now();
    const child = spawn(command, rest, {
      cwd,
      env: { ...process.env, ...env, SAYDO_BENCH_USAGE: told },
      stdio: ['ignore', ...streams],
    });
    const status = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
    const wall = (performance.now() - start) / 1000;
    const [user = Number.NaN, system = Number.NaN, kib = Number.NaN] = readIfThere(told).trim().split(' ').map(Number);
    return { cost: { wall, cpu: user + system, peak: kib / 1024 }, status, errors: readIfThere(failed) };
  } finally {
    for (const stream of streams) closeSync(stream);
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
