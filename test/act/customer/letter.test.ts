import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { customerPage } from '../../../src/act/customer/html/page.ts';
import { en, type LetterWords } from '../../../src/act/customer/html/words.ts';
import type { CustomerRecord } from '../../../src/act/customer/record.ts';
import { everything, nobody, withTexts } from './samples.ts';

const documentOf = (record: CustomerRecord, lang = 'en-GB', words = en) =>
  parseHTML(customerPage(record, lang, words)).document;
const textOf = (...asked: Parameters<typeof documentOf>): string =>
  (documentOf(...asked).querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');

const MARKUP = '"><script>alert(1)</script><img src=x onerror=alert(1)>&amp;\u202e\u0007\ud800';
const hostile = withTexts(everything, MARKUP);
const long = withTexts(everything, 'x'.repeat(10_000));

describe('the letter', () => {
  it.each(Object.entries({ everything, nobody, hostile, long }))('is valid HTML: %s', async (_, record) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off', 'void-style': 'off', 'no-inline-style': 'error' },
    });
    const { results } = await validator.validateString(customerPage(record, 'en-GB'));
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });

  it('runs no script, brings one style that it names by its hash, and leads nowhere', () => {
    const document = documentOf(hostile);
    const style = document.querySelector('style')?.textContent ?? '';
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    const outward = 'script, img, [src], [style], [action], base, iframe, object, embed, a, link:not([href="data:,"])';
    expect(document.querySelectorAll(outward)).toHaveLength(0);
  });

  it('says what was promised, how it went, what is owed and what is open, in plain words', () => {
    const text = textOf(everything);
    for (const part of [
      'We kept our word to you once, and twice we did not.',
      'Customer C-07',
      'first quarter of 2026',
      'as our records had it on 31 March 2026, 18:04',
      '99 NOK in all.',
      'The next delivery is free (99 NOK)3 February 2026 email“We answer within two hours.”',
      'Coffee is on us2 January 2026, 09:00 email T1',
      '31 March 2026, 17:00 email T3We have until 31 March 2026, 19:00.',
      '“We answer within two hours.” not kept, missed by 1 h 30 min',
      '“Getting help is easy.” our records do not tell',
      'kept once, missed once, still open twice',
      'What you had to do with us through store and till cannot be seen from here.',
    ]) {
      expect(text).toContain(part);
    }
    expect(textOf(everything, 'de')).toContain('We have until 31. März 2026, 19:00.');
  });

  it('tells nothing of the inside: no id but the own, no owner, file, line, formula, clock or distance', () => {
    const page = customerPage(everything, 'en-GB');
    for (const secret of [/secret/i, /54.?321/, /0[.,]12/, /02\.01\.2026/, /did not apply/]) {
      expect(page).not.toMatch(secret);
    }
  });

  it.each([
    [nobody, 'We find nothing in our records that we promised you.'],
    [{ ...everything, counts: { ...nobody.counts, kept: 3 } }, 'We kept our word to you every time.'],
    [{ ...everything, counts: { ...nobody.counts, kept: 1 } }, 'We kept our word to you.'],
    [{ ...everything, counts: { ...nobody.counts, missed: 1 } }, 'We did not keep our word to you.'],
    [{ ...everything, counts: { ...nobody.counts, pending: 2 } }, 'What we promised you is still open.'],
  ])('answers first: %#', (record, answer) => {
    expect(documentOf(record).querySelector('h1')?.textContent).toBe(answer);
  });

  it('says no word beside its table', () => {
    const mute = Object.fromEntries(
      Object.entries(en).map(([key, word]) => [
        key,
        typeof word === 'function'
          ? () => '§'
          : typeof word === 'string'
            ? '§'
            : Array.isArray(word)
              ? ['§']
              : Object.fromEntries(Object.keys(word).map((own) => [own, '§'])),
      ]),
    );
    const words: LetterWords = { ...en, ...mute };
    const undated = { ...withTexts(everything, '§'), as_of: null, window: { from: null, to: null } };
    const occasions = undated.occasions.map((own) => ({ ...own, began: null, due: null, unit: null }));
    const text = textOf({ ...undated, occasions, owed: [] }, 'en-GB', words);
    expect(text.replace('(99 NOK)', '')).not.toMatch(/\p{L}/u);
  });
});
