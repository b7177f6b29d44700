import { describe, expect, it } from 'vitest';
import type { ActionReport } from '../../src/model/report.ts';
import { audited } from '../audited.ts';

const DAY = '2026-01-1';
/** `number` rows that differ in what follows the day. */
const some = (number: number, rest: string): readonly string[] =>
  Array.from({ length: number }, (_, index) => `${DAY}${index % 5}T08:00Z,${rest}`);

interface Case {
  readonly measure: string;
  readonly header: string;
  readonly rows: readonly string[];
  /** The rows with so many of them set right, the least that counts as that. */
  readonly mended: (number: number) => readonly string[];
  readonly expected: ActionReport['sets_right'];
}

const replaced = (bad: string, good: string, rows: readonly string[]) => (number: number) => {
  let left = number;
  return rows.map((row) => {
    if (left <= 0 || !row.endsWith(`Z,${bad}`)) return row;
    left -= 1;
    return row.replace(`Z,${bad}`, `Z,${good}`);
  });
};

/** Of 10 rows 4 are bad. */
const of = (good: string, bad: string): readonly string[] => [...some(6, good), ...some(4, bad)];
const swap = (good: string, bad: string): Pick<Case, 'rows' | 'mended'> => ({
  rows: of(good, bad),
  mended: replaced(bad, good, of(good, bad)),
});

const cases: Readonly<Record<string, Case>> = {
  'what deadlines alone decide': {
    measure: 'kept_when: { Then: { within: 1h } }, target: 75%',
    header: 'Then',
    rows: [...some(6, `${DAY}5T08:00Z`)]
      .map((row) => row.replace(/,.*/, `,${row.slice(0, 11)}08:30Z`))
      .concat(some(4, '')),
    mended: (number) =>
      [...some(6, ''), ...some(4, '')].map((row, index) =>
        index < 6 + number ? `${row}${row.slice(0, 11)}08:30Z` : row,
      ),
    expected: { number: 2, of: 'in-time', unit: null },
  },
  'what another condition decides': {
    measure: 'kept_when: { X: yes }, target: 75%',
    header: 'X',
    ...swap('yes', 'no'),
    expected: { number: 2, of: 'kept', unit: null },
  },
  'a count, at most': {
    measure: 'count: { X: complaint }, target: at most 1',
    header: 'X',
    ...swap('other', 'complaint'),
    expected: { number: 3, of: 'fewer', unit: null },
  },
  'a count, at least': {
    measure: 'count: { X: talk }, target: at least 8.5',
    header: 'X',
    ...swap('talk', 'other'),
    expected: { number: 3, of: 'more', unit: null },
  },
  'a rate, at most': {
    measure: 'rate: { of: { X: complaint }, per: 1000 }, target: at most 250',
    header: 'X',
    ...swap('other', 'complaint'),
    expected: { number: 2, of: 'fewer', unit: null },
  },
  'a rate, at least': {
    measure: 'rate: { of: { X: talk }, per: 100 }, target: at least 61',
    header: 'X',
    ...swap('talk', 'other'),
    expected: { number: 1, of: 'more', unit: null },
  },
  'a ratio, at most': {
    measure: 'ratio: { of: { where: { X: complaint } }, to: { channel: c }, per: 100 }, target: at most 15',
    header: 'X',
    ...swap('other', 'complaint'),
    expected: { number: 3, of: 'fewer', unit: null },
  },
  'a ratio, at least': {
    measure: 'ratio: { of: { where: { X: talk } }, to: { channel: c }, per: 100 }, target: at least 90',
    header: 'X',
    ...swap('talk', 'other'),
    expected: { number: 3, of: 'more', unit: null },
  },
  'a quantile, at most': {
    measure: 'p90: X, target: at most 5',
    header: 'X',
    ...swap('5', '9'),
    expected: { number: 4, of: 'within', unit: null },
  },
  'a median, at least': {
    measure: 'median: X, target: at least 7',
    header: 'X',
    rows: of('2', '7'),
    mended: replaced('2', '7', of('2', '7')),
    expected: { number: 2, of: 'reaching', unit: null },
  },
  'the net promoter score': {
    measure: 'nps: X, target: at least 50',
    header: 'X',
    rows: [...some(4, '9'), ...some(2, '8'), ...some(4, '3')],
    mended: replaced('3', '10', [...some(4, '9'), ...some(2, '8'), ...some(4, '3')]),
    expected: { number: 3, of: 'promoters', unit: null },
  },
  'different values': {
    measure: 'distinct: X, target: at least 4',
    header: 'X',
    rows: of('a', 'b'),
    mended: (number) => [...of('a', 'b'), ...['c', 'd'].slice(0, number).flatMap((name) => some(1, name))],
    expected: { number: 2, of: 'more', unit: null },
  },
};

const report = (measure: string, header: string, rows: readonly string[], more = '') =>
  audited(
    [
      'saydo: 1',
      'brand: B',
      'as_of: 2026-02-01',
      'channels: { c: { source: c.csv, at: At } }',
      `promises: { p: { says: P., ${measure}${more}, channels: [c] } }`,
    ],
    { 'c.csv': [`At,${header}`, ...rows, ''].join('\n') },
  );

describe('the number that would have kept it', () => {
  it.each(Object.entries(cases))('%s: with it the promise is kept, with one less it is missed', async (_, one) => {
    const { measure, header, rows, mended, expected } = one;
    const told = await report(measure, header, rows);
    expect(told.actions[0]?.sets_right).toEqual(expected);
    const number = expected?.number ?? 0;
    expect((await report(measure, header, mended(number))).actions).toEqual([]);
    expect((await report(measure, header, mended(number - 1))).actions).toHaveLength(1);
  });

  it.each([
    ['a mean, at least', 'mean: X, target: at least 5', { number: 1.8, of: 'average', unit: 'number' }],
    ['a mean, at most', 'mean: X, target: at most 3', { number: -0.2, of: 'average', unit: 'number' }],
    ['a sum', 'sum: X, target: at least 40.5', { number: 8.5, of: 'total', unit: 'number' }],
    ['the most', 'max: X, target: at most 3', null],
    [
      'p75 of ten lies between the seventh and the eighth',
      'p75: X, target: at most 1',
      { number: 8, of: 'within', unit: null },
    ],
    ['an interval that is judged', 'mean: X, target: at least 50, judge: interval', null],
  ])('%s', async (_, measure, expected) => {
    // Six times 2 and four times 5: 32 in all.
    const told = await report(measure, 'X', of('2', '5'));
    expect(told.actions[0]?.sets_right).toEqual(expected);
  });

  it('of every segment is what they lack together; of two splits at once it is not certain', async () => {
    const rows = [...some(6, 'yes,n,a'), ...some(4, 'no,n,b'), ...some(20, 'yes,s,b')];
    const asked = (every: string) =>
      audited(
        [
          'saydo: 1',
          'brand: B',
          'as_of: 2026-02-01',
          'channels: { c: { source: c.csv, at: At, segments: [One, Two] } }',
          `promises: { p: { says: P., kept_when: { X: yes }, target: 85%, every: ${every}, channels: [c] } }`,
        ],
        { 'c.csv': ['At,X,One,Two', ...rows, ''].join('\n') },
      );
    expect((await asked('[One]')).actions[0]?.sets_right).toEqual({ number: 3, of: 'kept', unit: null });
    expect((await asked('[One, Two]')).actions[0]).toMatchObject({ shortfall: 3, sets_right: null });
  });
});
