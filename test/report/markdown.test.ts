import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import type { GapReport } from '../../src/model/report.ts';
import { markdown } from '../../src/report/formats/markdown.ts';
import { plain } from '../../src/report/plain.ts';
import { plainOptions } from './options.ts';
import { allKept, empty, everyVerdict, nothingMeasured, promise, report, samples, share } from './samples.ts';
import { plotted, schemed } from './told.ts';

/** As a renderer of GitHub Flavored Markdown shows it, with all HTML that is in it. */
function rendered(text: string): Document {
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

/** The text that people see; the blanks of no width keep addresses apart and are not seen. */
const seen = (node: { readonly textContent: string | null } | null | undefined): string =>
  (node?.textContent ?? '').replaceAll('\u200b', '').trim();

/** Each text between two tags on a line of its own: what a renderer looks at on its own. */
function textsOf(node: Node | null): string {
  return [...(node?.childNodes ?? [])]
    .map((child) => (child.nodeType === 3 ? `${child.textContent}\n` : textsOf(child)))
    .join('');
}

/** What our own markup is made of. */
const OWN = new Set('H1 H2 H3 P STRONG TABLE THEAD TBODY TR TH TD UL OL LI BLOCKQUOTE DETAILS SUMMARY CODE'.split(' '));

function holds(gapReport: GapReport): void {
  const text = markdown.render(gapReport, plainOptions);
  const page = rendered(text);
  const body = page.querySelector('body');
  const names = [...(body?.querySelectorAll('*') ?? [])].map(({ tagName }) => tagName);
  expect(names.filter((name) => !OWN.has(name))).toEqual([]);
  // Renderers make links of these in the text that comes out.
  expect(
    textsOf(body).match(/@[\p{L}\p{N}_]|[#!~]\d|GH-\d|https?:\/\/|ftp:\/\/|www\.|:\w*[a-z_]\w*:|:100:|:1234:/iu),
  ).toBeNull();

  const cells = gapReport.promises.flatMap(({ id, channels }) => channels.map((cell) => ({ id, cell })));
  const table = cells.length === 0 ? null : page.querySelector('body > table');
  const rows = [...(table?.querySelectorAll('tbody tr') ?? [])];
  expect(rows.length).toBe(cells.length);
  for (const [index, { id, cell }] of cells.entries()) {
    const shown = [...(rows[index]?.querySelectorAll('td') ?? [])].map(seen);
    expect([shown[1], shown[2]]).toEqual([plain(id), plain(cell.channel)]);
    // A pipe too much would have pushed it out of the last column.
    expect(shown[7]?.replaceAll('\u2009', '')).toBe(String(cell.pending));
  }
  expect(page.querySelectorAll('details').length).toBe(gapReport.sources.length === 0 ? 0 : 1);
  const files = [...page.querySelectorAll('details tbody tr')];
  expect(files.map((row) => seen(row.querySelectorAll('td')[1]))).toEqual(
    gapReport.sources.map(({ file }) => plain(file)),
  );
  expect([...page.querySelectorAll('blockquote')].map(seen)).toEqual(
    gapReport.promises.map(({ says }) => plain(says)).filter((says) => says !== ''),
  );
  expect(page.querySelectorAll('h1').length).toBe(1);
  expect(page.querySelectorAll('h3').length).toBe(gapReport.promises.length);
}

test.each(Object.entries(samples))('%s shows every letter and no foreign markup', (_, sample) => {
  holds(sample);
});

test.each(schemed)('%s stays text', (_, sample) => {
  holds(sample);
});

test('whatever people wrote stays text', () => {
  fc.assert(fc.property(plotted, holds), { numRuns: 150 });
});

describe('the heading answers', () => {
  const titleOf = (sample: GapReport): string | undefined => markdown.render(sample, plainOptions).split('\n')[0];
  test.each([
    ['what is missed', everyVerdict, '# 2 of 5 measured promises are missed, 2 could not be judged'],
    ['what is kept', allKept, '# The one measured promise is kept'],
    ['that nothing was measured', nothingMeasured, '# The promise could not be measured'],
    ['that there is nothing', empty, '# No promise is declared'],
    [
      'that one is missed',
      report([promise('a', 'A', [share('x', 1, 100, 0.9)]), promise('b', 'B', [share('x', 99, 100, 0.9)])]),
      '# 1 of 2 measured promises is missed',
    ],
    [
      'that all are kept',
      report([promise('a', 'A', [share('x', 99, 100, 0.9)]), promise('b', 'B', [share('x', 99, 100, 0.9)])]),
      '# All 2 measured promises are kept',
    ],
    [
      'that what is not kept is waived',
      report([
        promise('a', 'A', [share('x', 1, 100, 0.9, { verdict: 'waived' })]),
        promise('b', 'B', [share('x', 99, 100, 0.9)]),
      ]),
      '# 1 of 2 measured promises kept, the others waived',
    ],
  ])('%s', (_, sample, title) => {
    expect(titleOf(sample)).toBe(title);
  });
});

test('the change stands in a column of its own, where an earlier report is held against this one', () => {
  const change = {
    value: -0.021,
    interval: { low: -0.04, high: -0.002, method: 'newcombe' },
    verdict_before: 'kept' as const,
    withheld: null,
    moved: 'worse' as const,
  };
  const text = markdown.render(
    {
      ...report([
        promise('a', 'A', [share('x', 88, 100, 0.9, { change }), share('y', 95, 100, 0.9, { change: null })]),
      ]),
      baseline: { as_of: null, window: { from: '2025-10-01', to: '2025-12-31' }, overlaps: false },
    },
    plainOptions,
  );
  expect(text).toContain('| pending | change |');
  expect(text).toMatch(/\| ✗ missed \| a \| x \|.*\| −2\.1 pts \(−4\.0 to −0\.2\), worse beyond chance; was kept \|/);
  expect(text).toMatch(/\| ✓ kept \| a \| y \|.*\| new \|/);
  expect(text).toContain('Change: against 1 Oct to 31 Dec 2025.');
  expect(markdown.render(everyVerdict, plainOptions)).not.toContain('change |');
});
