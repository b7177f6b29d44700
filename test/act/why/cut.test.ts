import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWords, segmented } from '../../../src/act/why/words/cut.ts';
import { fold, LOOKED_AT } from '../../../src/act/why/words/fold.ts';
import { wordsOf } from './words-of.ts';

describe('the words of a text', () => {
  it.each([
    {
      script: 'English',
      text: "Can't log in, CAN’T pay: e.g. U.S.A.!",
      words: ["can't", 'e.g', 'in', 'log', 'pay', 'u.s.a'],
    },
    {
      script: 'German',
      text: 'Die Maße der Ladekabel-Hülle — größer als „groß“',
      words: ['als', 'der', 'die', 'groß', 'größer', 'hülle', 'ladekabel', 'maße'],
    },
    {
      script: 'French',
      text: "L'article n’est pas arrivé à Évry",
      words: ["l'article", "n'est", 'pas', 'arrivé', 'évry'],
    },
    { script: 'Norwegian', text: 'SV: Når kommer sykkelen?', words: ['kommer', 'når', 'sv', 'sykkelen'] },
    { script: 'Turkish', text: 'ıslak İADE', words: ['i̇ade', 'ıslak'] },
    { script: 'Russian', text: 'Где мой ЗАКАЗ? Где?', words: ['где', 'заказ', 'мой'] },
    { script: 'Ukrainian, with any of its apostrophes', text: "м'яч мʼяч м’яч", words: ["м'яч"] },
    { script: 'Greek', text: 'Πού είναι ο ΛΟΓΑΡΙΑΣΜΟΣ μου;', words: ['είναι', 'λογαριασμος', 'μου', 'πού'] },
    { script: 'Hebrew', text: 'איפה ההזמנה של צה"ל?', words: ['איפה', 'ההזמנה', 'צה"ל', 'של'] },
    { script: 'Arabic', text: 'أين طلبي؟ أين، المبلغ', words: ['أين', 'المبلغ', 'طلبي'] },
    { script: 'Persian, with its joiner', text: 'می‌خواهم پول', words: ['می‌خواهم', 'پول'] },
    { script: 'Hindi', text: 'मेरे पैसे की वापसी।', words: ['की', 'पैसे', 'मेरे', 'वापसी'] },
    { script: 'Korean', text: '환불 왜 안 되나요', words: ['되나요', '안', '왜', '환불'] },
    { script: 'Japanese', text: '返金 東京', words: ['東京', '返金'] },
    { script: 'Japanese, half as wide', text: 'ﾒｰﾙ', words: ['メール'] },
    { script: 'Chinese', text: '退款，没有收到', words: ['收到', '没有', '退款'] },
    { script: 'a single Chinese character', text: '货 x', words: ['货'] },
    { script: 'Thai', text: 'สวัสดีครับ', words: ['ครับ', 'สวัสดี'] },
    { script: 'Tamil', text: 'பணம் வரவில்லை', words: ['பணம்', 'வரவில்லை'] },
    { script: 'wide Latin, ligatures', text: 'ＬＡＴＥ ﬁne', words: ['fine', 'late'] },
    { script: 'what is not seen', text: 're\u00adfund \u202elate\u202c', words: ['late', 'refund'] },
    { script: 'composed or not', text: 'cafe\u0301 caf\u00e9', words: ['café'] },
    { script: 'emoji alone', text: '😀👩‍👩‍👧👍🏽', words: [] },
    { script: 'single letters', text: 'a é e\u0301 ж', words: [] },
    { script: 'names of properties', text: '__proto__ constructor', words: ['__proto__', 'constructor'] },
    { script: 'NUL and half a pair', text: 'late\0refund \ud800paid\udc00', words: ['late', 'paid', 'refund'] },
    { script: 'a run too long to be a word', text: `${'ab'.repeat(33)} late`, words: ['late'] },
  ])('$script', ({ text, words }) => {
    expect(wordsOf(text)).toEqual([...words].sort());
  });

  it('are looked for at the beginning of a cell that is very long, up to a whole word', () => {
    const filling = 'ab '.repeat(LOOKED_AT / 3 - 2);
    expect(filling.length % 3).toBe(0);
    const room = LOOKED_AT - filling.length;
    expect(wordsOf(`${filling}${'c'.repeat(room - 1)} late`)).toEqual(['ab', 'c'.repeat(room - 1)]);
    expect(wordsOf(`${filling}anna.berg@example.com late`)).toEqual(['ab']);
    expect(wordsOf('a'.repeat(1_000_000))).toEqual([]);
    expect(wordsOf('退款'.repeat(500_000))).toEqual(['退款']);
    expect(fold('😀'.repeat(500_000)).length).toBeLessThanOrEqual(LOOKED_AT);
    // A vowel sign stays with its consonant.
    expect(fold(`${'ก'.repeat(LOOKED_AT - 1)}กิ`).length).toBe(LOOKED_AT - 1);
    expect(fold(`${'ก'.repeat(LOOKED_AT - 2)}กิก`).length).toBe(LOOKED_AT);
  });
});

/** Every character of the scripts that a pattern cuts, and what stands among them; of the syllables of Hangul a few. */
const cutByPattern = Array.from({ length: 0x2100 }, (_, code) => code)
  .concat([0xac00, 0xac01, 0xd7a3, 0x1e9e, 0x2c60, 0xa722, 0xfb1d, 0xfb50, 0xff07, 0xff21])
  .map((code) => fold(String.fromCodePoint(code)));

describe('the pattern cuts as the segmenter does', () => {
  it('at every character', () => {
    const different: string[] = [];
    for (const one of cutByPattern) {
      const text = `ab${one}ab ${one}${one} ש${one}ש 가${one}나 é${one}é.${one}a'${one}b`;
      if (cutWords(text).join('|') !== segmented(text).join('|')) different.push(text);
    }
    expect(different).toEqual([]);
  });

  it('at any neighbours', () => {
    const parts = ['a', 'bc', 'é', 'ω', 'ж', 'ש', 'ب', 'न', '가', '각', '中', 'ア', 'ไทย', '👍', '👩‍👧', '1'];
    const between = [
      "'",
      '’',
      '.',
      ':',
      '_',
      '-',
      '"',
      ',',
      ' ',
      '\n',
      '\r\n',
      '\0',
      '\u0301',
      '\u05b0',
      '\u064e',
      '\u093f',
    ];
    const unit = fc.oneof(
      fc.constantFrom(...parts),
      fc.constantFrom(...between, '\u200c', '\u200d', '·', '׳', '/', '&'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 10 }), (units) => {
        const text = fold(units.join(''));
        expect(cutWords(text)).toEqual(segmented(text));
      }),
      { numRuns: 2000 },
    );
  });
});
