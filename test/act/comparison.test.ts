import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compare } from '../../src/act/compare.ts';
import { comparisonJson } from '../../src/act/comparison/json.ts';
import { comparisonMarkdown } from '../../src/act/comparison/markdown.ts';
import { comparisonTable } from '../../src/act/comparison/table.ts';
import { widthOf } from '../../src/report/formats/table/text.ts';
import { generated } from '../report/generated.ts';
import { cell, promise, report, share } from '../report/samples.ts';
import { anyReport } from './pairs.ts';

const paper = { width: 100, color: 0, unicode: true } as const;
const q4 = { window: { from: '2025-10-01', to: '2025-12-31' }, as_of: '2025-12-31T17:50:00+01:00', score: 91.2 };

const hours = (channel: string, seconds: number) =>
  cell(channel, {
    ...{ measure: 'p90', unit: 'seconds', formula: '90th percentile of the time from opened to solved' },
    ...{ value: seconds, interval: { low: seconds - 1200, high: seconds + 1500, method: 'order statistics' } },
    ...{ target: { op: '<=', value: 64_800 }, verdict: seconds <= 64_800 ? 'kept' : 'missed', cases: 400, score: 97 },
    ...{ reason: 'the value meets the target', gap: 64_800 - seconds },
  });

const earlier = report(
  [
    promise('quick-reply', 'We answer within four hours.', [
      share('email', 1138, 1200, 0.9),
      share('chat', 700, 800, 0.9),
      share('social', 242, 300, 0.8),
      share('phone', 410, 500, 0.8),
      cell('fax', { reason: 'no export yet' }),
    ]),
    promise('solved', 'Solved within two days.', [hours('email', 60_000), hours('chat', 70_000)]),
    promise('on-the-day', 'It arrives on the day we named.', [
      share('orders', 93, 100, 0.9, { formula: 'share of occasions on which delivered by promised' }),
    ]),
    promise('old-promise', 'We used to say this.', [share('email', 9, 10, 0.9)]),
  ],
  q4,
);
const later = report([
  promise('quick-reply', 'We answer within four hours.', [
    share('email', 1180, 1340, 0.9),
    share('chat', 805, 860, 0.9),
    share('social', 231, 310, 0.7),
    share('phone', 419, 505, 0.8, { verdict: 'close', reason: 'meets the target, but its interval reaches below it' }),
    cell('fax', { reason: 'no export yet' }),
    share('video', 30, 40, 0.7),
  ]),
  promise('solved', 'Solved within two days.', [
    hours('email', 52_000),
    { ...hours('chat', 0), value: null, interval: null, verdict: 'unmeasured', cases: 0, reason: 'no occasions' },
  ]),
  promise('on-the-day', 'It arrives on the day we named.', [
    share('orders', 97, 100, 0.9, { formula: 'share of occasions on which delivered by promised plus 1d' }),
  ]),
]);
const both = compare(earlier, later, 'old.json');

test.each([
  ['compare-100.txt', comparisonTable(both, paper)],
  ['compare-60-ascii.txt', comparisonTable(both, { ...paper, width: 60, unicode: false })],
  ['compare.md', comparisonMarkdown(both)],
  ['compare.json', comparisonJson(both, '0.1.0')],
  ['compare-overlap.txt', comparisonTable(compare(earlier, { ...later, window: q4.window }, 'o'), paper)],
])('%s looks as it did', async (file, text) => {
  await expect(text).toMatchFileSnapshot(`golden/${file}`);
});

describe('nothing changed', () => {
  it('says so in one sentence, without a section', () => {
    const text = comparisonTable(
      compare({ ...earlier, window: q4.window }, { ...earlier, ...later, promises: earlier.promises }, 'o'),
      paper,
    );
    expect(text).toContain(
      '\nNothing changed\n\n8 channels unchanged, or within chance; 1 channel measured in neither\n',
    );
  });
  it('of no cells at all', () => {
    expect(comparisonTable(compare(report([], q4), report([]), 'o'), paper)).toContain(
      'Neither report holds a promise on a channel',
    );
  });
});

it('whatever people wrote and however narrow the page, nothing steers the terminal or runs past the edge', () => {
  fc.assert(
    fc.property(generated, generated, fc.constantFrom(40, 72, 160), fc.boolean(), (a, b, width, unicode) => {
      const known = compare({ ...a, brand: 'B', ...q4 }, { ...b, brand: 'B' }, 'o');
      for (const text of [comparisonTable(known, { width, color: 0, unicode }), comparisonMarkdown(known)]) {
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|NaN|undefined|Infinity/);
      }
      for (const line of comparisonTable(known, { width, color: 0, unicode }).split('\n')) {
        expect(widthOf(line)).toBeLessThanOrEqual(width);
      }
    }),
    { numRuns: 100 },
  );
});

it('the JSON holds each cell once with its fate, and no absent figure as 0', () => {
  fc.assert(
    fc.property(anyReport, anyReport, (a, b) => {
      const known = compare(a, b, 'o');
      const back = JSON.parse(comparisonJson(known, '0.1.0'));
      expect(back).toMatchObject({ saydo: '0.1.0', schema: 1, kind: 'comparison', brand: b.brand });
      expect(back.cells.map(({ fate }: { fate: string }) => fate)).toEqual(known.cells.map(({ fate }) => fate));
      for (const [index, { before, after }] of known.cells.entries()) {
        expect(back.cells[index]).toMatchObject({ value_before: before?.value ?? null, value: after?.value ?? null });
      }
    }),
  );
});
