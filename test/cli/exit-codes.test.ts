import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { exitCode, exitTable } from '../../src/cli/exit-code.ts';
import { run } from '../../src/cli/run.ts';
import { built, type Ended, plainEnv, saydo, scripted, shell } from './binary.ts';
import { fakeIo, noStages, ran } from './fake-io.ts';
import { folder } from './folder.ts';
import { quickPromise } from './quick-promise.ts';

const promises = quickPromise('95%');
const mail = (hours: number) => `Created,Replied
2026-01-05T08:00:00Z,2026-01-05T${String(8 + hours).padStart(2, '0')}:00:00Z
2026-01-06T08:00:00Z,2026-01-06T09:00:00Z
2026-01-07T08:00:00Z,2026-01-07T09:00:00Z
`;
const held = { 'promises.yaml': promises, 'mail.csv': mail(1) };
const broken = { 'promises.yaml': promises, 'mail.csv': mail(9) };

const lastLine = ({ stderr }: Pick<Ended, 'stderr'>) => stderr.trimEnd().split('\n').at(-1);

test('0: every promise holds, and an audit whatever the verdicts', () => {
  expect(saydo(['check'], { cwd: folder(held) })).toMatchObject({ code: 0, stderr: '' });
  const audit = saydo(['audit'], { cwd: folder(broken) });
  expect(audit).toMatchObject({ code: 0, stderr: '' });
  expect(audit.stdout).toContain('Fjellrute Cycles');
});

test('1: a promise was missed', () => {
  const check = saydo(['check'], { cwd: folder(broken) });
  expect(check.code).toBe(1);
  expect(check.stdout).toBe(saydo(['audit'], { cwd: folder(broken) }).stdout);
  expect(lastLine(check)).toBe('saydo: exit 1: 1 of 1 promise is missed: quick (email)');
});

describe('2: the command line or the promise file is wrong', () => {
  test('a misspelt option', () => {
    const ended = saydo(['check', '--fial-on', 'close'], { cwd: folder(broken) });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('did you mean --fail-on?');
    expect(lastLine(ended)).toBe('saydo: exit 2: the command line is wrong');
  });
  test('broken YAML', () => {
    const ended = saydo(['check'], { cwd: folder({ ...broken, 'promises.yaml': `${promises}  quick: [` }) });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('promises.yaml:14');
    expect(lastLine(ended)).toMatch(/^saydo: exit 2: the promise file is wrong/);
  });
  test('a misspelt key is shown with its line', () => {
    const ended = saydo(['check'], {
      cwd: folder({ ...broken, 'promises.yaml': promises.replace('target', 'traget') }),
    });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('    traget: 95%');
    expect(ended.stderr).toContain('^^^^^^');
  });
  test('an unknown promise', () => {
    const ended = saydo(['check', '--promise', 'quikc'], { cwd: folder(broken) });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('quick');
  });
});

describe('3: the data could not be read', () => {
  test('a missing file', () => {
    const ended = saydo(['check'], { cwd: folder({ 'promises.yaml': promises }) });
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toContain('mail.csv');
    expect(lastLine(ended)).toBe('saydo: exit 3: the data could not be read as declared');
  });
  test('an unreadable cell, also where a promise is missed', () => {
    const ended = saydo(['check'], { cwd: folder({ ...broken, 'mail.csv': `${mail(9)}soon,later\n` }) });
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toContain('mail.csv:5');
    expect(saydo(['audit'], { cwd: folder({ ...broken, 'mail.csv': `${mail(9)}soon,later\n` }) }).code).toBe(3);
  });
});

test('4: nothing was missed, but a channel could not be judged', () => {
  const cwd = folder({ ...held, 'promises.yaml': promises.replace('target:', 'min_cases: 50\n    target:') });
  const ended = saydo(['check'], { cwd });
  expect(ended.code).toBe(4);
  expect(lastLine(ended)).toBe('saydo: exit 4: nothing could be judged: quick (email unproven)');
  expect(saydo(['check', '--from', '2030-01-01', '--to', '2030-12-31'], { cwd: folder(held) }).code).toBe(4);
  expect(saydo(['check', '--fail-on', 'unproven'], { cwd }).code).toBe(1);
  expect(saydo(['audit'], { cwd }).code).toBe(0);
});

test('5: the report could not be delivered', () => {
  const path = saydo(['check', '-o', 'mail.csv/gap.csv'], { cwd: folder(broken) });
  expect(path.code).toBe(5);
  expect(lastLine(path)).toMatch(/^saydo: exit 5: cannot write 'mail.csv\/gap.csv'/);
  const full = shell('$SAYDO audit > /dev/full', folder(held));
  expect(full.code).toBe(5);
  expect(lastLine(full)).toBe('saydo: exit 5: cannot write to standard output: the disk is full');
  const short = scripted(
    `process.on('SIGXFSZ', () => {});
     process.argv.splice(1, process.argv.length, 'saydo', 'schema');
     const { main } = await import(process.env.ROOT + '/dist/cli/main.js');
     process.exitCode = await main(process);`,
    folder(),
    'ulimit -f 1; exec > schema.json;',
  );
  expect(short.code, short.stderr).toBe(5);
});

describe('70: a defect', () => {
  const bug = async () => {
    throw new TypeError('undefined is not a function');
  };
  test('is shown with all that a report of it needs', async () => {
    const ended = await ran(['check'], { workingDirectory: folder(held), stages: { audit: bug } });
    expect(ended).toMatchObject({ exit: 70, stdout: '' });
    expect(ended.stderr).toContain('a defect of saydo');
    expect(ended.stderr).toMatch(/^ {4}saydo \d+\.\d+\.\d+, node v20 on a test$/m);
    expect(ended.stderr).toMatch(/^ {4}TypeError: undefined is not a function$/m);
    expect(ended.stderr).toMatch(/^ {4}at .*exit-codes\.test\.ts/m);
    expect(lastLine(ended)).toBe('saydo: exit 70: a defect of saydo');
  });
  test('is 70 also where no one waits for it', async () => {
    const { io, crash, stderr } = fakeIo(['check'], { workingDirectory: folder(held) });
    const exit = run(io, { ...noStages, audit: () => new Promise(() => {}) });
    await pause(50);
    crash('a string, thrown');
    expect(await exit).toBe(70);
    expect(stderr()).toContain("    'a string, thrown'");
  });
  test('steers no terminal', async () => {
    const stages = {
      audit: async () => {
        throw new Error('cell \u001b[31m\u0007red');
      },
    };
    const ended = await ran(['audit'], { workingDirectory: folder(held), stages });
    expect(ended.stderr).not.toMatch(/[\u001b\u0007]/);
  });
  test('is 70 in a process of its own', () => {
    const ended = scripted(
      `const { ioOf } = await import(process.env.ROOT + '/dist/cli/io.js');
       const { run } = await import(process.env.ROOT + '/dist/cli/run.js');
       const audit = () => new Promise(() => setTimeout(() => { throw new Error('a stray bug'); }, 10));
       process.exitCode = await run({ ...ioOf(process), argv: ['audit'] }, { audit });`,
      folder(held),
    );
    expect(ended.code).toBe(70);
    expect(ended.stderr).toContain('a stray bug');
  });
});

describe('130: interrupted', () => {
  /** Runs a line of shell in a group of its own, waits until the audit reads, and presses Ctrl-C. */
  async function interrupted(line: string, cwd: string): Promise<{ code: number | null; stderr: string }> {
    const child = spawn('bash', ['-c', line], {
      cwd,
      env: { ...plainEnv, SAYDO: `${process.execPath} ${join(built(), 'bin', 'saydo.js')}` },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    const ended = once(child, 'close');
    await pause(1500);
    expect(child.exitCode, stderr).toBe(null);
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    const [code] = await ended;
    return { code: typeof code === 'number' ? code : null, stderr };
  }
  // The shell takes the signal too, and has to outlive it to tell what it saw.
  const told = (command: string) => `trap : INT; ${command}; exit $?`;

  test('while a pipe without a writer is opened', async () => {
    const cwd = folder({ 'promises.yaml': promises });
    expect(shell('mkfifo mail.csv', cwd).code).toBe(0);
    const ended = await interrupted(told('$SAYDO check -o gap.csv'), cwd);
    expect(ended.code).toBe(130);
    expect(lastLine(ended)).toBe('saydo: exit 130: interrupted');
    expect(ended.stderr).not.toContain('defect');
    expect(readdirSync(cwd).sort()).toEqual(['mail.csv', 'promises.yaml']);
  });
  test('while standard input is slow', async () => {
    const cwd = folder({ 'promises.yaml': promises.replace('mail.csv', "'-'") });
    const slow = `(trap - INT; printf 'Created,Replied\\n'; sleep 30) | $SAYDO check -o gap.csv; exit \${PIPESTATUS[1]}`;
    const ended = await interrupted(`trap : INT; ${slow}`, cwd);
    expect(ended.code).toBe(130);
    expect(lastLine(ended)).toBe('saydo: exit 130: interrupted');
    expect(readdirSync(cwd)).toEqual(['promises.yaml']);
  });
  test('clears the progress line, whatever the audit does then', async () => {
    let time = 0;
    const { io, interrupt, stderr, stdout } = fakeIo(['audit'], {
      workingDirectory: folder(held),
      stderrTTY: true,
      now: () => time,
    });
    const exit = run(io, {
      ...noStages,
      audit: async ({ onProgress }) => {
        time = 1000;
        onProgress?.({ bytes: 1, totalBytes: null, rows: 1 });
        return new Promise(() => {});
      },
    });
    await pause(50);
    interrupt();
    expect(await exit).toBe(130);
    expect(stdout()).toBe('');
    expect(stderr()).toBe('\r\u001b[2Kreading 1 B, 1 rows\r\u001b[2Ksaydo: exit 130: interrupted\n');
  });
  test('an audit that heeds the signal is waited for, and what it says is not a defect', async () => {
    const { io, interrupt, stderr } = fakeIo(['audit'], { workingDirectory: folder(held) });
    const exit = run(io, {
      ...noStages,
      audit: ({ signal }) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    });
    await pause(50);
    interrupt();
    expect(await exit).toBe(130);
    expect(stderr()).toBe('saydo: exit 130: interrupted\n');
  });
});

test('a reader that goes early is no error', () => {
  expect(shell('$SAYDO audit --format json | head -c 1; first', folder(held))).toMatchObject({
    ...{ code: 0, stdout: '{', stderr: '' },
  });
  const gone = shell('($SAYDO check; echo $? > code) | true; sleep 0.2; cat code', folder(broken));
  expect(gone.stdout).toBe('1\n');
  expect(shell('$SAYDO check 2>&1 >/dev/null | true; first', folder(broken)).code).toBe(1);
  expect(shell('$SAYDO schema | true; first', folder()).code).toBe(0);
});

test('the help knows every code', () => {
  for (const code of Object.values(exitCode)) expect(exitTable).toMatch(new RegExp(`^ {2}${code} `, 'm'));
});
