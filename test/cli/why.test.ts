import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stages } from '../../src/cli/stages.ts';
import { ran } from './fake-io.ts';
import { folder } from './folder.ts';

const yaml = `saydo: 1
brand: Acme
channels:
  mail: { source: mail.csv, at: At, segments: [Team] }
  shop: { note: no export yet }
promises:
  quick: { says: We are quick., kept_when: { Done: yes }, target: 90%, channels: [mail, shop] }
  open: { says: We are open., kept_when: { Open: yes }, target: 90%, channels: [shop] }
`;
const csv = [
  'At,Team,Done',
  ...Array.from({ length: 12 }, (_, index) => `2026-01-05 0${index % 9}:00,${index % 2},${index < 3 ? 'no' : 'yes'}`),
  '',
];
const world = () => ({
  workingDirectory: folder({ 'promises.yaml': yaml, 'mail.csv': csv.join('\n') }),
  stages: { why: stages.why },
});

test('the table on standard output, files by their endings', async () => {
  const at = world();
  const { exit, stdout, stderr } = await ran(['why', 'quick', '-o', 'rows.csv', '-o', 'why.json', '-o', 'why.md'], at);
  expect([exit, stderr]).toEqual([0, '']);
  expect(stdout).toContain(
    '✗ mail: 75.0%, target ≥ 90%, missed\n  · 3 of 12 missed (25%), where the target allows 1.2: 1.8 too many',
  );
  expect(stdout).toContain('○ shop: not measured, no export yet');
  const read = (name: string): string => readFileSync(join(at.workingDirectory, name), 'utf8');
  expect(read('rows.csv')).toContain('quick,mail,segment,Team,0,6,4,2,');
  expect(JSON.parse(read('why.json')).channels[0]).toMatchObject({ channel: 'mail', excess: 1.8 });
  expect(read('why.md')).toContain('## mail: 75.0%');
});

test('a promise that is measured nowhere says why, and is no error', async () => {
  const { exit, stdout } = await ran(['why', 'open'], world());
  expect(exit).toBe(0);
  expect(stdout).toContain('○ shop: not measured, no export yet');
});

describe('what is wrong of the command line ends with 2, and says what to type', () => {
  test.each([
    [['why'], 'why needs PROMISE'],
    [['why', 'promises.yaml'], 'no promise is named'],
    [['why', 'quikc'], 'did you mean quick?'],
    [['why', 'quick', '--channel', 'mial'], 'did you mean mail?'],
    [['why', 'open', '--channel', 'mail'], 'no promise of open is made on mail'],
    [['why', 'quick', '--format', 'html'], "unknown word 'html' after --format"],
    [['why', 'quick', '-o', 'why.html'], 'why.html'],
  ])('%j', async (argv, message) => {
    const { exit, stdout, stderr } = await ran(argv, world());
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

test('an export is never written over', async () => {
  const at = world();
  const { exit, stderr } = await ran(['why', 'quick', '-o', 'mail.csv'], at);
  expect(exit).toBe(2);
  expect(stderr).toContain('mail.csv');
  expect(readFileSync(join(at.workingDirectory, 'mail.csv'), 'utf8')).toBe(csv.join('\n'));
  expect(existsSync(join(at.workingDirectory, 'why.json'))).toBe(false);
});
