import { describe, expect, test } from 'vitest';
import { csvNameOf, mediaTypeOf, named } from '../../src/deliver/attachment.ts';
import { subjectOf } from '../../src/deliver/subject.ts';
import { windowName } from '../../src/deliver/window-name.ts';
import type { Verdict } from '../../src/model/report.ts';
import { report, type Sample } from '../cli/sample.ts';

const of = (...verdicts: readonly (readonly Verdict[])[]): Sample =>
  Object.fromEntries(
    verdicts.map((cells, index) => [
      `p${index}`,
      Object.fromEntries(cells.map((verdict, at) => [`c${at}`, { verdict }])),
    ]),
  );

describe('the subject', () => {
  test.each<[readonly (readonly Verdict[])[], string]>([
    [[['missed'], ['kept'], ['missed', 'kept']], '2 of 3 promises missed'],
    [[['kept', 'missed']], '1 of 1 promise missed'],
    [[['missed'], ['unproven']], '1 of 2 promises missed'],
    [[['kept'], ['close']], 'All 2 promises kept'],
    [[['kept']], 'The promise is kept'],
    [[['kept', 'unmeasured'], ['kept']], 'All 2 promises kept, 1 channel not judged'],
    [[['kept', 'unmeasured', 'unproven']], 'The promise is kept, 2 channels not judged'],
    [[['kept'], ['unproven'], ['unproven']], '1 of 3 promises kept, 2 not proven'],
    [
      [['kept'], ['waived'], ['unmeasured'], ['unproven']],
      '1 of 4 promises kept, 1 waived, 1 not proven, 1 not measured',
    ],
    [[['unproven'], ['unmeasured']], 'Nothing could be judged'],
    [[], 'Nothing could be judged'],
  ])('%j: %s', (verdicts, words) => {
    expect(subjectOf(report(of(...verdicts)))).toBe(`${words}: Fjellrute Cycles, Q1 2026`);
  });

  test('is one line, whatever the brand', () => {
    const brand = 'Evil\r\nBcc: all@example.com\u0000\u2028\u202e\u001b[31m \ud800';
    expect(subjectOf({ ...report(of(['kept'])), brand })).toBe(
      'The promise is kept: Evil Bcc: all@example.com [31m \ufffd, Q1 2026',
    );
    expect(subjectOf({ ...report(of(['kept'])), brand: '\n', window: { from: null, to: null } })).toBe(
      'The promise is kept',
    );
  });
});

test.each([
  ['2026-01-01', '2026-03-31', 'Q1 2026'],
  ['2026-10-01', '2026-12-31', 'Q4 2026'],
  ['2026-02-01', '2026-04-30', '1 Feb to 30 Apr 2026'],
  ['2026-03-01', '2026-03-31', 'March 2026'],
  ['2024-02-01', '2024-02-29', 'February 2024'],
  ['2026-02-01', '2026-02-27', '1 to 27 Feb 2026'],
  ['2026-01-01', '2026-12-31', '2026'],
  ['2026-01-01', '2026-03-15', '1 Jan to 15 Mar 2026'],
  ['2025-12-29', '2026-01-04', '29 Dec 2025 to 4 Jan 2026'],
  ['2026-03-05', '2026-03-05', '5 Mar 2026'],
  ['2025-01-01', '2026-12-31', '1 Jan 2025 to 31 Dec 2026'],
  ['2026-03-05', null, 'from 5 Mar 2026'],
  [null, '2026-03-05', 'to 5 Mar 2026'],
  [null, null, ''],
])('%s to %s is %j', (from, to, name) => {
  expect(windowName({ from, to })).toBe(name);
});

describe('the names of what is attached', () => {
  const name = (brand: string) => csvNameOf({ ...report({}), brand });
  test('are safe for shells and mail programs', () => {
    expect(name('Fjellrute Cycles')).toBe('fjellrute-cycles-q1-2026-gap-report.csv');
    expect(name('Ærlig & 日本 "/../$(rm -rf)"\r\n')).toBe('ærlig-日本-rm-rf-q1-2026-gap-report.csv');
    expect(name('🚲')).toBe('q1-2026-gap-report.csv');
    expect([...name('x'.repeat(500))].length).toBeLessThan(80);
  });
  test('stand beside each other once each', () => {
    const files = ['gap.csv', 'GAP.csv', 'a/b\\c.json', '\u202e', 'x"y.md', 'gap-2.csv'];
    expect(named(files.map((one) => ({ name: one, text: '' }))).map((one) => one.name)).toEqual([
      ...['gap.csv', 'GAP-2.csv', 'a-b-c.json', 'report.txt', 'x-y.md', 'gap-2-2.csv'],
    ]);
  });
  test('say what they hold', () => {
    expect(mediaTypeOf('a.CSV')).toBe('text/csv; charset=utf-8; header=present');
    expect(mediaTypeOf('a')).toBe('application/octet-stream');
  });
});
