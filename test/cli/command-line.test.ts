import { describe, expect, test } from 'vitest';
import type { AuditOptions } from '../../src/audit.ts';
import { type Ran, ran, type World } from './fake-io.ts';
import { folder } from './folder.ts';
import { audited, missed } from './sample.ts';

interface Case {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly exit: number;
  /** Every one of these stands there; '' means that nothing at all does. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

const fine = { 'promises.yaml': 'saydo: 1\n' };
const wrong = { exit: 2, stdout: [''] };

const cases: readonly Case[] = [
  // Help and version.
  { args: [], exit: 2, stdout: [''], stderr: ['Usage: saydo', 'Examples:', 'saydo: exit 2: no command was given'] },
  { args: ['--'], exit: 2, stdout: [''], stderr: ['Usage: saydo', 'saydo: exit 2: no command was given'] },
  { args: ['--help'], exit: 0, stdout: ['Usage: saydo', 'audit', 'Exit codes:', '130  interrupted'], stderr: [''] },
  { args: ['help'], exit: 0, stdout: ['Usage: saydo', 'Exit codes:'], stderr: [''] },
  { args: ['help', 'audit'], exit: 0, stdout: ['Usage: saydo audit', '--as-of', 'Examples:'], stderr: [''] },
  { args: ['audit', '--help'], exit: 0, stdout: ['Usage: saydo audit', 'table, csv, json', '.json'], stderr: [''] },
  { args: ['check', '-h'], exit: 0, stdout: ['--fail-on', 'Exit codes:'], stderr: [''] },
  { args: ['validate', '--help'], exit: 0, stdout: ['Usage: saydo validate', 'Examples:'], stderr: [''] },
  { args: ['schema', '--help'], exit: 0, stdout: ['Usage: saydo schema', 'Example:'], stderr: [''] },
  { args: ['help', 'nope'], ...wrong, stderr: ["unknown command 'nope'"] },
  { args: ['help', 'adit'], ...wrong, stderr: ["unknown command 'adit'", 'did you mean audit?'] },
  { args: ['--version', '--quiet'], exit: 0, stdout: ['0.'], stderr: [''] },

  // Misspelt.
  { args: ['audti'], ...wrong, stderr: ["unknown command 'audti'", 'did you mean audit?', 'exit 2: the command line'] },
  { args: ['constructor'], ...wrong, stderr: ["unknown command 'constructor'"] },
  { args: ['gap.yaml'], ...wrong, stderr: ["unknown command 'gap.yaml'", 'type saydo audit gap.yaml'] },
  { args: ['audit', '--fromat', 'csv'], ...wrong, stderr: ["unknown option '--fromat' of audit", 'mean --format?'] },
  { args: ['audit', '--fromat=csv'], ...wrong, stderr: ["unknown option '--fromat' of audit", 'mean --format?'] },
  { args: ['audit', '--fail-on', 'close'], ...wrong, stderr: ["unknown option '--fail-on' of audit"] },
  { args: ['--quiet', 'audit'], ...wrong, stderr: ["unknown option '--quiet'", 'options come after the command'] },
  { args: ['audit', '-x'], ...wrong, stderr: ["unknown option '-x'", 'see saydo audit --help'] },
  { args: ['audit', 'a.yaml', 'b.yaml'], ...wrong, stderr: ['audit takes one promise file'] },
  { args: ['schema', 'a.yaml'], ...wrong, stderr: ['schema takes no argument'] },
  { args: ['audit', '--as-of'], ...wrong, stderr: ["option '--as-of <TIME>' has no value"] },

  // Values.
  { args: ['audit', '--format', 'jsno'], ...wrong, stderr: ["unknown word 'jsno' after --format", 'mean json?'] },
  { args: ['audit', '--format', 'pdf'], ...wrong, stderr: ['json, markdown, html, junit, github or openmetrics'] },
  { args: ['audit', '--by', 'periods'], ...wrong, stderr: ["'periods' after --by", 'did you mean period?'] },
  { args: ['audit', '--by', 'period'], ...wrong, stderr: ['no CSV is asked for', 'add --format csv'] },
  { args: ['audit', '--last', '90d', '--to', '2026-01-01'], ...wrong, stderr: ['--last and --to cannot both'] },
  { args: ['audit', '--promise', ''], ...wrong, stderr: ["option '--promise' names nothing"] },
  { args: ['audit', '--channel', 'a,,b'], ...wrong, stderr: ["option '--channel' names nothing"] },
  { args: ['check', '--fail-on', 'clsoe'], ...wrong, stderr: ["unknown word 'clsoe' after --fail-on", 'mean close?'] },
  { args: ['check', '--fail-on', ''], ...wrong, stderr: ["option '--fail-on' names nothing"] },
  {
    args: ['audit', '--format', 'x', '--by', 'y', '-o', 'z'],
    ...wrong,
    stderr: ["'x'", "'y'", "'z'", 'the command line is wrong (3 errors)'],
  },

  // The promise file.
  { args: ['audit'], ...wrong, stderr: ["no file 'promises.yaml'", 'type saydo audit FILE'] },
  {
    args: ['audit'],
    files: { 'promises.yml': '' },
    ...wrong,
    stderr: ["no file 'promises.yaml'", 'did you mean promises.yml? type saydo audit promises.yml'],
  },
  {
    args: ['check', 'promisse.yaml'],
    files: fine,
    ...wrong,
    stderr: ["no file 'promisse.yaml'", 'type saydo check promises.yaml'],
  },
  { args: ['audit'], files: { 'gap.yaml': '' }, ...wrong, stderr: ['in this folder: gap.yaml'] },
  { args: ['audit', '.'], files: fine, ...wrong, stderr: ["'.' is a folder", 'type saydo audit promises.yaml'] },
  {
    args: ['audit', 'sub'],
    files: { 'sub/promises.yml': '' },
    ...wrong,
    stderr: ['type saydo audit sub/promises.yml'],
  },
  { args: ['audit', 'sub'], files: { 'sub/a.csv': '' }, ...wrong, stderr: ["'sub' is a folder", 'promises.yaml'] },
  { args: ['audit', '-'], files: fine, ...wrong, stderr: ['cannot come from standard input'] },
  { args: ['audit', 'promises.yaml/x'], files: fine, ...wrong, stderr: ["no file 'promises.yaml/x'"] },

  // Output files.
  { args: ['audit', '-o', 'gap.pdf'], files: fine, ...wrong, stderr: ["'gap.pdf'", '.csv', '.json', '.txt'] },
  { args: ['audit', '-o', '-'], files: fine, ...wrong, stderr: ['not standard output', '--format'] },
  { args: ['audit', '-o', 'a.csv', '-o', './a.csv'], files: fine, ...wrong, stderr: ["-o names './a.csv' twice"] },
  { args: ['audit', '-o', 'promises.yaml'], files: fine, ...wrong, stderr: ['would overwrite the promise file'] },
  {
    args: ['audit', 'p.txt', '-o', './p.txt'],
    files: { 'p.txt': 'saydo: 1' },
    ...wrong,
    stderr: ['would overwrite the promise file'],
  },
  {
    args: ['audit', '-o', 'no/a.csv'],
    files: fine,
    exit: 5,
    stdout: [''],
    stderr: ["'no/a.csv': there is no such folder"],
  },
  {
    args: ['audit', '-o', 'promises.yaml/a.csv'],
    files: fine,
    exit: 5,
    stdout: [''],
    stderr: ["cannot write 'promises.yaml/a.csv'", 'file'],
  },
  {
    args: ['audit', '-o', 'a.csv'],
    files: { ...fine, 'a.csv/x': '' },
    exit: 5,
    stdout: [''],
    stderr: ["cannot write 'a.csv': it is a folder"],
  },
];

function has(text: string, parts: readonly string[]): void {
  for (const part of parts) part === '' ? expect(text).toBe('') : expect(text).toContain(part);
}

test.each(cases)('saydo $args: $exit', async ({ args, env, files, exit, stdout, stderr }) => {
  const world = { workingDirectory: folder(files), ...(env === undefined ? {} : { env }) };
  const result = await ran(args, world);
  has(result.stdout, stdout);
  has(result.stderr, stderr);
  expect(result.exit, result.stderr).toBe(exit);
  if (exit !== 0) expect(result.stderr.trimEnd().split('\n').at(-1)).toMatch(new RegExp(`^saydo: exit ${exit}: `));
});

describe('what the audit is asked', () => {
  async function asked(
    args: readonly string[],
    world: World = {},
  ): Promise<{ ran: Ran; options: AuditOptions | null }> {
    let options: AuditOptions | null = null;
    const result = await ran(args, {
      workingDirectory: folder(fine),
      ...world,
      stages: {
        audit: async (given) => {
          options = given;
          return audited(missed);
        },
      },
    });
    return { ran: result, options };
  }

  test('nothing, where nothing is given', async () => {
    const { options, ran } = await asked(['audit']);
    expect(ran.exit).toBe(0);
    expect(options).toMatchObject({
      ...{ file: 'promises.yaml', asOf: null, from: null, to: null, last: null, promises: [], channels: [] },
      ...{ hashes: false, redact: false, onProgress: expect.any(Function) },
    });
  });

  test('what is given', async () => {
    const { options } = await asked([
      ...['check', 'promises.yaml', '--from', '2026-01-01', '--to=2026-03-31', '--as-of', '2026-04-01'],
      ...['--promise', 'a,b', '--promise', 'c, a', '--channel', 'email', '--hashes', '--redact'],
    ]);
    expect(options).toMatchObject({
      ...{ asOf: '2026-04-01', from: '2026-01-01', to: '2026-03-31', last: null },
      ...{ promises: ['a', 'b', 'c'], channels: ['email'], hashes: true, redact: true },
    });
  });

  test('now is an instant by the clock', async () => {
    const { options } = await asked(['audit', '--as-of', 'now'], { now: () => Date.UTC(2026, 3, 1, 12) });
    expect(options).toMatchObject({ asOf: '2026-04-01T12:00:00.000Z' });
  });
});

describe('a selection that leaves nothing is an error', () => {
  test.each([{}, { quick: {} }])('%j', async (sample) => {
    const result = await ran(['check', '--promise', 'quick', '--channel', 'fax'], {
      workingDirectory: folder(fine),
      stages: { audit: async () => audited(sample) },
    });
    expect(result).toMatchObject({ exit: 2, stdout: '' });
    expect(result.stderr).toContain('no promise of quick is made on fax');
  });
});

test('colour is for terminals, and each stream is judged apart', async () => {
  const world: World = { workingDirectory: folder(fine), stages: { audit: async () => audited(missed) } };
  const sequence = '\u001b[';
  expect((await ran(['audit'], { ...world, stdoutTTY: true })).stdout).toContain(sequence);
  expect((await ran(['audit', '--no-color'], { ...world, stdoutTTY: true })).stdout).not.toContain(sequence);
  expect((await ran(['audit'], { ...world, stderrTTY: true, env: { CI: '1' } })).stdout).not.toContain(sequence);
  expect((await ran(['audit'], { ...world, env: { FORCE_COLOR: '1' } })).stdout).toContain(sequence);
  expect((await ran(['audit', '--nope'], { ...world, stderrTTY: true })).stderr).toContain(sequence);
  expect((await ran(['audit', '--nope', '--no-color'], { ...world, stderrTTY: true })).stderr).not.toContain(sequence);
});
