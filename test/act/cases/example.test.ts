import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stages } from '../../../src/cli/stages.ts';
import { ran } from '../../cli/fake-io.ts';

const workingDirectory = process.cwd();
const example = async (...argv: readonly string[]): Promise<string> => {
  const { exit, stdout } = await ran(['cases', ...argv, 'promises.example.yaml'], {
    ...{ workingDirectory, stages, stdoutTTY: true, columns: 100, env: { NO_COLOR: '1' } },
  });
  expect(exit).toBe(0);
  return stdout;
};

test.each([
  ['missed.txt', ['quick-reply', '--channel', 'email', '--segment', 'region=North', '--limit', '5']],
  ['missed.csv', ['told-first', '--limit', '3', '--format', 'csv', '--columns', 'carrier']],
  ['missed.json', ['told-first', '--limit', '2', '--format', 'json']],
  ['missed.md', ['quick-reply', '--limit', '3', '--format', 'markdown']],
  ['pending.txt', ['quick-reply', '--outcome', 'pending', '--limit', '14', '--columns', 'Subject']],
  ['tally.txt', ['pick-up', '--channel', 'workshops', '--limit', '3']],
  ['owed.txt', ['told-first', '--owed']],
] as const)('the example: %s', async (name, argv) => {
  await expect(await example(...argv)).toMatchFileSnapshot(`golden/${name}`);
});

test.each([
  ['quick-reply', '--channel', 'email', '--segment', 'region=North', '--limit', '5'],
  ['quick-reply', '--outcome', 'pending', '--channel', 'email', '--limit', '3', '--columns', 'Subject'],
])('docs/cases.md shows what %s %s %s prints', async (...argv) => {
  const [name = '', ...options] = argv;
  const page = readFileSync('docs/cases.md', 'utf8');
  expect(page).toContain(
    `$ saydo cases ${[name, 'promises.example.yaml', ...options].join(' ')}\n${await example(...argv)}`,
  );
});
