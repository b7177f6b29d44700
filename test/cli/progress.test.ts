import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { progressLine, progressText } from '../../src/cli/progress.ts';
import { shell } from './binary.ts';
import { ran, type World } from './fake-io.ts';
import { folder } from './folder.ts';
import { audited, kept } from './sample.ts';

const clear = '\r\u001b[2K';

/** An audit that takes the given milliseconds, telling of its progress at each. */
function slowly(milliseconds: number, world: World = {}): World {
  let time = 0;
  return {
    stderrTTY: true,
    env: { TERM: 'xterm' },
    workingDirectory: folder({ 'promises.yaml': '' }),
    ...world,
    now: () => time,
    stages: {
      audit: async ({ onProgress }) => {
        for (; time < milliseconds; time += 1) onProgress?.({ bytes: time, totalBytes: milliseconds, rows: time });
        return audited(kept);
      },
    },
  };
}

const linesIn = (text: string) => text.split(clear).filter((line) => line !== '').length;

test('shows nothing before 400 ms', async () => {
  expect((await ran(['audit'], slowly(400))).stderr).toBe('');
});

test('is rewritten at most ten times a second, and cleared', async () => {
  const { stderr, stdout } = await ran(['audit'], slowly(2000));
  expect(linesIn(stderr)).toBe(16);
  expect(stderr.endsWith(clear)).toBe(true);
  expect(stderr).not.toContain('\n');
  expect(stdout).not.toContain('\u001b');
});

test.each<readonly [string, readonly string[], World]>([
  ['--no-progress', ['--no-progress'], {}],
  ['--quiet', ['--quiet'], {}],
  ['no TTY', [], { stderrTTY: false }],
  ['CI', [], { env: { CI: '1' } }],
  ['TERM=dumb', [], { env: { TERM: 'dumb' } }],
])('shows nothing with %s', async (_name, options, world) => {
  expect((await ran(['audit', ...options], slowly(2000, world))).stderr).toBe('');
});

test('is cleared where the audit fails', async () => {
  let time = 0;
  const audit = async ({
    onProgress,
  }: {
    onProgress: ((p: { bytes: number; totalBytes: null; rows: number }) => void) | null;
  }) => {
    time = 500;
    onProgress?.({ bytes: 1, totalBytes: null, rows: 1 });
    throw new Error('a bug');
  };
  const { stderr, exit } = await ran(['audit'], { ...slowly(0), now: () => time, stages: { audit } });
  expect(exit).toBe(70);
  expect(stderr).toMatch(/^\r\u001b\[2Kreading 1 B, 1 rows\r\u001b\[2Ka defect/);
});

test('never wraps', () => {
  let text = '';
  let time = 0;
  const line = progressLine({ write: (more) => (text += more), columns: () => 20, now: () => time });
  time = 500;
  line.update({ bytes: 5e9, totalBytes: 6e9, rows: 12_345_678 });
  expect(text).toBe(`${clear}reading 5.0 GB of 6`);
  line.stop();
  line.update({ bytes: 5e9, totalBytes: 6e9, rows: 12_345_678 });
  expect(text).toBe(`${clear}reading 5.0 GB of 6${clear}`);
});

test.each<readonly [number, number | null, number, number, string]>([
  [0, null, 0, 0, 'reading 0 B, 0 rows'],
  [999, 1000, 12, 1000, 'reading 999 B of 1.0 kB, 12 rows'],
  [412e6, 1.2e9, 3_410_000, 6000, 'reading 412 MB of 1.2 GB, 3 410 000 rows, 11 s left'],
  [1e9, 100e9, 1_000_000, 60_000, 'reading 1.0 GB of 100 GB, 1 000 000 rows, 1 h 39 min left'],
  [1e9, 2e9, 1_000_000, 90_000, 'reading 1.0 GB of 2.0 GB, 1 000 000 rows, 1 min 30 s left'],
  [2e9, 1e9, 1, 9000, 'reading 2.0 GB of 1.0 GB, 1 rows'],
])('%j of %j bytes, %j rows after %j ms: %s', (bytes, totalBytes, rows, elapsed, text) => {
  expect(progressText({ bytes, totalBytes, rows }, elapsed)).toBe(text);
});

const script = '/usr/bin/script';

test.skipIf(process.platform !== 'linux' || !existsSync(script))('a real terminal sees it come and go', () => {
  const row = '2026-01-05T08:00:00Z,2026-01-05T09:00:00Z\n';
  const cwd = folder({
    'promises.yaml': `saydo: 1
brand: Fjellrute Cycles
channels:
  email: { source: '-', at: Created }
promises:
  quick: { says: We answer., kept_when: { Replied: { within: 4h } }, target: 95%, channels: [email] }
`,
    'mail.csv': `Created,Replied\n${row.repeat(4)}`,
    'row.csv': row,
    // However fast the machine is, its export comes too slowly for the 400 ms in which nothing is shown.
    'slowly.sh':
      '(cat mail.csv; for i in 1 2 3 4; do sleep 0.5; cat row.csv; done) | $SAYDO check --as-of 2026-01-06\n',
  });
  const { code, stdout } = shell(`TERM=xterm ${script} -qec "sh slowly.sh" /dev/null < /dev/null`, cwd);
  expect(code, stdout).toBe(0);
  expect(stdout).toContain(`${clear}reading `);
  expect(stdout.lastIndexOf('reading ')).toBeLessThan(stdout.lastIndexOf(clear));
  expect(stdout.slice(stdout.lastIndexOf(clear))).toContain('Fjellrute Cycles');
});

test('tells the time left of a second reading by that reading alone', () => {
  let time = 0;
  const written: string[] = [];
  const line = progressLine({ write: (text) => written.push(text), columns: () => 80, now: () => time });
  const told = (now: number, bytes: number): string => {
    time = now;
    line.update({ bytes, totalBytes: 100e6, rows: 0 });
    return written.at(-1) ?? '';
  };
  expect(told(50_000, 50e6)).toBe(`${clear}reading 50 MB of 100 MB, 0 rows, 50 s left`);
  expect(told(100_000, 0.5e6)).toBe(`${clear}reading 500 kB of 100 MB, 0 rows`);
  // Ten megabytes in two seconds.
  expect(told(102_000, 10.5e6)).toBe(`${clear}reading 11 MB of 100 MB, 0 rows, 18 s left`);
});
