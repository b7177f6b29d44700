import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convertActionTemplate, parseAction } from '@actions/workflow-parser/actions/index';
import { NoOperationTraceWriter } from '@actions/workflow-parser/templates/trace-writer';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { built, plainEnv } from '../cli/binary.ts';
import { folder } from '../cli/folder.ts';

const path = fileURLToPath(new URL('../../action.yml', import.meta.url));
const content = readFileSync(path, 'utf8');
const action = z
  .object({
    inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
    outputs: z.record(z.string(), z.object({ value: z.string() })),
    runs: z.object({
      using: z.literal('composite'),
      steps: z.array(
        z.object({
          id: z.string().optional(),
          shell: z.literal('bash'),
          run: z.string(),
          env: z.record(z.string(), z.string()).default({}),
        }),
      ),
    }),
  })
  .parse(parse(content));

const promises = (target: string, source = 'mail.csv') => `saydo: 1
brand: Fjellrute Cycles
channels:
  email: { source: ${source}, at: Created }
promises:
  quick:
    says: We answer within four hours.
    kept_when: { Replied: { within: 4h } }
    target: ${target}
    min_cases: 1
    channels: [email]
`;

/** Two mails, one answered in time and one not, this many days ago. */
function mails(daysAgo: number): string {
  const at = (hours: number) => new Date(Date.now() - daysAgo * 86_400_000 + hours * 3_600_000).toISOString();
  return `Created,Replied\n${at(-30)},${at(-29)}\n${at(-28)},${at(-20)}\n`;
}

interface Used {
  readonly code: number;
  readonly log: string;
  readonly summary: string;
  /** Values of the action. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** What a runner makes of the action: variables from inputs, its files, and bash as it calls it. */
function use(inputs: Readonly<Record<string, string>>, cwd: string): Used {
  const runner = folder({ 'temp/none': '', summary: '' });
  const outputs = new Map<string, string>();
  let log = '';
  let code = 0;
  for (const [index, step] of action.runs.steps.entries()) {
    const output = join(runner, `output-${index}`);
    const given = Object.entries(step.env).map(([name, text]): [string, string] => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(text)?.[1] ?? '';
      const known = action.inputs[input];
      if (known === undefined) throw new Error(`${name} is no input: ${text}`);
      return [name, inputs[input] ?? known.default];
    });
    const ended = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd,
      env: {
        ...plainEnv,
        ...Object.fromEntries(given),
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: built(),
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: join(runner, 'summary'),
        GITHUB_WORKSPACE: realpathSync(cwd),
        RUNNER_TEMP: join(runner, 'temp'),
      },
      encoding: 'utf8',
    });
    log += ended.stdout + ended.stderr;
    for (const line of existsSync(output) ? readFileSync(output, 'utf8').trimEnd().split('\n') : []) {
      const [name = '', ...value] = line.split('=');
      outputs.set(`\${{ steps.${step.id ?? ''}.outputs.${name} }}`, value.join('='));
    }
    code = ended.status ?? -1;
    if (code !== 0) break;
  }
  const told = Object.entries(action.outputs).map(([name, { value }]) => [name, outputs.get(value) ?? '']);
  return { code, log, summary: readFileSync(join(runner, 'summary'), 'utf8'), outputs: Object.fromEntries(told) };
}

describe('action.yml', () => {
  it('is an action by the schema of GitHub', () => {
    const { context, value } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    if (value === undefined) throw new Error('nothing was parsed');
    const template = convertActionTemplate(context, value);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    expect(template.inputs?.map(({ id }) => id)).toEqual(Object.keys(action.inputs));
    expect(template.runs.using).toBe('composite');
  });

  it('puts no input into the text of a script', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
  });

  it('asks by the clock for seven days, unless told otherwise', () => {
    expect(action.inputs['as-of']?.default).toBe('now');
    expect(action.inputs['last']?.default).toBe('7d');
  });

  it('is 0 where promises are kept, with a summary and the files asked for', () => {
    const cwd = folder({ 'promises.yaml': promises('50%'), 'mail.csv': mails(1) });
    const used = use({ output: 'saydo.xml\n\n  page of today.html\n' }, cwd);
    expect(used).toMatchObject({ code: 0, outputs: { 'exit-code': '0' } });
    expect(['kept', 'close']).toContain(used.outputs['verdict']);
    expect(used.summary).toContain('Fjellrute Cycles');
    expect(existsSync(join(cwd, 'saydo.xml'))).toBe(true);
    expect(existsSync(join(cwd, 'page of today.html'))).toBe(true);
    const report: unknown = JSON.parse(readFileSync(used.outputs['report'] ?? '', 'utf8'));
    expect(report).toMatchObject({ brand: 'Fjellrute Cycles', schema: 1 });
  });

  it('is 1 where one is missed, at its line', () => {
    const cwd = folder({ 'promises.yaml': promises('90%'), 'mail.csv': mails(1) });
    const used = use({}, cwd);
    expect(used).toMatchObject({ code: 1, outputs: { 'exit-code': '1', verdict: 'missed' } });
    expect(used.log).toMatch(/^::error file=promises\.yaml,line=\d+,/m);
    expect(used.summary).toContain('missed');
  });

  it('is 4 where the export ended two weeks ago, and would be 0 without the clock', () => {
    const cwd = folder({ 'promises.yaml': promises('50%'), 'mail.csv': mails(14) });
    expect(use({}, cwd)).toMatchObject({ code: 4, outputs: { 'exit-code': '4', verdict: 'unmeasured' } });
    expect(use({ 'as-of': '' }, cwd)).toMatchObject({ code: 0 });
  });

  it('is 2 or 3 where nothing could be scored, and says so at the line', () => {
    const cwd = folder({ 'promises.yaml': promises('50%', 'none.csv') });
    const used = use({}, cwd);
    expect(used).toMatchObject({ code: 3, outputs: { 'exit-code': '3', verdict: '', report: '' } });
    expect(used.log).toMatch(/^::error file=promises\.yaml,line=\d+/m);
    expect(use({ 'promises-file': 'other.yaml' }, cwd)).toMatchObject({ code: 2, outputs: { 'exit-code': '2' } });
    expect(use({ 'fail-on': 'worse' }, cwd)).toMatchObject({ code: 2 });
  });

  it('takes its own report for a baseline', () => {
    const at = folder({ 'promises.yaml': promises('50%'), 'mail.csv': mails(14) });
    const before = use({ 'as-of': new Date(Date.now() - 14 * 86_400_000).toISOString() }, at);
    const cwd = folder({ 'promises.yaml': promises('50%'), 'mail.csv': mails(1) });
    const used = use({ baseline: before.outputs['report'] ?? '', 'fail-on': 'worse' }, cwd);
    expect(used).toMatchObject({ code: 0 });
    expect(used.summary).toContain('change');
    expect(use({ baseline: used.outputs['report'] ?? '', 'fail-on': 'worse' }, cwd)).toMatchObject({ code: 4 });
  });

  const asOptions = ['--quiet', '-o pwned', '--output=pwned.csv', '--fail-on='];
  const hostile = [
    '$(touch pwned)',
    '`touch pwned`',
    '"; touch pwned; "',
    "'; touch pwned; '",
    '| touch pwned',
    '\ntouch pwned\n',
    '${{ github.token }}',
    '::error::pwned',
    '*',
    ...asOptions,
  ];
  it.each([
    ...hostile.map((text) => [Object.keys(action.inputs), text] as const),
    ...asOptions.map((text) => [['promises-file'], text] as const),
  ])('runs nothing that %s say: %j', (inputs, text) => {
    const cwd = folder({ 'promises.yaml': promises('50%'), 'mail.csv': mails(1) });
    const used = use(Object.fromEntries(inputs.map((input) => [input, text])), cwd);
    expect(used).toMatchObject({ code: 2, outputs: { 'exit-code': '2', verdict: '' } });
    expect(readdirSync(cwd).sort()).toEqual(['mail.csv', 'promises.yaml']);
    expect(used.log).not.toMatch(/^::error::pwned/m);
  });
});
