import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutTo } from '../../src/cli/commands/step-summary.ts';
import { withoutCommand } from '../../src/cli/runner-commands.ts';
import { diagnose } from '../../src/diagnostics/catalog.ts';
import { Failure } from '../../src/diagnostics/failure.ts';
import { ran, type World } from './fake-io.ts';
import { folder } from './folder.ts';
import { audited, kept, missed, report, type Sample } from './sample.ts';
import { sourceOf } from './source.ts';

function world(
  sample: Sample,
  env: Readonly<Record<string, string>> = {},
): World & { readonly workingDirectory: string } {
  const workingDirectory = folder({ 'promises.yaml': '' });
  return { workingDirectory, env, stages: { audit: async () => audited(sample) } };
}

/** As a comparison by the rules of a language sees it: nothing that has no width. */
const bare = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (/\s/.test(sign) ? sign : ''));
const isCommand = (line: string): boolean =>
  bare(line.trimStart()).trimStart().startsWith('::') || bare(line).includes('##[');

describe('what the runner of GitHub Actions would take for a command', () => {
  test.each([
    ['::error::x', ': :error::x'],
    ['a\n::error::x', 'a\n: :error::x'],
    ['a\r  \t::error::x', 'a\r  \t: :error::x'],
    [':\u200b:error::x', ': \u200b:error::x'],
    ['a ##[group]x', 'a ## [group]x'],
    ['#\u2060#[group]x', '#\u2060# [group]x'],
    [':::', ': ::'],
    ['###[x]', '### [x]'],
  ])('%j is printed as %j', (text, shown) => {
    expect(withoutCommand(text)).toBe(shown);
  });
  test.each(['a::b', 'std::vector\nx ::', '## heading', '#[x]', ': :', '"::error"', ''])('%j stays', (text) => {
    expect(withoutCommand(text)).toBe(text);
  });
  test('is in no line, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...':# []\n\r\t\u200b\u2060\ufeff\u001bab'), maxLength: 30 });
    fc.assert(
      fc.property(text, (any) => {
        const shown = withoutCommand(any);
        expect(shown.split(/\r\n|\n|\r/).filter(isCommand)).toEqual([]);
        // Nothing but blanks was added.
        expect(shown.replaceAll(' ', '')).toBe(any.replaceAll(' ', ''));
      }),
      { numRuns: 2000 },
    );
  });
  test('is found behind many blanks', () => {
    expect(withoutCommand(`${'\ufeff \n'.repeat(3000)}::x`).endsWith(': :x')).toBe(true);
  });
});

const evil: Sample = { '::error::evil': { '##[group]x': { verdict: 'missed' } } };
const words = async (): Promise<never> => {
  throw new Failure('data', [diagnose('empty-option', { option: '\n::set-env name=a::b ##[x]' }, null)]);
};

describe('standard output and standard error', () => {
  test('hold no command under GitHub Actions, and their own bytes elsewhere', async () => {
    const own = await ran(['check', '--format', 'csv'], world(evil));
    expect(own.stdout).toContain('##[group]x');
    expect(own.stderr).toContain('::error::evil');
    for (const format of ['table', 'csv', 'json', 'markdown', 'junit', 'openmetrics']) {
      const { stdout, stderr } = await ran(['check', '--format', format], world(evil, { GITHUB_ACTIONS: 'true' }));
      expect(`${stdout}\n${stderr}`.split(/\r\n|\n|\r/).filter(isCommand)).toEqual([]);
    }
    const failed = await ran(['check'], { ...world(kept, { GITHUB_ACTIONS: 'true' }), stages: { audit: words } });
    expect(failed.stderr.split(/\r\n|\n|\r/).filter(isCommand)).toEqual([]);
  });
  test('hold annotations where those were asked for', async () => {
    const { stdout, exit } = await ran(['check', '--format', 'github'], world(missed, { GITHUB_ACTIONS: 'true' }));
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^::error file=promises\.yaml,line=4,title=quick%2C email%3A missed::/);
  });
});

describe('the promise file', () => {
  test('is named by its path in the checkout', async () => {
    const checkout = folder({ 'promises.yaml': '' });
    const here = { ...world(missed, { GITHUB_WORKSPACE: join(checkout, '..') }), workingDirectory: checkout };
    const name = checkout.split('/').at(-1) ?? '';
    expect((await ran(['check', '--format', 'github'], here)).stdout).toContain(`file=${name}/promises.yaml,`);
  });
  test('and as it was given where it lies elsewhere', async () => {
    const here = world(missed, { GITHUB_WORKSPACE: folder() });
    expect((await ran(['check', '--format', 'github'], here)).stdout).toContain('file=promises.yaml,');
  });
});

describe('the summary of a step', () => {
  const summaryOf = async (argv: readonly string[], before: string | null = null, name = 'summary.md') => {
    const here = world(missed);
    const path = join(here.workingDirectory, name);
    if (before !== null) writeFileSync(path, before);
    const ended = await ran(argv, { ...here, env: { GITHUB_STEP_SUMMARY: path } });
    return { ...ended, read: () => readFileSync(path, 'utf8') };
  };
  test('gets the report as Markdown, behind what is there, also where nothing is printed', async () => {
    for (const quiet of [[], ['--quiet']]) {
      const { exit, read, stdout } = await summaryOf(['check', '--format', 'github', ...quiet], '# before\n');
      expect(exit).toBe(1);
      expect(read()).toMatch(/^# before\n# /);
      expect(read()).toContain('| ✗ missed | quick | email |');
      expect(stdout === '').toBe(quiet.length > 0);
    }
  });
  test('gets nothing for another format', async () => {
    const { read } = await summaryOf(['check'], '');
    expect(read()).toBe('');
  });
  test('that cannot be written is not delivered', async () => {
    const { exit, stderr } = await summaryOf(['audit', '--format', 'github'], null, 'none/summary.md');
    expect(exit).toBe(5);
    expect(stderr).toContain('summary.md');
  });
  test('is nothing but a regular file, and never the promise file, an export or an output', async () => {
    const here = world(missed);
    const inside = (name: string) => join(here.workingDirectory, name);
    const source = sourceOf('email', 'mail.csv');
    writeFileSync(inside('mail.csv'), 'precious');
    symlinkSync('mail.csv', inside('link'));
    mkdirSync(inside('folder'));
    spawnSync('mkfifo', [inside('pipe')]);
    const audit = async () => ({ ...audited(missed), report: { ...report(missed), sources: [source] } });
    for (const [name, why] of [
      ['link', 'an export of channel email'],
      ['promises.yaml', 'the promise file'],
      ['out.json', 'named by -o'],
      ['folder', 'a folder'],
      ...(existsSync(inside('pipe')) ? [['pipe', 'no regular file']] : []),
    ]) {
      const env = { GITHUB_STEP_SUMMARY: inside(name ?? '') };
      const argv = ['audit', '--format', 'github', '-o', 'out.json'];
      const ended = await ran(argv, { ...here, env, stages: { audit } });
      expect(ended.exit, name).toBe(5);
      expect(ended.stderr).toContain(`it is ${why}`);
    }
    expect(readFileSync(inside('mail.csv'), 'utf8')).toBe('precious');
    expect(readFileSync(inside('promises.yaml'), 'utf8')).toBe('');
  });
  test('is cut within what is folded, whatever people wrote in it', () => {
    const row = '| people wrote </details> |\n';
    const cut = cutTo(`# a\n<details>\n${row.repeat(100)}</details>\n`, 500);
    expect(cut).toMatch(/\|\n<\/details>\n\n\nThe rest/);
    expect(cutTo(`# a\n${'| people wrote <details> |\n'.repeat(100)}`, 500)).not.toContain('</details>');
  });
  test('is cut between lines, with a note, and what is folded stays closed', () => {
    const text = `# a\n<details>\n${'| row |\n'.repeat(100)}</details>\n`;
    expect(cutTo(text, 10_000)).toBe(text);
    for (const bytes of [0, 20, 150, 200, 300, 500]) {
      const cut = cutTo(text, bytes);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(Math.max(0, bytes));
      if (cut === '') continue;
      expect(cut).toMatch(/The rest is left out: a summary holds 1 MiB/);
      expect(cut.split('<details>').length).toBe(cut.split('</details>').length);
      expect(text.startsWith(cut.slice(0, cut.indexOf('\n</details>') + 1 || cut.indexOf('\n\nThe rest')))).toBe(true);
    }
  });
});
