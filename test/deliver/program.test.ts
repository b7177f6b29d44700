import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saydo } from '../cli/binary.ts';
import { folder } from '../cli/folder.ts';
import { quickPromise } from '../cli/quick-promise.ts';

const files = {
  'promises.yaml': quickPromise('95%'),
  'mail.csv': 'Created,Replied\n2026-01-05T08:00:00Z,2026-01-05T17:00:00Z\n2026-01-06T08:00:00Z,2026-01-06T09:00:00Z\n',
};
const people = ['--mail-to', 'ada@example.com', '--mail-from', 'reports@example.com'];

test('the program as it is shipped writes a mail', () => {
  const cwd = folder(files);
  const ended = saydo(['send', ...people, '--dry-run', 'mail.eml'], { cwd });
  expect(ended).toMatchObject({ code: 0, stdout: '' });
  expect(readFileSync(join(cwd, 'mail.eml'), 'utf8')).toMatch(/^Subject: 1 of 1 promise missed: Fjellrute Cycles/m);
});

test('and keeps what no server takes', () => {
  const cwd = folder(files);
  const url = 'smtp://user:geheim@127.0.0.1:1';
  const ended = saydo(['send', ...people], { cwd, env: { SAYDO_SMTP_URL: url } });
  expect(ended).toMatchObject({ code: 5, stdout: '' });
  expect(ended.stderr).toContain('nothing listens there');
  expect(ended.stderr).not.toContain('geheim');
  expect(readdirSync(cwd).filter((name) => /^saydo-unsent-.*\.eml$/.test(name)).length).toBe(1);
});
