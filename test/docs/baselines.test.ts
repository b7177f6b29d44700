import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { stages } from '../../src/cli/stages.ts';
import { ran } from '../cli/fake-io.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/baselines.md'), 'utf8');

test('the page shows what its commands print', async () => {
  const at = mkdtempSync(join(tmpdir(), 'saydo-docs-'));
  onTestFinished(() => rmSync(at, { recursive: true, force: true }));
  const [before, after] = [join(at, 'before.json'), join(at, 'after.json')];
  const saydo = (...argv: string[]) => ran(argv, { workingDirectory: root, stages });
  const audit = (from: string, to: string, ...rest: string[]) =>
    saydo('audit', 'promises.example.yaml', '--from', from, '--to', to, ...rest);
  expect((await audit('2026-01-01', '2026-02-14', '--quiet', '-o', before)).exit).toBe(0);
  const { stdout } = await audit('2026-02-15', '2026-03-31', '--baseline', before, '-o', after);
  const compared = await saydo('compare', before, after);
  expect(page).toContain(`$ saydo compare before.json after.json\n${compared.stdout}\`\`\``);
  const note = /```text\n( {4}survey {5}16 .+\n.+\n)```/.exec(page)?.[1] ?? 'none';
  expect(stdout).toContain(note);
  const options = ['--last', '60d', '--promise', 'easy-help', '--baseline', before, '--fail-on', 'worse', '--quiet'];
  const check = await saydo('check', 'promises.example.yaml', ...options);
  expect(check.exit).toBe(4);
  expect(page).toContain(check.stderr);
});
