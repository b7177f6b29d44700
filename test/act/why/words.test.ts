import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordTable } from '../../../src/act/why/words/table.ts';
import { WordCounter, type WordsFound } from '../../../src/act/why/words.ts';
import { wilson } from '../../../src/statistics/wilson.ts';
import { type TwinCase, twinRows } from './words-twin.ts';

const WORDS = ['refund', 'late', 'Straße', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '返金', "can't"];
const asked = { level: 0.05, confidence: 0.95 };

const caseOf = (customers: readonly (string | null)[]) =>
  fc.record({
    words: fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }),
    isMissed: fc.boolean(),
    customer: fc.constantFrom(...customers),
  });
const cases = fc.oneof(
  fc.array(caseOf(['a', 'b', 'c', 'd', 'e', null]), { maxLength: 40 }),
  fc.array(caseOf(['a', 'b', 'c']), { maxLength: 40 }),
  fc.array(caseOf([null]), { maxLength: 40 }),
);

function count(found: readonly TwinCase[], counter = new WordCounter()): WordsFound {
  for (const { words, isMissed, customer } of found) counter.add(words.join(' '), isMissed, customer, []);
  return counter.finish(asked);
}

/** So many cases with the text, one customer each: `c1`, `c2` and so on. */
function times(many: number, text: string, isMissed: boolean): TwinCase[] {
  return Array.from({ length: many }, (_, index) => ({ words: [text], isMissed, customer: `c${index + 1}` }));
}

describe('words that stand out', () => {
  it('are those of a twin without shortcuts', () => {
    fc.assert(
      fc.property(cases, (found) => {
        const twin = twinRows(found.map((one) => ({ ...one, words: one.words.map((word) => word.toLowerCase()) })));
        const counted = count(found);
        expect(counted.rare).toBe(twin.rare);
        expect(counted.tested).toBe(twin.rows.length);
        expect(counted.missed).toBe(found.filter(({ isMissed }) => isMissed).length);
        expect(counted.missed + counted.kept).toBe(found.length);
        const rows = new Map(counted.rows.map((row) => [row.word, row]));
        for (const { word, missed, kept, g } of twin.rows) {
          const row = rows.get(word);
          expect(row).toMatchObject({ missed, kept, cases: missed + kept, value: kept / (missed + kept) });
          expect(row?.interval).toEqual(wilson(kept, missed + kept, asked.confidence));
          expect(row?.keyness).toBeCloseTo(g, 9);
          const ahead = missed * counted.kept - kept * counted.missed;
          expect(row?.more).toBe(ahead > 0 ? 'missed' : ahead < 0 ? 'kept' : null);
        }
        // Benjamini and Hochberg's, as they word it: the largest k with p(k) <= k / m level, and all up to it.
        const ps = counted.rows.map(({ p }) => p).sort((a, b) => a - b);
        const last = ps.findLastIndex((p, index) => p <= ((index + 1) / ps.length) * asked.level);
        for (const { p, stands } of counted.rows) expect(stands).toBe(last >= 0 && p <= (ps[last] ?? 0));
      }),
      { numRuns: 150 },
    );
  });

  it('are the same in whatever order the cases come', () => {
    const pair = cases.chain((found) =>
      fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length })),
    );
    fc.assert(
      fc.property(pair, ([found, shuffled]) => {
        expect(count(shuffled)).toEqual(count(found));
      }),
    );
  });

  it('come with the strongest first, and among equals by code unit', () => {
    const counted = count([
      ...times(30, 'refund the zebra', true),
      ...times(50, 'thanks the', false),
      ...times(6, 'Apple apple ähnlich', true),
      ...times(2, '', true),
      ...times(6, 'the', false),
    ]);
    // Of 38 missed and 56 kept; Apple and ähnlich stand in the same six cases, zebra and refund in the same thirty.
    expect(counted.rows.map(({ word, more, stands }) => [word, more, stands])).toEqual([
      ['thanks', 'kept', true],
      ['refund', 'missed', true],
      ['zebra', 'missed', true],
      ['the', 'kept', true],
      ['apple', 'missed', true],
      ['ähnlich', 'missed', true],
    ]);
    expect(counted.rows[1]).toMatchObject({
      word: 'refund',
      cases: 30,
      missed: 30,
      kept: 0,
      value: 0,
      share_missed: 1,
    });
  });

  it('do without a list of stop words: what stands in as many of both is not far from chance', () => {
    const counted = count([...times(40, 'the refund', true), ...times(60, 'the', false)]);
    expect(counted.rows.find(({ word }) => word === 'the')).toMatchObject({
      keyness: 0,
      p: 1,
      stands: false,
      more: null,
    });
  });

  it.each([
    { says: 'five cases are enough', found: times(5, 'late', true), words: ['late'], rare: 0 },
    { says: 'four are not', found: times(4, 'late', true), words: [], rare: 1 },
    {
      says: 'nor many of two customers',
      found: Array.from({ length: 90 }, (_, index) => ({ words: ['berg'], isMissed: true, customer: `c${index % 2}` })),
      words: [],
      rare: 1,
    },
    {
      says: 'three customers are enough',
      found: Array.from({ length: 5 }, (_, index) => ({ words: ['late'], isMissed: true, customer: `c${index % 3}` })),
      words: ['late'],
      rare: 0,
    },
    {
      says: 'unknown customers are not told apart, where others are known',
      found: times(9, 'late', true).map((one, index) => (index < 2 ? one : { ...one, customer: null })),
      words: [],
      rare: 1,
    },
    {
      says: 'where none is known, cases alone count',
      found: times(5, 'late', true).map((one) => ({ ...one, customer: null })),
      words: ['late'],
      rare: 0,
    },
    {
      says: 'a case counts once, however often it says the word',
      found: times(4, 'late late late late', true),
      words: [],
      rare: 1,
    },
  ])('$says', ({ found, words, rare }) => {
    const customer = found.every((one) => one.customer === null) ? null : 'other';
    const counted = count([...found, { words: [], isMissed: false, customer }]);
    expect(counted.rows.map(({ word }) => word)).toEqual(words);
    expect(counted).toMatchObject({ tested: words.length, rare });
  });

  it('are none where nothing was kept, or nothing missed', () => {
    for (const isMissed of [true, false])
      expect(count(times(9, 'late', isMissed))).toMatchObject({ tested: 0, rare: 0, rows: [] });
    expect(new WordCounter().finish(asked)).toMatchObject({ missed: 0, kept: 0, tested: 0, rare: 0, rows: [] });
  });

  it('are as many as there are', () => {
    const letters = Array.from('abcdefghijklm');
    const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `${a}${b}${c}`)));
    const two = times(2, 'berg', true);
    const counted = count([
      ...two,
      ...times(5, words.join(' '), true),
      ...times(2, words.slice(-1).join(' '), false),
      ...[two, two, two].flat(),
    ]);
    // The two customers of `berg` are known again, though more words came between than there was room for.
    expect(counted).toMatchObject({ tested: 13 ** 3, rare: 1 });
    expect(counted.rows[0]).toMatchObject({ word: 'mmm', missed: 5, kept: 2, more: 'kept' });
  });

  it('are counted exactly where there are more than are held, and the cases of the others are told', () => {
    const counter = new WordCounter(new WordTable(2));
    const found = [...times(6, 'late refund more evermore', true), ...times(3, 'late', false)];
    const counted = count(found, counter);
    expect(counted.rows.map(({ word, missed, kept }) => ({ word, missed, kept }))).toEqual([
      { word: 'refund', missed: 6, kept: 0 },
      { word: 'late', missed: 6, kept: 3 },
    ]);
    expect(counted.cases_beyond).toBe(6);
    expect(count(found).cases_beyond).toBe(0);
  });

  it('come out of any text without a fault', () => {
    const unit = fc.oneof(
      // Halves of pairs too.
      fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)),
      fc.constantFrom('\0', '\ud800', '\udc00', '@', '://', 'www.', '.', '\u202e', '👩‍👩‍👧', '\u0301', '9', ' '),
    );
    const text = fc.array(unit, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 2 }), (found, own) => {
        const counter = new WordCounter();
        for (let time = 0; time < 5; time += 1) counter.add(found, true, null, own);
        counter.add('', false, null, []);
        for (const { word } of counter.finish(asked).rows) expect(word).toMatch(/^[^\s\p{N}@\0\ud800-\udfff]+$/u);
      }),
      { numRuns: 150 },
    );
  });
});
