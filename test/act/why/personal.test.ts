import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './words-of.ts';

function joined(unit: fc.Arbitrary<string>, minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.array(unit, { minLength, maxLength }).map((units) => units.join(''));
}

describe('what may be personal is no word, nor are its parts', () => {
  it.each([
    { what: 'an e-mail address', text: 'from anna.berg@example.com today', words: ['from', 'today'] },
    { what: 'in brackets', text: 'Berger <Anna_Berg+x@mail.example.co.uk>, late', words: ['berger', 'late'] },
    { what: 'in wide letters', text: 'late ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ', words: ['late'] },
    { what: 'of another script', text: 'поздно анна@пример.рф', words: ['поздно'] },
    { what: 'amid Japanese, up to its marks', text: '返金、anna@example.comです', words: ['返金'] },
    { what: 'a handle', text: '@anna_berg late .@kari', words: ['late'] },
    { what: 'a link', text: 'see https://shop.example/anna-berg?q=kari#top now', words: ['now', 'see'] },
    { what: 'a link without a scheme', text: 'see www.anna-berg.example/kari now', words: ['now', 'see'] },
    { what: 'a host', text: 'see annaberg.example now', words: ['now', 'see'] },
    { what: 'a host and its path', text: 'see t.co/anna now', words: ['now', 'see'] },
    { what: 'another scheme', text: 'late ftp://anna', words: ['late'] },
    { what: 'a link amid Chinese', text: '退款https://example.com/anna', words: ['退款'] },
    { what: 'telephone numbers', text: 'ring +47 22 33 44 55 or (555) 123-4567', words: ['or', 'ring'] },
    { what: 'an order number', text: 'order E100-ABC/77 late', words: ['late', 'order'] },
    { what: 'a number after a sign', text: 'order #1234anna', words: ['order'] },
    { what: 'an IBAN', text: 'to GB29 NWBK 6016 1331 9268 19 paid', words: ['paid', 'to'] },
    { what: 'an IBAN with letters in two places', text: 'to MT84 MALT 0110 0001 2345 MTLC AST0 01S', words: ['to'] },
    { what: 'a postcode', text: 'to SW1A 1AA, K1A-0B1', words: ['to'] },
    { what: 'a date and a time', text: 'on 3.April2026 late 10am', words: ['late', 'on'] },
    { what: 'other digits', text: 'طلب ١٢٣٤ की४५ late²', words: ['طلب'] },
    { what: 'digits amid Chinese', text: '退款12345没有AB12', words: ['没有', '退款'] },
    {
      what: 'but no plain sentence',
      text: 'Late. Again... and/or (never) e.g. now!',
      words: ['again', 'and', 'e.g', 'late', 'never', 'now', 'or'],
    },
  ])('$what', ({ text, words }) => {
    expect(wordsOf(text)).toEqual([...words].sort());
  });

  it.each([
    { what: 'a name as an id', text: "Hi, Anna's bike; ANNA BERG", own: ['Anna Berg'], words: ['bike', 'hi'] },
    {
      what: 'an address as an id',
      text: 'Anna here, my shop example',
      own: ['anna.berg91@example.com'],
      words: ['example', 'here', 'my', 'shop'],
    },
    {
      what: 'a name within a word',
      text: 'annals of bergamo',
      own: ['anna', 'berg'],
      words: ['annals', 'bergamo', 'of'],
    },
    { what: 'an id with blanks', text: 'late: AB 123 CD', own: ['ab 123 cd'], words: ['late'] },
    { what: 'an id with marks', text: 'late: kari;77,x.y|late', own: ['Kari;77,x.y'], words: ['late'] },
    { what: 'an id within a link', text: 'late https://x.example/kari/berg', own: ['kari'], words: ['late'] },
    { what: 'an id that is part of something else', text: '21 berries', own: ['1 b'], words: ['berries'] },
    { what: 'an id that is like a pattern', text: 'late .* (', own: ['.*', '(', '[a', '\\', ''], words: ['late'] },
    { what: 'a Japanese name', text: '田中さん返金', own: ['田中'], words: ['返金'] },
    {
      what: 'a code says nothing of its letters',
      text: 'order ORDER-1234 late',
      own: ['ORDER-1234'],
      words: ['late', 'order'],
    },
    { what: 'whatever its length', text: 'late', own: ['x y '.repeat(500_000)], words: ['late'] },
  ])('$what', ({ text, own, words }) => {
    expect(wordsOf(text, own)).toEqual([...words].sort());
  });

  it('an own id leaves nothing, whatever it is made of', () => {
    const id = joined(fc.constantFrom(...'abÉ田12 -/.;(|\\[*+$'), 2, 8);
    fc.assert(
      fc.property(id, (own) => {
        expect(wordsOf(`late ${own} refund`, [own])).toEqual(['late', 'refund']);
      }),
      { numRuns: 150 },
    );
  });

  it('addresses and ids leave nothing, wherever they stand', () => {
    const letters = joined(fc.constantFrom(...'abcxyzABCéж'), 1, 6);
    const address = fc
      .tuple(letters, fc.constantFrom('.', '_', '-', '+', ''), letters, letters)
      .map(([first, joint, last, host]) => `${first}${joint}${last}@${host}.example`);
    const id = fc
      .tuple(letters, fc.constantFrom('-', '/', '_', '.', ''), fc.integer({ min: 0, max: 99999 }), letters)
      .map(([first, joint, number, last]) => `${first}${joint}${number}${joint}${last}`);
    const around = fc.constantFrom(' ', ', ', ' (', '\n', '; ', ' "', ' – ');
    fc.assert(
      fc.property(fc.oneof(address, id), around, around, (found, before, after) => {
        expect(wordsOf(`late${before}${found}${after}refund`)).toEqual(['late', 'refund']);
      }),
      { numRuns: 150 },
    );
  });
});
