import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { built, saydo, shell } from './binary.ts';
import { folder } from './folder.ts';

/** Every module that a run loads, by its path. */
function loaded(args: readonly string[]): readonly string[] {
  const hooks = `
    import { writeSync } from 'node:fs';
    export function load(url, context, next) { writeSync(2, 'LOAD ' + url + '\\n'); return next(url, context); }`;
  const register = `
    import { register } from 'node:module';
    register(${JSON.stringify(asModule(hooks))});`;
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', asModule(register), join(built(), 'bin', 'saydo.js'), ...args],
    { encoding: 'utf8' },
  );
  return stderr.split('\n').filter((line) => line.startsWith('LOAD '));
}

function asModule(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

test('the version comes from package.json', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(built(), 'package.json'), 'utf8'));
  for (const option of ['--version', '-V']) {
    const { code, stdout, stderr } = saydo([option], { cwd: folder() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(manifest).toMatchObject({ version: stdout.trim() });
  }
});

test('a version that cannot be written is not delivered', () => {
  expect(shell('$SAYDO --version > /dev/full', folder()).code).toBe(5);
});

const packagesOf = (modules: readonly string[]) => [
  ...new Set(modules.flatMap((line) => /\/node_modules\/(?!\.cache)([^/]+)\//.exec(line)?.[1] ?? [])),
];

test('--version loads no package, --help Commander alone', () => {
  const version = loaded(['--version']);
  expect(version.length).toBeGreaterThan(0);
  expect(packagesOf(version)).toEqual([]);
  expect(packagesOf(loaded(['--help']))).toEqual(['commander']);
});

test('a program that is not installed whole is a defect, and no missed promise', () => {
  const cwd = folder({ 'package.json': '{ "type": "module" }' });
  for (const file of ['bin/saydo.js', 'dist/cli/main.js', 'dist/cli/exit-code.js']) {
    cpSync(join(built(), file), join(cwd, file));
  }
  const { status, stderr } = spawnSync(process.execPath, ['bin/saydo.js', 'check'], { cwd, encoding: 'utf8' });
  expect(status).toBe(70);
  expect(stderr).toContain('not installed whole');
});
