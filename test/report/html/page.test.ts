import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { GapReport } from '../../../src/model/report.ts';
import { page } from '../../../src/report/formats/html/page.ts';
import { en } from '../../../src/report/formats/html/words/en.ts';
import type { Words } from '../../../src/report/formats/html/words/words.ts';
import { html } from '../../../src/report/formats/html.ts';
import { generated } from '../generated.ts';
import { fullReport } from '../hostile-report.ts';
import { plainOptions } from '../options.ts';
import { cell, promise, report, samples, share } from '../samples.ts';
import { pageFactsOf } from './page-facts.ts';

const full = (shown: GapReport, audience: 'internal' | 'public' = 'internal', lang = 'en-GB'): string =>
  html.render(shown, { ...plainOptions, audience, lang, page: pageFactsOf(shown) });

const documentOf = (text: string) => parseHTML(text).document;
const textOf = (text: string): string => documentOf(text).querySelector('main')?.textContent ?? '';

describe('the page', () => {
  it.each(Object.entries(samples))('%s is valid HTML', async (_, sample) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      // Void elements close as the serializer has them; one line is no fault of a page that a program writes.
      rules: { 'long-title': 'off', 'void-style': 'off', 'no-inline-style': 'error', 'require-sri': 'off' },
    });
    for (const audience of ['internal', 'public'] as const) {
      const result = await validator.validateString(full(sample, audience));
      const faults = result.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
      );
      expect(faults).toEqual([]);
    }
  });

  it('names by their hash the one style and the one script that may run, and nothing else', () => {
    const document = documentOf(full(fullReport));
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    const hashOf = (tag: string): string => {
      const all = [...document.querySelectorAll(tag)];
      expect(all).toHaveLength(1);
      return `'sha256-${createHash('sha256')
        .update(all[0]?.textContent ?? '')
        .digest('base64')}'`;
    };
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashOf('style')}`,
      `script-src ${hashOf('script')}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(document.querySelectorAll('[style], [src], [srcset], [action], base, iframe, object, embed')).toHaveLength(
      0,
    );
  });

  it('leads nowhere outside itself', () => {
    const document = documentOf(full(fullReport));
    const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => `#${id}`));
    const targets = [...document.querySelectorAll('[href]')].map((link) => link.getAttribute('href') ?? '');
    expect(targets.filter((href) => !ids.has(href))).toEqual(['data:,']);
  });

  it('answers first', () => {
    const document = documentOf(full(report([promise('p', 'We answer.', [share('email', 9, 10, 0.5)])])));
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelector('h1')?.textContent).toBe(
      'Fjellrute Cycles kept the one promise that could be measured in the first quarter of 2026.',
    );
  });

  it('has every promise, worst first, and under it every channel', () => {
    fc.assert(
      fc.property(generated, (shown) => {
        const cards = [...documentOf(full(shown)).querySelectorAll('article')];
        expect(cards).toHaveLength(shown.promises.length);
        const order = ['missed', 'waived', 'unproven', 'close', 'kept', 'unmeasured'];
        const places = cards.map((card) => order.indexOf(card.getAttribute('data-verdict') ?? ''));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        const channels = cards.reduce((sum, card) => sum + card.querySelectorAll('section.channel').length, 0);
        expect(channels).toBe(shown.promises.reduce((sum, { channels: own }) => sum + own.length, 0));
      }),
      { numRuns: 30 },
    );
  });

  it('has a place of its own for each promise, whatever its id', () => {
    const ids = ['a b', 'a-b', 'promise.1', '', '1', '<x>', 'a_b', 'glance', 'promises'];
    const shown = report(ids.map((id) => promise(id, 'S.', [cell('email')])));
    const document = documentOf(full(shown));
    const all = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    for (const link of document.querySelectorAll('.glance a')) {
      expect(document.getElementById((link.getAttribute('href') ?? '').slice(1))?.tagName).toBe('ARTICLE');
    }
  });
});

describe('the public edition', () => {
  const secret = 'SECRET';
  const small = share('email', 80, 97, 0.9, {
    customers: { affected: 7_654_321, let_down: 6_543_217, let_down_again: 5_432_176, kept_share: 0.1 },
    owed: { amount: 4_321_765, currency: secret },
    shortfall: 3_217_654,
    pending: 2_176_543,
    excluded: 1_765_432,
    occasions: 9_876_543,
    reason: secret,
    segments: [
      { by: 'region', is: 'North', value: 0.5, cases: 60, kept: 30, missed: 30, pending: 0, ...judged() },
      { by: 'region', is: 'Hamlet', value: 0.1, cases: 20, kept: 2, missed: 18, pending: 0, ...judged() },
    ],
  });
  function judged() {
    return { excess: 8_765_432, stands_out: true, verdict: 'missed' } as const;
  }
  const shown = report([promise(secret, 'We answer.', [small], { owner: secret })], {
    findings: [{ code: 'x', severity: 'warning', message: secret, file: secret, line: 3 }],
    actions: [
      {
        ...{ promise: secret, channel: 'email', shortfall: 3_217_654, let_down: 6_543_217, let_down_again: 5_432_176 },
        ...{ owed: { amount: 4_321_765, currency: secret }, owner: secret, act: 'More people', by: '2026-05-01' },
        ...{ overdue: false, weight: 7_654_327, sets_right: { number: 3_217_654, of: 'kept', unit: null } },
      },
    ],
    owed: [
      {
        currency: secret,
        amount: 4_321_765,
        promises: [{ promise: secret, channel: secret, amount: 1, customers: 2 }],
      },
    ],
    sources: samples.everyVerdict.sources.map((source) => ({ ...source, file: secret, sha256: null })),
  });
  const whole = html.render(shown, { ...plainOptions, audience: 'public', page: pageFactsOf(shown) });
  const text = textOf(whole);

  it('says nothing of owners, cases, customers, money, files and findings', () => {
    // Nor in any attribute.
    expect(whole).not.toContain(secret);
    expect(text.match(/\d[\d,]{5,}/g)).toBeNull();
    expect(text).not.toMatch(/\b(97|80)\b/);
  });

  it('leaves out segments of fewer than ten customers', () => {
    expect(text).toContain('North');
    expect(text).not.toContain('Hamlet');
  });

  it('holds no figure beyond what it shows: tables are sorted by rank', () => {
    const shares = documentOf(full(samples.everyVerdict, 'public')).querySelectorAll('[data-by]');
    expect(shares.length).toBeGreaterThan(0);
    for (const part of shares) expect(part.getAttribute('data-by')).toMatch(/^\d{1,2}$/);
  });

  it('leaves out hours, parts of what adds up, and periods of fewer than ten cases', () => {
    const part = {
      by: 'hour_of_week',
      is: 'Mon 09',
      value: 0.5,
      cases: 60,
      kept: 30,
      missed: 30,
      pending: 0,
      ...judged(),
    };
    const sum = { ...part, by: 'region', is: 'North', value: 5, kept: null, missed: null };
    const weeks = [
      { from: '2026-01-05', to: '2026-01-11', cases: 9, kept: 8 },
      { from: '2026-01-12', to: '2026-01-18', cases: 10, kept: 9 },
    ].map((week) => ({ ...week, value: week.kept / week.cases, missed: 1, pending: 0, verdict: 'kept' as const }));
    const cells = [
      share('email', 80, 97, 0.9, { segments: [part], periods: weeks }),
      cell('orders', { measure: 'distinct', unit: 'number', value: 60, cases: 60, segments: [sum], verdict: 'kept' }),
    ];
    const said = textOf(html.render(report([promise('p', 'S.', cells)]), { ...plainOptions, audience: 'public' }));
    expect(said).not.toMatch(/Mon 09|North|88\.9%/);
    expect(said).toContain('90.0%');
  });

  it('leaves out segments of fewer than ten cases where customers are not known', () => {
    const few = { by: 'region', is: 'Hamlet', value: 0, cases: 9, kept: 0, missed: 9, pending: 0, ...judged() };
    const many = { ...few, is: 'North', cases: 10, missed: 10 };
    const other = report([promise('p', 'S.', [share('email', 80, 97, 0.9, { segments: [few, many] })])]);
    const said = textOf(html.render(other, { ...plainOptions, audience: 'public' }));
    expect(said).toContain('North');
    expect(said).not.toContain('Hamlet');
  });

  it('says what is done about what is missed', () => {
    expect(text).toContain('More people');
    expect(text).toContain('by 1 May 2026');
    expect(text).toContain('A voucher of 100 kroner');
  });

  it('keeps figures, targets and verdicts', () => {
    expect(text).toContain('82.5%');
    expect(text).toContain('at least 90%');
    expect(text).toContain('7.5 points short');
  });
});

describe('the languages', () => {
  it.each([
    ['de', '91,2 %', '1.445', '31. März 2026'],
    ['fr', '91,2 %', '1 445', '31 mars 2026'],
    ['nb', '91,2 %', '1 445', '31. mars 2026'],
    ['en-US', '91.2%', '1,445', 'March 31, 2026'],
    ['ja', '91.2%', '1,445', '2026年3月31日'],
    ['th', '91.2%', '1,445', '31 มีนาคม 2026'],
    ['fa', '۹۱٫۲٪', '۱٬۴۴۵', '۳۱ مارس ۲۰۲۶'],
  ])('%s writes figures and dates its way', (lang, percent, count, day) => {
    const email = share('email', 1318, 1445, 0.95);
    const text = textOf(full(report([promise('p', 'S.', [email])]), 'internal', lang)).replace(/[\u00a0\u202f]/g, ' ');
    for (const part of [percent, count, day]) expect(text).toContain(part);
  });

  it('knows years before 100, and names quarters and months by one calendar in every language', () => {
    const old = full(report([], { window: { from: '0001-01-01', to: '2026-01-01' } }));
    expect(textOf(old)).toContain('1 January 1 ');
    for (const lang of ['fa', 'th', 'he', 'ar-u-ca-islamic', 'zh-u-ca-chinese', 'ja-u-ca-japanese']) {
      const title = documentOf(full(report([], { window: { from: '2026-01-01', to: '2026-03-31' } }), 'internal', lang))
        .querySelector('title')
        ?.textContent?.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
      expect(title).toContain('first quarter of 2026');
    }
  });

  /** Words whose every text stands in brackets, so that what does not is not theirs. */
  const bracketed = (value: unknown): unknown => {
    if (typeof value === 'string') return `⟦${value}⟧`;
    if (typeof value === 'function') return (...given: unknown[]) => bracketed(value(...given));
    if (Array.isArray(value)) return value.map(bracketed);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bracketed(item)]));
    }
    return value;
  };
  const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'lang' in value;

  it.each(['internal', 'public'] as const)('the %s page says no word that its table does not have', (audience) => {
    const words = bracketed(en);
    if (!isWords(words)) throw new Error('no words');
    // What is not the page's own is data: in capitals here, and dates are Japanese.
    const data: GapReport = JSON.parse(JSON.stringify(fullReport), (key, value: unknown) =>
      typeof value === 'string' &&
      /^(brand|says|owner|id|promise|channel|formula|clock|reason|source|is|act|message|file|code|method|currency|\d+)$|^by$/.test(
        key,
      ) &&
      !/^\d{4}-/.test(value)
        ? value.toUpperCase()
        : value,
    );
    const options = {
      ...plainOptions,
      audience,
      lang: 'ja',
      page: pageFactsOf(data).map((facts) => ({ ...facts, remedy: 'X' })),
    };
    const document = documentOf(page(data, options, { ...words, lang: 'en' }));
    const shown = [
      ...[...document.querySelectorAll('main *')].flatMap(({ childNodes }) =>
        [...childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent ?? ''),
      ),
      document.querySelector('title')?.textContent ?? '',
      ...[...document.querySelectorAll('[aria-label], [data-h], [data-sort], [data-all], [data-shown]')].flatMap(
        (part) =>
          ['aria-label', 'data-h', 'data-sort', 'data-all', 'data-shown'].map((name) => part.getAttribute(name) ?? ''),
      ),
    ].join('\n');
    let rest = shown;
    for (let before = ''; before !== rest; ) {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
    }
    // Names of units of a thousand bytes, hashes and encodings are no words.
    const letters = rest.replace(/\b(kB|MB|GB|utf-8|[0-9a-f]{64})\b|saydo/g, '').match(/[a-z]{2,}/g);
    expect(letters).toBeNull();
  });
});
