import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { cellsOf, whyNothing } from '../../src/cli/commands/mail-occasion.ts';
import { keepUnsent } from '../../src/cli/commands/unsent.ts';
import { mail } from '../../src/diagnostics/catalog/mail.ts';
import type { ChangeReport, GapReport, Verdict } from '../../src/model/report.ts';
import { gate } from '../../src/report/gate.ts';
import { folder } from '../cli/folder.ts';
import { facts, kept, missed, report, type Sample } from '../cli/sample.ts';

const since = (verdict_before: Verdict): ChangeReport => ({
  ...{ value: null, interval: null, verdict_before, withheld: 'no-value', moved: null },
});

/** The sample that is kept, held against an earlier report. */
function changed(change: ChangeReport | null): GapReport {
  const { promises, ...rest } = report(kept);
  const held = promises.map((promise) => ({
    ...promise,
    channels: promise.channels.map((cell) => ({ ...cell, change })),
  }));
  return { ...rest, promises: held };
}

describe('what has to have happened', () => {
  const none = new Set<string>();
  const judged = gate(report(kept), facts(kept), new Set());
  const failing = gate(report(missed), facts(missed), new Set());
  const nothing = (change: ChangeReport | null, earlier: ReadonlySet<string> = none) =>
    whyNothing(['change'], judged, changed(change), earlier);

  test('nothing, where nothing is asked for', () => {
    expect(whyNothing([], judged, report(kept), none)).toBeNull();
  });
  test('a miss', () => {
    expect(whyNothing(['missed'], judged, report(kept), none)).toBe('nothing is missed or unjudged');
    expect(whyNothing(['missed'], failing, report(missed), none)).toBeNull();
  });
  test('a channel with a source that could not be judged', () => {
    const silent: Sample = { quick: { email: { verdict: 'unmeasured', source: true } } };
    const blind: Sample = { quick: { email: { verdict: 'kept' }, fax: { verdict: 'unmeasured', source: false } } };
    expect(whyNothing(['missed'], gate(report(silent), facts(silent), new Set()), report(silent), none)).toBeNull();
    expect(whyNothing(['missed'], gate(report(blind), facts(blind), new Set()), report(blind), none)).not.toBeNull();
  });
  test('a change: another verdict, a new channel, one that is gone', () => {
    expect(nothing(since('kept'))).toBe('no verdict changed');
    expect(nothing(since('close'))).toBeNull();
    expect(nothing(null)).toBeNull();
    expect(nothing(since('kept'), new Set(['["quick","email"]']))).toBe('no verdict changed');
    expect(nothing(since('kept'), new Set(['["quick","fax"]']))).toBeNull();
  });
  test('either of two', () => {
    expect(whyNothing(['missed', 'change'], judged, changed(since('missed')), none)).toBeNull();
    expect(whyNothing(['missed', 'change'], judged, changed(since('kept')), none)).toBe(
      'nothing is missed or unjudged, and no verdict changed',
    );
  });
  test('the earlier report says what it knew, in a run over all of it', () => {
    const all = { promises: [], channels: [] };
    expect([...cellsOf(report(missed), all)]).toEqual(['["quick","email"]', '["quick","chat"]']);
    expect(cellsOf(report(missed), { ...all, promises: ['quick'] }).size).toBe(0);
    expect(cellsOf(null, all).size).toBe(0);
  });
});

describe('a mail that is kept', () => {
  const now = () => Date.UTC(2026, 3, 1, 12);
  test('is for its owner alone', async () => {
    const workingDirectory = folder();
    expect(await keepUnsent(Buffer.from('x'), { workingDirectory, now }, false)).toMatchObject({
      args: { path: 'saydo-unsent-20260401T120000Z.eml' },
    });
    expect(readdirSync(workingDirectory)).toEqual(['saydo-unsent-20260401T120000Z.eml']);
  });
  test('goes elsewhere where the folder cannot be written, or nowhere: SD0917, SD0918', async () => {
    const before = process.env['TMPDIR'];
    onTestFinished(() => {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    });
    const missing = join(folder(), 'missing');
    process.env['TMPDIR'] = folder();
    expect(await keepUnsent(Buffer.from('x'), { workingDirectory: missing, now }, false)).toMatchObject({
      id: 'SD0917',
      args: { path: join(tmpdir(), 'saydo-unsent-20260401T120000Z.eml') },
    });
    process.env['TMPDIR'] = missing;
    expect(await keepUnsent(Buffer.from('x'), { workingDirectory: missing, now }, false)).toMatchObject({
      id: 'SD0918',
    });
  });
});

test('a full disk leaves no stub behind', async () => {
  const workingDirectory = folder({ x: '' });
  const other = await open(join(workingDirectory, 'x'));
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  const writing = vi.spyOn(Object.getPrototypeOf(other), 'writeFile').mockRejectedValueOnce(full);
  onTestFinished(async () => {
    writing.mockRestore();
    await other.close();
  });
  const kept = await keepUnsent(Buffer.from('x'), { workingDirectory, now: () => 0 }, false);
  expect(kept.id).toBe('SD0917');
  expect(readdirSync(workingDirectory)).toEqual(['x']);
  const { path } = kept.args;
  expect(readFileSync(String(path), 'utf8')).toBe('x');
  rmSync(String(path));
});

test('every message about mail is raised by one of these tests, and says what to do', () => {
  const here = new URL('.', import.meta.url);
  const tests = readdirSync(here)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, here), 'utf8'))
    .join('\n');
  for (const { id } of Object.values(mail)) expect(tests, id).toContain(id);
});
