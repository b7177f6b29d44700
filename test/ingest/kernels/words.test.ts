import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordTableBytes } from '../../../src/ingest/lanes/fast/kernels/kernels.ts';
import { cellText, dressed, laidOut } from './columns.ts';
import { AT, Pair } from './pair.ts';

const pair = new Pair();
const word = fc.oneof(
  fc.constantFrom(
    'email',
    'chat',
    'social',
    'UK & Ireland',
    '\xc3\x96sterreich',
    '\xe6\x97\xa5',
    '\xa0',
    'a\x0b',
    '\x00',
  ),
  fc.stringMatching(/^[ab]{1,3}$/),
  fc.stringMatching(/^(?:aaaaaaaa|abcdefghijklmnop)[ab]{0,9}[z\x00]{0,2}$/),
);

function add(text: string, code: number): number {
  pair.put(AT.word, text);
  return pair.run((kernels) => kernels.addWord(AT.table, AT.word, text.length, code));
}

describe('words', () => {
  it('have the codes that the table was told, as in a Map', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.integer()), { maxLength: 60 }),
        fc.constantFrom(1, 2, 16, 64),
        fc.constantFrom(0, 32, 160, 2000),
        laidOut(dressed(word)),
        (told, slots, keyRoom, laid) => {
          pair.clear();
          pair.run((kernels) => kernels.makeTable(AT.table, slots, keyRoom));
          const known = new Map<string, number>();
          let used = 0;
          for (const [text, code] of told) {
            const size = text.length > 16 ? Math.ceil((text.length - 16) / 8) * 8 : 0;
            const fits = known.has(text) || (known.size + 1 <= slots * 0.75 && used + size <= keyRoom);
            expect(add(text, code)).toBe(fits ? 1 : 0);
            if (!fits) continue;
            if (!known.has(text)) used += size;
            known.set(text, code);
          }
          // Behind it nothing is written.
          expect(pair.bytes(AT.table + wordTableBytes(slots, keyRoom), 8)).toEqual(
            Array.from({ length: 8 }, () => 0xa5),
          );

          const cells = pair.putColumn(laid.region, laid.options);
          const count = pair.run((kernels) => kernels.words(cells, AT.table, AT.values, AT.misses));
          const misses = pair.integers(AT.misses, count);
          const codes = pair.integers(AT.values, laid.cells.length);
          for (const [i, raw] of laid.cells.entries()) {
            const text = cellText(laid, raw);
            const code = text === '' ? -1 : text === null ? undefined : known.get(text);
            expect(misses.includes(i) ? undefined : codes[i], JSON.stringify(raw)).toBe(code);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are found again among thousands', () => {
    const texts = Array.from({ length: 3000 }, (_, i) => (i % 2 === 0 ? `w${i}` : `customers of the shop no. ${i}`));
    pair.clear();
    pair.run((kernels) => kernels.makeTable(AT.table, 4096, 60_000));
    for (const [code, text] of texts.slice(0, 1200).entries()) expect(add(text, code)).toBe(1);
    const cells = pair.putColumn({ rows: texts.slice(0, 1500).map((text) => [text]) });
    const count = pair.run((kernels) => kernels.words(cells, AT.table, AT.values, AT.misses));
    expect(pair.integers(AT.values, 1200)).toEqual(Array.from({ length: 1200 }, (_, i) => i));
    expect(pair.integers(AT.misses, count)).toEqual(Array.from({ length: 300 }, (_, i) => 1200 + i));
  });
});
