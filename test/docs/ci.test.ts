import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { stages } from '../../src/cli/stages.ts';
import { ran } from '../cli/fake-io.ts';
import { folder } from '../cli/folder.ts';
import { type Block, blocksOf, docs } from './blocks.ts';
import { entriesOf, type Script, scriptsOf } from './ci-scripts.ts';

const examples = ['ci/github-actions.md', 'ci/gitlab-ci.md', 'ci/jenkins.md', 'cron/crontab.md', 'cron/systemd.md'];
const pages = ['ci.md', ...examples, 'prometheus.md'];
const blocks = pages.flatMap(blocksOf);
const named = (some: readonly Block[]) => some.map((block) => [block.at, block] as const);
const inLanguage = (language: string) => named(blocks.filter((block) => block.language === language));
const scripts = blocks
  .flatMap(scriptsOf)
  .map((script) => [`${script.at} ${script.text.trim().split('\n')[0]}`, script] as const);

const day = 86_400_000;
const promises = `saydo: 1
brand: Fjellrute Cycles
channels:
  email: { source: mail.csv, at: Created }
promises:
  quick-reply:
    says: We answer within four hours.
    kept_when: { Replied: { within: 4h } }
    target: 80%
    channels: [email]
`;

/** Mails of each day, every one answered in time, up to so many days ago. */
function mails(daysAgo: number): string {
  const rows = Array.from({ length: 30 }, (_, ago) => new Date(Date.now() - (daysAgo + ago) * day - 3_600_000));
  return `Created,Replied\n${rows.map((at) => `${at.toISOString()},${at.toISOString()}\n`).join('')}`;
}

describe('each page', () => {
  it.each(examples)('%s begins with a command by the clock, over seven days', (page) => {
    const [first] = blocksOf(page)
      .flatMap(scriptsOf)
      .flatMap(({ text }) => text.match(/\bsaydo \w+ .*/g) ?? []);
    expect(first).toMatch(/^saydo check --as-of now --last 7d /);
  });

  it('is listed', () => {
    const list = readFileSync(join(docs, 'ci.md'), 'utf8');
    for (const page of [...examples, 'prometheus.md']) expect(list).toContain(`](${page})`);
    expect(readFileSync(join(docs, 'README.md'), 'utf8')).toContain('(ci.md)');
  });
});

describe('YAML', () => {
  it.each(inLanguage('yaml'))('%s is', (_, { text }) => {
    const document = parseDocument(text, { customTags: [{ tag: '!reference', collection: 'seq' }] });
    expect([...document.errors, ...document.warnings]).toEqual([]);
  });

  const workflows = blocksOf('ci/github-actions.md').filter(({ language }) => language === 'yaml');
  const asWorkflow = (text: string) =>
    text.startsWith('- ')
      ? `on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n${text.replace(/^/gm, '      ')}`
      : text;

  it.each(named(workflows))('%s is a workflow by the schema of GitHub', async (_, { text }) => {
    const file = { name: 'promises.yml', content: asWorkflow(text) };
    const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  it('uses actions by their major version, and ours with inputs and outputs that it has', () => {
    const action: unknown = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));
    const all = workflows.map(({ text }) => text).join('\n');
    const used = [...all.matchAll(/uses: (\S+)/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(8);
    for (const name of used) expect(name).toMatch(/^(actions\/[\w/-]+|OWNER\/saydo)@v\d+$/);
    const ours = [...all.matchAll(/uses: OWNER\/saydo@v0\n(?: {8}(?!with:).*\n)* {8}with:\n((?: {10}.*\n)+)/g)];
    expect(ours).toHaveLength(2);
    for (const [, given = ''] of ours) {
      for (const name of Object.keys(Object(parse(given)))) expect(action).toHaveProperty(['inputs', name]);
    }
    const outputs = [...all.matchAll(/steps\.saydo\.outputs\.([\w-]+)/g)].map(([, name = '']) => name);
    expect(outputs).not.toEqual([]);
    for (const name of outputs) expect(action).toHaveProperty(['outputs', name]);
  });
});

describe('crontab', () => {
  const pagesOf = (at: string): readonly string[] =>
    readdirSync(join(docs, at), { withFileTypes: true }).flatMap((entry) => {
      const name = join(at, entry.name);
      return entry.isDirectory() ? pagesOf(name) : name.endsWith('.md') ? [name] : [];
    });
  const crontabs = pagesOf('.')
    .flatMap(blocksOf)
    .filter(({ language }) => language === 'crontab');

  it.each(named(crontabs))('%s has five fields a line, and no bare per cent sign', (_, { text }) => {
    const entries = entriesOf(text);
    expect(entries).not.toEqual([]);
    for (const { fields, command } of entries) {
      expect(fields).toHaveLength(5);
      for (const field of fields) expect(field).toMatch(/^(\*|\d+)([/,-]\d+)*$/);
      expect(command).toMatch(/^[a-z]/);
      expect(command).not.toMatch(/(?<!\\)%/);
    }
    for (const line of text.split('\n').filter((each) => /^\w+=/.test(each))) expect(line).not.toContain('$');
  });
});

describe('shell', () => {
  it.each(scripts)('%s is read by bash', (_, { text }) => {
    const { status, stderr } = spawnSync('bash', ['-n', '-c', text], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  /** Words that saydo is called with when the script runs, all other programs doing nothing. */
  function calls({ text }: Script, cwd: string): readonly (readonly string[])[] {
    const bin = join(cwd, 'bin');
    const log = join(cwd, 'calls');
    mkdirSync(bin);
    writeFileSync(join(bin, 'saydo'), '#!/bin/sh\nprintf "%s\\0" "$@" "" >> "$CALLS"\n', { mode: 0o755 });
    symlinkSync('/bin/date', join(bin, 'date'));
    const around = `command_not_found_handle() { :; }
cd() { :; }
npm() { :; }
flock() { while [ "$1" != saydo ]; do shift; done; "$@"; }
env() { eval "\${@: -1}"; }
${text.replaceAll('/usr/local/bin/saydo ', 'saydo ').replaceAll('/usr/sbin/', '').replaceAll('./get-exports.sh', ':')}`;
    const { stderr } = spawnSync('/bin/bash', ['--noprofile', '--norc', '-c', around], {
      cwd,
      env: {
        CALLS: log,
        PATH: bin,
        GITHUB_OUTPUT: join(cwd, 'output'),
        SMTP_PASSWORD_FILE: '/secret/smtp-password',
        SMTP_USER: 'reports@example.com',
        SAYDO_SMTP_PASSWORD: 'secret',
      },
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    if (!existsSync(log)) return [];
    return readFileSync(log, 'utf8')
      .split('\0\0')
      .filter((call) => call !== '')
      .map((call) => call.split('\0'));
  }

  const calling = scripts.filter(([, { text }]) => /\bsaydo (?=[a-z]+ -|check)/.test(text));
  it('calls saydo', () => {
    expect(calling.length).toBeGreaterThan(15);
  });

  it.each(calling)('%s calls it with options that it takes', async (_, script) => {
    const cwd = folder({
      'promises.yaml': promises,
      'mail.csv': mails(0),
      'smtp-password': 'secret',
      '.smtp-password': 'secret',
      'reports/none': '',
    });
    expect((await ran(['audit', '--quiet', '-o', 'old.json'], { workingDirectory: cwd, stages })).exit).toBe(0);
    for (const ago of [6, 7, 8]) {
      const name = `${new Date(Date.now() - ago * day).toISOString().slice(0, 10)}.json`;
      for (const place of [cwd, join(cwd, 'reports')]) cpSync(join(cwd, 'old.json'), join(place, name));
    }
    const found = calls(script, cwd);
    expect(found).not.toEqual([]);
    for (const argv of found) {
      let reached = false;
      const audit = async () => {
        reached = true;
        throw new Error('far enough');
      };
      const words = argv.map((word) => (/^(\/|%d\/)/.test(word) ? basename(word) : word));
      const env = { SAYDO_SMTP_PASSWORD: words.includes('--smtp-password-file') ? undefined : 'secret' };
      const { exit, stderr } = await ran(words, { workingDirectory: cwd, env, stages: { audit } });
      expect({ reached, exit, stderr: reached ? '' : stderr }).toEqual({ reached: true, exit: 70, stderr: '' });
    }
  });
});

describe('an export that died', () => {
  const check = async (daysAgo: number, ...argv: string[]) => {
    const cwd = folder({ 'promises.yaml': promises, 'mail.csv': mails(daysAgo) });
    return ran(['check', ...argv, '--quiet'], { workingDirectory: cwd, stages, now: Date.now });
  };

  it('ends as the page shows, two weeks later', async () => {
    const page = readFileSync(join(docs, 'ci.md'), 'utf8');
    expect(await check(14)).toEqual({ exit: 0, stdout: '', stderr: '' });
    const asked = await check(14, '--as-of', 'now', '--last', '7d');
    expect(asked.exit).toBe(4);
    expect(page).toContain(`$ saydo check --as-of now --last 7d --quiet; echo $?\n${asked.stderr}4\n`);
  });

  it('is warned of before, but not with --quiet', async () => {
    const cwd = folder({ 'promises.yaml': promises, 'mail.csv': mails(4) });
    const argv = ['check', '--as-of', 'now', '--last', '7d'];
    const world = { workingDirectory: cwd, stages, now: Date.now };
    expect(await ran([...argv, '--quiet'], world)).toEqual({ exit: 0, stdout: '', stderr: '' });
    const { exit, stderr } = await ran([...argv, '--format', 'csv'], world);
    expect({ exit, stderr }).toMatchObject({ exit: 0, stderr: expect.stringContaining('(SD0701)') });
  });

  it('is seen sooner in a shorter window', async () => {
    expect((await check(3, '--as-of', 'now', '--last', '2d')).exit).toBe(4);
  });
});

it('alerts go by gauges that there are', async () => {
  const cwd = folder({ 'promises.yaml': promises, 'mail.csv': mails(0) });
  const { stdout } = await ran(['check', '--format', 'openmetrics'], { workingDirectory: cwd, stages });
  const rules = blocksOf('prometheus.md').find(({ language }) => language === 'yaml')?.text ?? '';
  const gauges = [...rules.matchAll(/expr: .*?\b(saydo_\w+)/g)].map(([, name]) => name);
  expect(gauges).toHaveLength(4);
  for (const name of gauges) expect(stdout).toContain(`# TYPE ${name} gauge\n`);
});
