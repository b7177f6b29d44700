import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/catalog.ts';
import { Failure, type FailureKind } from '../../src/diagnostics/failure.ts';
import { ran, type World } from './fake-io.ts';
import { folder } from './folder.ts';
import { audited, kept } from './sample.ts';

const at = { file: 'promises.yaml', line: 7, column: 3, length: 2 };

function failing(kind: FailureKind): World & { readonly workingDirectory: string } {
  const workingDirectory = folder({ 'promises.yaml': '' });
  const audit = async (): Promise<never> => {
    throw new Failure(kind, [diagnose('empty-option', { option: '--x' }, at)]);
  };
  return { workingDirectory, stages: { audit } };
}

const old = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite name="green"/>\n</testsuites>\n';

describe('a run that ends before there is a report', () => {
  test.each([
    ['declaration', 2],
    ['data', 3],
  ] as const)('of kind %s says why in the JUnit file, and its exit stays %i', async (kind, code) => {
    const here = failing(kind);
    const path = join(here.workingDirectory, 'junit.xml');
    writeFileSync(path, old);
    const { exit, stdout, stderr } = await ran(['check', '-o', 'junit.xml', '-o', 'gap.csv'], here);
    expect(exit).toBe(code);
    expect(stdout).toBe('');
    expect(stderr).toContain('promises.yaml:7');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('<error type="empty-option" message="promises.yaml:7: ');
    expect(text).not.toContain('green');
    expect(existsSync(join(here.workingDirectory, 'gap.csv'))).toBe(false);
  });

  test('says why on standard output, where that gets a format that can', async () => {
    const github = await ran(['check', '--format', 'github'], failing('data'));
    expect(github.exit).toBe(3);
    expect(github.stdout).toMatch(/^::error file=promises\.yaml,line=7,col=3,title=SD\d{4}::/);
    expect((await ran(['audit', '--format', 'junit'], failing('data'))).stdout).toContain('errors="1"');
    expect((await ran(['audit', '--format', 'junit', '--quiet'], failing('data'))).stdout).toBe('');
    expect((await ran(['audit', '--format', 'json'], failing('data'))).stdout).toBe('');
  });

  test('for want of a promise file says so too', async () => {
    const here = failing('data');
    const { exit } = await ran(['check', 'none.yaml', '-o', 'junit.xml'], here);
    expect(exit).toBe(2);
    expect(readFileSync(join(here.workingDirectory, 'junit.xml'), 'utf8')).toContain('none.yaml');
  });

  test('leaves alone what saydo did not write, the promise file, and what it was asked wrongly', async () => {
    const here = failing('data');
    const inside = (name: string) => join(here.workingDirectory, name);
    writeFileSync(inside('export.xml'), 'Created,Replied\n');
    expect((await ran(['check', '-o', 'export.xml'], here)).exit).toBe(3);
    expect(readFileSync(inside('export.xml'), 'utf8')).toBe('Created,Replied\n');
    writeFileSync(inside('promises.xml'), old);
    expect((await ran(['check', 'promises.xml', '-o', 'promises.xml'], here)).exit).toBe(2);
    expect(readFileSync(inside('promises.xml'), 'utf8')).toBe(old);
    expect((await ran(['check', '--format', 'jnuit', '-o', 'a.xml'], here)).exit).toBe(2);
    expect((await ran(['check', '--fail-on', 'missde', '-o', 'a.xml'], here)).exit).toBe(2);
    expect(existsSync(inside('a.xml'))).toBe(false);
  });

  test('has nowhere to say so where the outputs cannot be written', async () => {
    const here = failing('data');
    const { exit } = await ran(['check', '-o', 'none/junit.xml', '-o', 'junit.xml'], here);
    expect(exit).toBe(5);
    expect(existsSync(join(here.workingDirectory, 'junit.xml'))).toBe(false);
  });
});

test('an export that a report would overwrite stays, and nothing stands in its place', async () => {
  const workingDirectory = folder({ 'promises.yaml': '', 'mail.xml': 'Created,Replied\n' });
  const sample = audited(kept);
  const source = {
    ...{
      channel: 'email',
      file: 'mail.xml',
      bytes: 1,
      as_of: null,
      newest_event: null,
      rows: 0,
      entered: 0,
      outside_window: 0,
      excepted: 0,
    },
    ...{ filtered: 0, repeated: 0, undated: 0, unreadable: 0, sha256: null, encoding: 'utf-8', delimiter: ',' },
  };
  const audit = async () => ({ ...sample, report: { ...sample.report, sources: [source] } });
  const { exit } = await ran(['audit', '-o', 'mail.xml'], { workingDirectory, stages: { audit } });
  expect(exit).toBe(2);
  expect(readFileSync(join(workingDirectory, 'mail.xml'), 'utf8')).toBe('Created,Replied\n');
});
