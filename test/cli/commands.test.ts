import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/catalog.ts';
import { Failure } from '../../src/diagnostics/failure.ts';
import { ran } from './fake-io.ts';
import { folder } from './folder.ts';
import { audited, kept } from './sample.ts';

const warnings = [
  diagnose(
    'command-line',
    { problem: 'something about line 2' },
    { file: 'promises.yaml', line: 2, column: 3, length: 4 },
  ),
];
const files = { 'promises.yaml': 'saydo: 1\n  brand: A\n', 'mail.csv': 'one\nsecret\n' };

test('validate says what was found', async () => {
  const validated = {
    warnings,
    promises: 7,
    channels: [
      { channel: 'email', hasSource: true, files: ['mail-1.csv', 'mail-2.csv'] },
      { channel: 'chat', hasSource: true, files: ['mail-1.csv', 'evil\u001b[31m.csv'] },
      { channel: 'fax', hasSource: false, files: null },
      { channel: 'shop', hasSource: true, files: null },
    ],
  };
  const world = { workingDirectory: folder(files), stages: { validate: async () => validated } };
  const { exit, stdout, stderr } = await ran(['validate'], world);
  expect(exit).toBe(0);
  expect(stdout).toBe(
    [
      '  email  mail-1.csv',
      '         mail-2.csv',
      '  chat   mail-1.csv',
      '         evil.csv',
      '  fax    no source',
      '  shop   no promise is measured here',
      'promises.yaml is fine: 7 promises on 4 channels, 3 files',
      '',
    ].join('\n'),
  );
  expect(stderr).toContain('something about line 2');
  expect(await ran(['validate', '--quiet'], world)).toEqual({ exit: 0, stdout: '', stderr: '' });
});

test('schema prints JSON', async () => {
  const { exit, stdout } = await ran(['schema'], { stages: { schema: async () => ({ type: 'object' }) } });
  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ type: 'object' });
});

test('what the CSV has no room for goes to standard error with its line, and not with --quiet', async () => {
  const world = {
    workingDirectory: folder(files),
    stages: { audit: async () => ({ ...audited(kept), findings: warnings }) },
  };
  const { exit, stdout, stderr } = await ran(['audit', '--format', 'csv'], world);
  expect(exit).toBe(0);
  expect(stderr).toContain('promises.yaml:2:3');
  expect(stderr).toContain('2 |   brand: A');
  expect(stdout).not.toContain('something about line 2');
  expect(await ran(['audit', '--quiet'], world)).toEqual({ exit: 0, stdout: '', stderr: '' });
});

test('an export is never quoted, and errors stay with --quiet', async () => {
  const at = { file: 'mail.csv', line: 2, column: 1, length: 1 };
  const failure = new Failure('data', [diagnose('command-line', { problem: 'a cell' }, at)]);
  const stages = {
    audit: async () => {
      throw failure;
    },
  };
  const { exit, stderr } = await ran(['audit', '--quiet'], { workingDirectory: folder(files), stages });
  expect(exit).toBe(3);
  expect(stderr).toContain('mail.csv:2  a cell');
  expect(stderr).not.toContain('secret');
  expect(stderr.trimEnd().split('\n').at(-1)).toBe('saydo: exit 3: the data could not be read as declared');
});

test('the only promise that is asked for is shown in full', async () => {
  const world = { workingDirectory: folder(files), stages: { audit: async () => audited(kept) } };
  const brief = await ran(['audit'], world);
  const full = await ran(['audit', '--promise', 'quick'], world);
  expect(brief.stdout).not.toContain('From rows to cases');
  expect(full.stdout).toContain('replied within 4 hours');
});
