import { expect, it } from 'vitest';
import { engines } from '../../src/engines/index.ts';
import { loadDeclaration } from '../../src/load.ts';
import { planOf } from '../../src/plan/index.ts';
import { folder } from '../cli/folder.ts';

const PROMISES = `saydo: 1
brand: B
channels:
  c: { source: [a.csv, b.csv], at: A, where: { S: { not: spam } }, except: [{ from: 2026-01-03, to: 2026-01-03, reason: r }] }
promises:
  p: { says: P., kept_when: { N: at least 4 }, target: 50%, channels: [c] }
`;

it('gives the rows again that take part: in the window, not excepted, taken by where, of every file', async () => {
  const workingDirectory = folder({
    'promises.yaml': PROMISES,
    'a.csv': 'A,S,N\n2026-01-01,open,5\n2026-01-02,spam,5\n2026-01-03,open,5\n2026-02-01,open,5\n',
    'b.csv': 'N,S,A\n1,open,2026-01-04\n2,open,\n3,open,2026-01-05\n',
  });
  const declaration = await loadDeclaration({ file: 'promises.yaml', workingDirectory, env: {} });
  const plan = planOf(declaration, { selected: declaration, asOf: null, window: null });
  const context = { workingDirectory, stdin: null, hashes: false, redact: false, onProgress: null, signal: null };
  const lines: string[] = [];
  const window = { from: 20454, to: 20484 };
  for await (const { batch, rows } of engines.local.occasions(
    plan,
    { channel: 'c', window, asOf: null, cells: [], shows: [] },
    context,
  )) {
    for (const row of rows) lines.push(`${batch.file}:${batch.lines[row] ?? 0}`);
  }
  expect(lines).toEqual(['0:2', '1:2', '1:4']);
});
