import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { graphemes, widthOf } from '../../src/report/formats/table/text.ts';

it('takes no letter for narrow that is not', () => {
  for (let code = 0; code < 0x3000; code += 1) {
    const letter = `a${String.fromCharCode(code)}b`;
    expect(widthOf(letter), `U+${code.toString(16)}`).toBe(stringWidth(letter));
  }
});

it('tells signs apart as Intl does, also where it does not ask', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const letter = fc
    .oneof(
      { weight: 20, arbitrary: fc.integer({ min: 0x20, max: 0x2ff }) },
      { weight: 10, arbitrary: fc.integer({ min: 0x2000, max: 0x27ff }) },
      { weight: 1, arbitrary: fc.integer({ min: 0x300, max: 0x2fff }) },
    )
    .map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(letter), (letters) => {
      const text = letters.join('');
      expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
    }),
    { numRuns: 2000 },
  );
});
