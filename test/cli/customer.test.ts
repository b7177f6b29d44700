import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stages } from '../../src/cli/stages.ts';
import { desk, mails } from '../act/customer/story.ts';
import { ran } from './fake-io.ts';
import { folder } from './folder.ts';

const FILES = {
  'promises.yaml': desk().join('\n'),
  'mail.csv': mails(
    'T1,2026-01-02 09:00,2026-01-02 12:30,C-07',
    'T2,2026-01-31 11:00,,C-07',
    'T3,2026-01-05 08:00,,C-08',
  ),
};

const customer = (args: readonly string[], workingDirectory = folder(FILES)) =>
  ran(['customer', ...args], { stages, workingDirectory });

describe('saydo customer', () => {
  it('shows the record of an id, as a table', async () => {
    const { exit, stdout, stderr } = await customer(['C-07']);
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      `Customer C-07
Fjellrute Cycles · 2 to 31 Jan 2026 · data as of 31 Jan 2026, 12:00

2 contacts: 1 missed, 1 pending; 10.10 EUR owed

✗  2 Jan 2026, 09:00   mail T1  quick  missed, 1 h 30 min over, 10.10 EUR owed
○  31 Jan 2026, 11:00  mail T2  quick  pending, due 31 Jan 2026, 13:00

Promised
  quick: We answer within two hours.
    1 missed, 1 pending; A voucher
`,
    );
  });

  it('as JSON', async () => {
    const { stdout } = await customer(['C-07', '--format', 'json']);
    await expect(stdout).toMatchFileSnapshot('../act/customer/golden/record.json');
  });

  it('shows no id of others in what the audit warns of', async () => {
    const promises = FILES['promises.yaml'].replace(/^( +)customer: .*$/m, (line, indent) => {
      const column = line.split(': ')[1] ?? '';
      return `${line}\n${indent}where: { ${column}: { not: C-99 } }`;
    });
    const { exit, stdout, stderr } = await customer(['C-07'], folder({ ...FILES, 'promises.yaml': promises }));
    expect([exit, stdout]).toEqual([0, expect.stringContaining('2 contacts: 1 missed, 1 pending; 10.10 EUR owed')]);
    expect(stderr).toContain("says 'C-99'; it holds other values (SD0703)");
    expect(stderr).not.toMatch(/C-0[78]/);
  });

  it('as a letter, beside a quiet screen', async () => {
    const workingDirectory = folder(FILES);
    const args = ['C-07', '-o', 'letter.html', '--lang', 'de', '--quiet'];
    expect(await customer(args, workingDirectory)).toEqual({ exit: 0, stdout: '', stderr: '' });
    const letter = readFileSync(join(workingDirectory, 'letter.html'), 'utf8');
    expect(letter).toContain('We have until 31. Januar 2026, 13:00.');
    expect(letter).not.toMatch(/C-08|Customer Care|mail\.csv/);
  });

  it('says so where nobody of that id is there, with exit 0 and nothing of others', async () => {
    const table = await customer(['c-07']);
    expect([table.exit, table.stderr]).toEqual([0, '']);
    expect(table.stdout).toContain('no occasion of this customer; --suggest looks for ids written alike');
    expect(table.stdout).not.toMatch(/C-0[78]/);
    const json = await customer(['c-07', '--format', 'json']);
    expect(json.exit).toBe(0);
    expect(JSON.parse(json.stdout)).toMatchObject({ contacts: 0, occasions: [], suggestions: null });
    expect(json.stderr).toBe(
      "note: no occasion of customer 'c-07' (SD0971)\n   --suggest looks for ids written alike\n",
    );
  });

  it('names ids written alike where it is asked to, but not in a letter', async () => {
    expect((await customer(['c-07', '--suggest'])).stdout).toContain('Ids written alike\n  C-07\n  C-08\n');
    const html = await customer(['c-07', '--suggest', '--format', 'html']);
    expect(html.stderr).toContain('written alike: C-07, C-08');
    expect(html.stdout).not.toMatch(/C-0[78]/);
  });

  it.each([
    [[''], 'no customer is named (SD0970)'],
    [['promises.yaml'], 'saydo customer ID promises.yaml'],
    [[], 'customer needs ID'],
    [['promises.yaml', 'C-07'], 'type saydo customer C-07 promises.yaml'],
    [['a', 'b', 'c'], 'customer takes no more than ID FILE'],
    [['C-07', '--format', 'json', '--format', 'html'], '--format stands twice'],
    [['C-07', '--lang', 'nb'], '--lang nb is about the HTML page'],
    [['C-07', '--format', 'csv'], "unknown word 'csv' after --format"],
    [['C-07', 'nope.yaml'], 'nope.yaml'],
  ])('ends with exit 2 on %j', async (args, message) => {
    const { exit, stdout, stderr } = await customer(args);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('takes an id that begins with a dash after --, and shows a hostile one as one harmless line', async () => {
    const files = { ...FILES, 'mail.csv': mails('T1,2026-01-02 09:00,,-17', 'T2,2026-01-02 09:00,,\u202e=x\u0007') };
    const dashed = await customer(['--', '-17'], folder(files));
    expect(dashed.stdout).toContain('1 contact: 1 missed');
    const hostile = await customer(['\u202e=x\u0007'], folder(files));
    expect(hostile.stdout).toMatch(/^Customer =x\n/);
    expect(hostile.stdout).toContain('1 contact: 1 missed');
    const long = await customer(['x'.repeat(10_000), '--format', 'html']);
    expect(long.stderr).toHaveLength(
      "note: no occasion of customer '' (SD0971)\n   --suggest looks for ids written alike\n".length + 80,
    );
  });

  it('does without times and cases', async () => {
    const promises = `saydo: 1
brand: B
channels: { till: { source: till.csv, customer: Who } }
promises: { polite: { says: P., kept_when: { Polite: yes }, target: 50%, channels: [till] } }
`;
    const files = { 'promises.yaml': promises, 'till.csv': 'Who,Polite\nme,yes\nyou,no\nme,no\n' };
    expect((await customer(['me'], folder(files))).stdout).toContain(
      '\n✓     till  polite  kept\n✗     till  polite  missed\n',
    );
  });

  it('fits a narrow terminal without Unicode', async () => {
    const world = {
      stages,
      workingDirectory: folder(FILES),
      stdoutTTY: true,
      columns: 44,
      env: { LANG: 'C', NO_COLOR: '1' },
    };
    const { stdout } = await ran(['customer', 'C-07'], world);
    expect(stdout).toContain('x 2 Jan 2026, 09:00, mail T1, quick: missed,\n  1 h 30 min over, 10.10 EUR owed\n');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(44);
  });

  it('follows a rider of the example through all channels', async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const { stdout } = await customer(['C-24991', 'promises.example.yaml'], root);
    await expect(stdout).toMatchFileSnapshot('../act/customer/golden/example.txt');
    const page = readFileSync(join(root, 'docs/customer.md'), 'utf8');
    expect(page).toContain(`\`\`\`text\n${stdout.split('\n').slice(0, 20).join('\n')}\n\`\`\``);
  });
});
