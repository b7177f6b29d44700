import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { writeOutput } from '../../src/cli/outputs.ts';
import { scripted, started } from './binary.ts';
import { ran, type World } from './fake-io.ts';
import { folder } from './folder.ts';
import { audited, kept, missed, report, type Sample } from './sample.ts';

function world(sample: Sample, more: World = {}): World & { readonly workingDirectory: string } {
  const workingDirectory = folder({ 'promises.yaml': '' });
  return { workingDirectory, stages: { audit: async () => audited(sample) }, ...more };
}

test('each ending gets its format, beside standard output', async () => {
  const here = world(kept);
  const { exit, stdout } = await ran(['audit', '-o', 'a.csv', '-o', 'B.JSON', '-o', 'c.txt', '--format', 'json'], here);
  expect(exit).toBe(0);
  const read = (name: string) => readFileSync(join(here.workingDirectory, name), 'utf8');
  expect(read('a.csv')).toMatch(/^brand,promise,says,/);
  expect(read('B.JSON')).toBe(stdout);
  expect(JSON.parse(stdout)).toMatchObject({ saydo: '0.1.0', schema: 1 });
  expect(read('c.txt')).toContain('Fjellrute Cycles');
});

test('a text file is Unicode without colour, whatever the terminal', async () => {
  const plain = world(missed);
  await ran(['audit', '-o', 'a.txt'], plain);
  const loud = world(missed, { stdoutTTY: true, columns: 60, env: { LANG: 'C', FORCE_COLOR: '3' } });
  await ran(['audit', '-o', 'a.txt'], loud);
  const text = readFileSync(join(plain.workingDirectory, 'a.txt'), 'utf8');
  expect(readFileSync(join(loud.workingDirectory, 'a.txt'), 'utf8')).toBe(text);
  expect(text).not.toContain('\u001b');
  expect(text).toContain('✗');
});

test('--quiet leaves the files and the last line', async () => {
  const here = world(missed);
  const { exit, stdout, stderr } = await ran(['check', '--quiet', '-o', 'a.csv'], here);
  expect({ exit, stdout, stderr }).toEqual({
    exit: 1,
    stdout: '',
    stderr: 'saydo: exit 1: 1 of 1 promise is missed: quick (email)\n',
  });
  expect(existsSync(join(here.workingDirectory, 'a.csv'))).toBe(true);
});

test('a file goes where its link leads, and only a regular file is replaced', async () => {
  const here = world(kept);
  const inside = (name: string) => join(here.workingDirectory, name);
  writeFileSync(inside('real.csv'), 'old');
  symlinkSync('real.csv', inside('link.csv'));
  expect((await ran(['audit', '-o', 'link.csv'], here)).exit).toBe(0);
  expect(readFileSync(inside('real.csv'), 'utf8')).toMatch(/^brand,/);
  expect((await ran(['audit', '-o', 'link.csv', '-o', 'real.csv'], here)).stderr).toContain('twice');
  symlinkSync('/dev/null', inside('null.csv'));
  expect(await ran(['audit', '-o', 'null.csv'], here)).toMatchObject({ exit: 5, stdout: '' });
});

test('an export is never overwritten', async () => {
  const here = world(kept);
  const source = {
    ...{
      channel: 'email',
      file: './mail.csv',
      bytes: 1,
      as_of: null,
      newest_event: null,
      rows: 1,
      entered: 1,
      outside_window: 0,
    },
    ...{ excepted: 0, filtered: 0, repeated: 0, undated: 0, unreadable: 0, sha256: null },
    ...{ encoding: 'utf-8', delimiter: ',' },
  };
  writeFileSync(join(here.workingDirectory, 'mail.csv'), 'precious');
  const audit = async () => ({ ...audited(kept), report: { ...report(kept), sources: [source] } });
  const result = await ran(['audit', '-o', 'mail.csv', '-o', 'gap.json'], { ...here, stages: { audit } });
  expect(result).toMatchObject({ exit: 2, stdout: '' });
  expect(result.stderr).toContain('-o mail.csv would overwrite an export of channel email');
  expect(readFileSync(join(here.workingDirectory, 'mail.csv'), 'utf8')).toBe('precious');
  expect(existsSync(join(here.workingDirectory, 'gap.json'))).toBe(false);
});

describe('what cannot be delivered', () => {
  test('a folder that vanished during the run is 5, and the report is printed all the same', async () => {
    const here = world(missed);
    const out = join(here.workingDirectory, 'out');
    mkdirSync(out);
    const audit = async () => {
      rmSync(out, { recursive: true });
      return audited(missed);
    };
    const result = await ran(['check', '-o', 'out/a.csv', '-o', 'b.csv'], { ...here, stages: { audit } });
    expect(result.exit).toBe(5);
    expect(result.stdout).toContain('Fjellrute Cycles');
    expect(result.stderr).toContain("cannot write 'out/a.csv': there is no such folder");
    expect(result.stderr.trimEnd().split('\n').at(-1)).toBe(
      "saydo: exit 5: cannot write 'out/a.csv': there is no such folder; 1 of 1 promise is missed: quick (email)",
    );
    expect(readdirSync(here.workingDirectory).sort()).toEqual(['b.csv', 'promises.yaml']);
  });

  test('standard output on a full disk is 5', async () => {
    const stdoutFails = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const here = world(kept, { stdoutFails });
    const result = await ran(['audit', '-o', 'a.csv'], here);
    expect(result.exit).toBe(5);
    expect(result.stderr).toContain('cannot write to standard output: the disk is full');
    expect(existsSync(join(here.workingDirectory, 'a.csv'))).toBe(true);
    expect(await ran(['--help'], { stdoutFails })).toMatchObject({ exit: 5 });
  });

  test.each([
    ['audit', 0],
    ['check', 1],
  ])('a reader that has gone is none of it: %s ends with %j', async (command, exit) => {
    const result = await ran([command], world(missed, { stdoutClosed: true }));
    expect(result.exit).toBe(exit);
    expect(result.stderr).not.toContain('cannot');
  });

  test('a disk that fills up in the middle leaves the old file', () => {
    const here = folder({ 'a.csv': 'old' });
    const script = `
      process.on('SIGXFSZ', () => {});
      const { writeOutput } = await import(process.env.ROOT + '/dist/cli/outputs.js');
      console.log(JSON.stringify(await writeOutput({ path: 'a.csv', realPath: 'a.csv' }, 'new'.repeat(10000))));`;
    // A limit of 8 kB on the size of a file cuts the first write short, as a disk with 8 kB left would.
    const ended = scripted(script, here, 'ulimit -f 8;');
    expect(ended.stdout, ended.stderr).toContain("cannot write 'a.csv': the file would be too large");
    expect(readFileSync(join(here, 'a.csv'), 'utf8')).toBe('old');
    expect(readdirSync(here)).toEqual(['a.csv']);
  });
});

test('a file is old or new, whenever the process is killed', async () => {
  const here = folder();
  const target = join(here, 'a.csv');
  const script = `
    const { writeOutput } = await import(process.env.ROOT + '/dist/cli/outputs.js');
    for (let version = 0; ; version += 1) {
      const problem = await writeOutput({ path: 'a.csv', realPath: 'a.csv' }, String(version % 10).repeat(2_000_000));
      if (problem !== null) throw new Error(problem.message);
    }`;
  for (let round = 0; round < 12; round += 1) {
    const child = started(script, here);
    const ended = once(child, 'exit');
    await pause(120 + Math.random() * 150);
    child.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    if (!existsSync(target)) continue;
    const text = readFileSync(target, 'utf8');
    expect(text.length).toBe(2_000_000);
    expect(text).toBe((text[0] ?? '').repeat(2_000_000));
  }
  expect(existsSync(target)).toBe(true);
});

test('a written file replaces the old one whole', async () => {
  const here = folder({ 'a.csv': 'something much longer than what comes' });
  expect(await writeOutput({ path: 'a.csv', realPath: join(here, 'a.csv') }, 'æøå')).toBeNull();
  expect(readFileSync(join(here, 'a.csv'), 'utf8')).toBe('æøå');
});
