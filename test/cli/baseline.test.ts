import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { stages } from '../../src/cli/stages.ts';
import { ran } from './fake-io.ts';
import { folder } from './folder.ts';
import { quickPromise } from './quick-promise.ts';

const promises = quickPromise('60%');

/** A hundred mails in each of the months, of which so many were answered in an hour, and the others in nine. */
function mails(months: Readonly<Record<string, number>>): string {
  const rows = Object.entries(months).flatMap(([month, kept]) =>
    Array.from({ length: 100 }, (_, index) => {
      const day = `${month}-${String((index % 25) + 1).padStart(2, '0')}`;
      return `${day}T08:00:00Z,${day}T${index < kept ? '09' : '17'}:00:00Z`;
    }),
  );
  return ['Created,Replied', ...rows, ''].join('\n');
}

const data = { 'promises.yaml': promises, 'mail.csv': mails({ '2026-01': 95, '2026-02': 94, '2026-03': 70 }) };
const month = (number: string, last: number) => ['--from', `2026-${number}-01`, '--to', `2026-${number}-${last}`];
const january = month('01', 31);
const february = month('02', 28);
const march = month('03', 31);

const second = `  other:
    says: We answer within ten hours.
    kept_when: { replied: { within: 10h } }
    target: 60%
    channels: [email]
`;
const findingsOf = (stdout: string): readonly string[] => {
  const report: { readonly findings: readonly { readonly message: string; readonly severity: string }[] } =
    JSON.parse(stdout);
  return report.findings.filter(({ severity }) => severity === 'warning').map(({ message }) => message);
};
const saydo = (argv: readonly string[], workingDirectory: string) => ran(argv, { workingDirectory, stages });
const lastLine = (stderr: string) => stderr.trimEnd().split('\n').at(-1);

/** What January came to. */
let old = '';
beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'saydo-cli-'));
  for (const [name, text] of Object.entries(data)) writeFileSync(join(root, name), text);
  const { exit, stdout } = await saydo(['audit', ...january, '--format', 'json'], root);
  rmSync(root, { recursive: true });
  expect(exit).toBe(0);
  old = stdout;
});

function folderOf(files: Readonly<Record<string, string>>): string {
  return folder({ ...data, ...files });
}

describe('--baseline', () => {
  test('shows the change in the table, in the JSON and in the CSV', async () => {
    const at = folderOf({ 'old.json': old });
    const options = ['audit', ...march, '--baseline', 'old.json'];
    const { exit, stdout } = await saydo([...options, '-o', 'new.json', '-o', 'new.csv'], at);
    expect(exit).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'against 1 to 31 Jan 2026: −25.0 pts (−35.0 to −14.8), worse beyond chance',
    );
    const report = JSON.parse(readFileSync(join(at, 'new.json'), 'utf8'));
    expect(report.baseline).toEqual({
      as_of: JSON.parse(old).as_of,
      window: { from: '2026-01-01', to: '2026-01-31' },
      overlaps: false,
    });
    expect(report.promises[0].channels[0].change).toMatchObject({
      ...{ value: -0.25, verdict_before: 'kept', withheld: null, moved: 'worse' },
      interval: { method: 'newcombe' },
    });
    const [head = '', row = ''] = readFileSync(join(at, 'new.csv'), 'utf8').split('\r\n');
    expect(head).toMatch(/,window_from,window_to,as_of,change,change_low,change_high,verdict_before,moved$/);
    expect(row).toMatch(/,-0\.25,-0\.34\d+,-0\.14\d+,kept,worse$/);
    expect(row.split(',').length).toBeGreaterThanOrEqual(head.split(',').length);
  });

  test('without it the CSV has the columns of the contract, and so have its periods with it', async () => {
    const at = folderOf({ 'old.json': old });
    const plain = await saydo(['audit', '--format', 'csv'], at);
    expect(plain.stdout.split('\r\n')[0]).toMatch(/,as_of$/);
    const periods = await saydo(['audit', ...march, '--baseline', 'old.json', '--format', 'csv', '--by', 'period'], at);
    expect(periods.stdout.split('\r\n')[0]).toMatch(/,as_of$/);
  });

  test('windows that share days: a warning, and nothing said of chance; also beside a CSV', async () => {
    const at = folderOf({ 'old.json': old });
    const { exit, stdout, stderr } = await saydo(['audit', '--baseline', 'old.json', '--format', 'csv'], at);
    expect(exit).toBe(0);
    expect(stderr).toContain('SD0730');
    expect(stderr).toContain('share 1 to 31 Jan 2026');
    expect(stdout.split('\r\n')[1]).toMatch(/,-0\.0[\d.]+,,,kept,$/);
  });

  test('a promise that is gone is named, and not in a run over a part', async () => {
    const renamed = { 'promises.yaml': promises.replace('  quick:', '  quick-reply:').concat(second) };
    const both = { ...data, 'promises.yaml': promises.concat(second) };
    const before = await saydo(['audit', ...january, '--format', 'json'], folder(both));
    const at = folder({ ...data, ...renamed, 'old.json': before.stdout });
    const whole = await saydo(['check', ...february, '--baseline', 'old.json', '--format', 'json'], at);
    expect(findingsOf(whole.stdout)).toContain(
      'measured in the baseline, and no longer in the promise file: quick on email',
    );
    const part = await saydo(
      ['check', ...february, '--baseline', 'old.json', '--promise', 'other', '--format', 'json'],
      at,
    );
    expect(findingsOf(part.stdout)).toEqual([]);
  });

  test('a check that fails for what got worse is headed so, and not by what is kept', async () => {
    const at = folderOf({ 'old.json': old });
    const options = ['check', ...march, '--baseline', 'old.json', '--fail-on', 'worse', '--format'];
    for (const [format, heading] of [
      ['markdown', '# 1 of 1 promise fails: quick (email worse)'],
      ['github', 'saydo: 1 of 1 promise fails: quick (email worse)'],
    ] as const) {
      const { exit, stdout } = await saydo([...options, format], at);
      expect(exit).toBe(1);
      expect(stdout.replaceAll('\\', '').split('\n')).toContain(heading);
    }
  });

  test('may be the file that is written: it is read first', async () => {
    const at = folderOf({ 'gap.json': old });
    for (const window of [february, march]) {
      const options = ['audit', ...window, '--baseline', 'gap.json', '-o', 'gap.json', '--quiet'];
      expect(await saydo(options, at)).toEqual({ exit: 0, stdout: '', stderr: '' });
    }
    const { baseline, promises: kept } = JSON.parse(readFileSync(join(at, 'gap.json'), 'utf8'));
    expect(baseline.window).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(kept[0].channels[0].change.value).toBe(-0.24);
  });

  test.each([
    ['no such file', {}, 'old.jsn', "no report 'old.jsn' (SD0880)", 'did you mean old.json?'],
    ['a folder', { 'dir/a': '' }, 'dir', "cannot read 'dir': it is a folder (SD0881)", 'audit -o FILE.json'],
    ['the promise file', {}, 'promises.yaml', "'promises.yaml' is no JSON", 'audit -o FILE.json'],
    ['something else', { 'a.json': '{"name":1}' }, 'a.json', 'it holds the keys name (SD0884)', 'audit -o FILE.json'],
    ['nothing', {}, '', "option '--baseline' names nothing", 'leave the option out'],
  ])('%s is refused before the audit', async (_, files, file, message, help) => {
    const at = folderOf({ 'old.json': old, ...files });
    const { exit, stdout, stderr } = await ran(['check', '--baseline', file, '-o', 'gap.csv'], {
      workingDirectory: at,
    });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(help);
    expect(lastLine(stderr)).toMatch(/^saydo: exit 2: (the earlier report cannot be used|the command line is wrong)$/);
  });

  test('another schema, another brand', async () => {
    const at = folderOf({
      'schema.json': old.replace('"schema": 1', '"schema": 2'),
      'brand.json': old.replace('Fjellrute Cycles', 'Acme'),
    });
    const schema = await saydo(['audit', '--baseline', 'schema.json'], at);
    expect(schema).toMatchObject({ exit: 2, stdout: '' });
    expect(schema.stderr).toContain('report of schema 2');
    const brand = await saydo(['audit', '--baseline', 'brand.json', '-o', 'gap.json'], at);
    expect(brand).toMatchObject({ exit: 2, stdout: '' });
    expect(brand.stderr).toContain("is about the brand 'Acme', not 'Fjellrute Cycles' (SD0887)");
    expect(() => readFileSync(join(at, 'gap.json'))).toThrow();
  });
});

describe('--fail-on worse', () => {
  const check = (window: readonly string[], at: string) =>
    saydo(['check', ...window, '--baseline', 'old.json', '--fail-on', 'worse', '--quiet'], at);

  test('1: it is kept, and got worse beyond chance', async () => {
    const at = folderOf({ 'old.json': old });
    const { exit, stderr } = await check(march, at);
    expect(exit).toBe(1);
    expect(lastLine(stderr)).toBe('saydo: exit 1: 1 of 1 promise fails: quick (email worse)');
    expect((await saydo(['check', ...march, '--baseline', 'old.json', '--quiet'], at)).exit).toBe(0);
  });

  test('0: it moved by no more than chance', async () => {
    expect(await check(february, folderOf({ 'old.json': old }))).toMatchObject({ exit: 0, stderr: '' });
  });

  test('1: a miss is a miss, whatever it was', async () => {
    const at = folderOf({ 'old.json': old, 'promises.yaml': promises.replace('60%', '80%') });
    const { exit, stderr } = await check(march, at);
    expect(exit).toBe(1);
    expect(lastLine(stderr)).toBe('saydo: exit 1: 1 of 1 promise is missed: quick (email)');
  });

  test('0: what is waived fails nothing', async () => {
    const waived = promises
      .replace('60%', '80%')
      .replace('channels: [email]', 'channels: [email]\n    waived: { until: 2026-06-30, reason: a new desk }');
    const { exit } = await check(march, folderOf({ 'old.json': old, 'promises.yaml': waived }));
    expect(exit).toBe(0);
  });

  test.each([
    ['windows that share days', data, [], 'the windows overlap'],
    ['another formula', { 'promises.yaml': promises.replace('4h', '5h') }, february, 'redefined since'],
    ['another name', { 'promises.yaml': promises.replace('  quick:', '  quicker:') }, february, 'new since'],
  ])('4: nothing could be compared: %s', async (_, files, window, why) => {
    const { exit, stderr } = await check(window, folderOf({ 'old.json': old, ...files }));
    expect(exit).toBe(4);
    expect(lastLine(stderr)).toBe(`saydo: exit 4: nothing could be held against the baseline: ${why}`);
  });

  test('2: without a baseline', async () => {
    const { exit, stderr } = await saydo(['check', '--fail-on', 'worse'], folderOf({}));
    expect(exit).toBe(2);
    expect(stderr).toContain('--fail-on worse has nothing to hold the figures against (SD0888)');
    expect(stderr).toContain('--baseline OLD.json');
  });
});

describe('compare', () => {
  test('two reports, in each format', async () => {
    const at = folderOf({ 'old.json': old });
    const { stdout: later } = await saydo(['audit', ...march, '--format', 'json'], at);
    writeFileSync(join(at, 'new.json'), later);
    const table = await saydo(['compare', 'old.json', 'new.json'], at);
    expect(table).toMatchObject({ exit: 0, stderr: '' });
    expect(table.stdout).toContain('Worse beyond chance\n  ✓ quick, email: kept\n    95.0% → 70.0%');
    const json = await saydo(['compare', 'old.json', 'new.json', '--format', 'json'], at);
    expect(JSON.parse(json.stdout).cells).toMatchObject([{ fate: 'worse', promise: 'quick', value: 0.7 }]);
    const markdown = await saydo(['compare', 'old.json', 'new.json', '--format', 'markdown'], at);
    expect(markdown.stdout).toContain('# Fjellrute Cycles: 1 worse beyond chance\n');
    expect(
      (await saydo(['compare', 'old.json', 'new.json', '--promise', 'quick', '--channel', 'email'], at)).exit,
    ).toBe(0);
  });

  test('the promises as they are kept now, where no later report is named, or another promise file is', async () => {
    const at = folderOf({ 'old.json': old, 'two.yml': promises });
    const now = await saydo(['compare', 'old.json', ...february], at);
    expect(now).toMatchObject({ exit: 0, stderr: '' });
    expect(now.stdout).toContain('Nothing changed\n\n1 channel unchanged, or within chance\n');
    expect(await saydo(['compare', 'old.json', 'two.yml', ...february], at)).toEqual(now);
  });

  test('of a selection, what was not asked for is not gone', async () => {
    const two = `${promises}  slow:\n    says: Nobody waits for ten hours.\n    kept_when: { replied: { within: 10h } }\n    target: 60%\n    channels: [email]\n`;
    const at = folderOf({ 'promises.yaml': two });
    await saydo(['audit', ...january, '-o', 'two.json', '--quiet'], at);
    const { stdout } = await saydo(['compare', 'two.json', ...february, '--promise', 'quick', '--format', 'json'], at);
    expect(JSON.parse(stdout)).toMatchObject({ before: { score: null }, after: { score: null } });
    expect(JSON.parse(stdout).cells).toHaveLength(1);
  });

  test.each([
    [['compare'], 'compare needs OLD (SD0812)'],
    [['compare', 'a', 'b', 'c'], 'compare takes no more than OLD NEW'],
    [['compare', 'none.json'], "no report 'none.json'"],
    [['compare', 'old.json', 'none.json'], "no report 'none.json'"],
    [['compare', 'promises.yaml'], "'promises.yaml' is no JSON"],
    [['compare', 'old.json', 'brand.json'], "'old.json' is about the brand 'Fjellrute Cycles', not 'Acme'"],
    [
      ['compare', 'old.json', 'old.json', '--last', 'month'],
      "--last is for an audit, and 'old.json' is a report already",
    ],
    [['compare', 'old.json', 'old.json', '--promise', 'quikc'], "neither report knows 'quikc', after --promise"],
    [['compare', 'old.json', 'old.json', '--channel', ''], "option '--channel' names nothing"],
    [['compare', 'old.json', '--format', 'csv'], "unknown word 'csv' after --format"],
    [['compare', 'old.json', 'none.yaml'], 'type saydo compare old.json FILE'],
    [['compare', 'old.json', 'broken.yaml'], 'broken.yaml:14'],
  ])('%j is refused', async (argv, message) => {
    const at = folderOf({
      'old.json': old,
      'brand.json': old.replace('Fjellrute Cycles', 'Acme'),
      'broken.yaml': `${promises}  quick: [`,
    });
    const { exit, stdout, stderr } = await saydo(argv, at);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
