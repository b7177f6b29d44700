import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { mailBody } from '../../src/report/formats/mail-body.ts';
import { generated } from './generated.ts';
import { samples } from './samples.ts';

const fileName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test.each(Object.entries(samples))('%s looks as it did', async (name, report) => {
  const html = mailBody(report, ['gap-report.csv']);
  expect(html).not.toMatch(/NaN|Infinity|undefined|\[object/);
  await expect(html).toMatchFileSnapshot(`golden/mail/${fileName(name)}.html`);
});

/** All that a mail program is asked to know. */
const elements = new Set(
  'HTML HEAD DIV META TITLE BODY TABLE THEAD TBODY TR TH TD P H1 H2 B BR SPAN OL UL LI'.split(' '),
);
const attributes = new Set(
  'lang charset name content role align cellpadding cellspacing border style scope colspan width'.split(' '),
);

test('whatever the report holds, it is text: no element or attribute of its own, nothing to fetch or run', () => {
  fc.assert(
    fc.property(generated, fc.array(fc.string({ unit: 'grapheme' })), (report, names) => {
      const html = mailBody(report, names);
      expect(mailBody(structuredClone(report), [...names])).toBe(html);
      const { document } = parseHTML(html);
      for (const element of document.querySelectorAll('*')) {
        expect(elements).toContain(element.tagName);
        for (const { name, value } of element.attributes) {
          expect(attributes).toContain(name);
          expect(value).not.toMatch(/url\(|https?:|javascript:/i);
        }
      }
      expect(document.documentElement.getAttribute('lang')).toBe('en');
      expect(document.querySelectorAll('h1').length).toBe(1);
    }),
    { numRuns: 60 },
  );
});

test('hostile words are shown as words', () => {
  const [report] = Object.values(samples);
  if (report === undefined) throw new Error('no sample');
  const words = `</td></table><script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;`;
  const promises = report.promises.map((promise) => ({
    ...promise,
    says: words,
    owner: words,
    channels: promise.channels.map((cell) => ({ ...cell, channel: words, reason: words })),
  }));
  const actions = report.actions.map((action) => ({ ...action, promise: words, owner: words, act: words }));
  const html = mailBody({ ...report, brand: words, promises, actions }, [words]);
  expect(html).not.toMatch(/<script|<img|onerror=[^a]/);
  const { document } = parseHTML(html);
  expect(document.querySelector('h1')?.textContent).toMatch(/kept|measured/);
  expect(document.querySelector('th[scope=rowgroup]')?.textContent).toContain(words);
  expect(document.querySelector('ul:last-of-type li')?.textContent).toBe(words);
});

test('the verdict before is told where it was another', () => {
  const [report] = Object.values(samples);
  if (report === undefined) throw new Error('no sample');
  const change = { value: null, interval: null, withheld: 'no-value', moved: null } as const;
  const withChange = (verdict_before: 'kept' | null) => ({
    ...report,
    promises: report.promises.map((promise) => ({
      ...promise,
      channels: promise.channels.map((cell) => ({
        ...cell,
        verdict: 'missed' as const,
        change: verdict_before === null ? null : { ...change, verdict_before },
      })),
    })),
  });
  expect(mailBody(withChange('kept'), [])).toContain('>was kept<');
  expect(mailBody(withChange(null), [])).toContain('>new<');
  expect(mailBody(report, [])).not.toContain('>was ');
});
