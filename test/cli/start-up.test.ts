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

/** Letters of a sentence or a name that only this package holds. */
const TRACES = {
  commander: 'outputHelpIfRequested',
  yaml: 'composeScalar',
  'csv-parse': 'CSV_QUOTE_NOT_CLOSED',
  zod: 'ZodExactOptional',
  'cli-table3': 'colWidths',
};

const packagesOf = (modules: readonly string[]) => {
  const files = modules.map((line) => line.slice('LOAD '.length)).filter((url) => url.startsWith('file:'));
  const text = files.map((url) => readFileSync(new URL(url), 'utf8')).join('');
  return Object.entries(TRACES).flatMap(([name, trace]) => (text.includes(trace) ? [name] : []));
};

test('--version loads no package, --help Commander alone, an audit what it needs', () => {
  expect(loaded(['--version']).length).toBeGreaterThan(0);
  expect(packagesOf(loaded(['--version']))).toEqual([]);
  expect(packagesOf(loaded(['--help']))).toEqual(['commander']);
  expect(packagesOf(loaded(['audit', 'none.yaml']))).toEqual(expect.arrayContaining(['commander', 'yaml']));
  expect(packagesOf(loaded(['audit', 'none.yaml']))).not.toContain('zod');
  expect(packagesOf(loaded(['schema']))).toContain('zod');
});

/** The first file of the program and what it loads at once, without what it loads later. */
function programWithoutRest(): readonly string[] {
  const main = readFileSync(join(built(), 'dist/program/main.js'), 'utf8');
  const imports = [...main.matchAll(/(?:from|^import)\s*["']\.\/([^"']+)["']/gm)].map(
    ([, name]) => `dist/program/${name}`,
  );
  return ['dist/program/main.js', ...imports];
}

test('a program that is not installed whole is a defect, and no missed promise', () => {
  const cwd = folder({ 'package.json': '{ "type": "module" }' });
  for (const file of ['bin/saydo.js', ...programWithoutRest()]) {
    cpSync(join(built(), file), join(cwd, file));
  }
  const { status, stderr } = spawnSync(process.execPath, ['bin/saydo.js', 'check'], { cwd, encoding: 'utf8' });
  expect(status).toBe(70);
  expect(stderr).toContain('not installed whole');
});
