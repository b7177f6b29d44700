import { describe, expect, test } from 'vitest';
import { Outcome } from '../../../src/vocabulary/conditions/index.ts';
import { measureInWords } from '../../../src/vocabulary/measures/index.ts';
import { byHand } from './by-hand.ts';
import { fileOf } from './example-file.ts';

/** Codes as in the tables below: a value is its number, or one of these letters. */
const LETTERS: Readonly<Record<number, string>> = {
  [Outcome.OPEN_MISSED]: 'open',
  [Outcome.EXCLUDED]: 'left out',
  [Outcome.UNREADABLE]: 'unreadable',
  [Outcome.EARLY]: 'early',
  [Outcome.SCALE]: 'off scale',
  [Outcome.TOTAL]: 'above total',
};

interface Table {
  readonly name: string;
  readonly promise: readonly string[];
  readonly channel?: readonly string[];
  readonly top?: readonly string[];
  readonly asOf?: string;
  readonly header: string;
  /** `cells => value or code`. */
  readonly rows: readonly string[];
}

/** Each row of a table as the measure takes it. */
function told({ promise, channel = ['at: A'], top = [], asOf, header, rows }: Table): readonly string[] {
  const cells = rows.map((row) => row.split(' => ')[0] ?? '');
  const { lines } = fileOf({ promise, channel, rows: [] });
  const at = asOf === undefined ? null : Date.parse(asOf);
  const { codes, values } = byHand([...lines, ...top], [header, ...cells], at);
  const left = [...values];
  return codes.map((code) => (code === Outcome.KEPT ? String(left.shift()) : (LETTERS[code] ?? `code ${code}`)));
}

const ELAPSED = ['max: { from: A, to: B }', 'target: at most 4h'];
const DESK = ['calendars: { desk: { hours: { mon-fri: 09:00-17:00 } } }'];

const tables: readonly Table[] = [
  {
    name: 'seconds between two moments',
    promise: ELAPSED,
    header: 'A,B',
    rows: [
      '2026-03-02T08:00Z,2026-03-02T09:30Z => 5400',
      '2026-03-02T08:00:00.500Z,2026-03-02T08:00:01Z => 0.5',
      '2026-03-02T08:00Z,2026-03-02T08:00Z => 0',
      '2026-03-02T08:00Z,2026-03-02T07:59:59Z => early',
      '2026-03-02T08:00Z, => open',
      ',2026-03-02T08:00Z => left out',
      ', => left out',
      '2026-03-02T08:00Z,soon => unreadable',
    ],
  },
  {
    name: 'whole days, also against a time of day',
    promise: ELAPSED,
    header: 'A,B',
    rows: [
      '2026-03-02,2026-03-04 => 172800',
      '2026-03-02,2026-03-02 => 0',
      '2026-03-02T23:00Z,2026-03-03 => 86400',
      '2026-03-02,2026-03-03T01:00Z => 86400',
      '2026-03-02T23:00Z,2026-03-02 => 0',
      '2026-03-03,2026-03-02T23:00Z => early',
      '2026-03-02, => open',
    ],
  },
  {
    name: 'less a column, never below zero',
    promise: ['max: { from: A, to: B, minus: Hold }', 'target: at most 4h'],
    channel: ['at: A', 'columns: { Hold: { column: Hold, unit: minutes } }'],
    header: 'A,B,Hold',
    rows: [
      '2026-03-02T08:00Z,2026-03-02T09:00Z,15 => 2700',
      '2026-03-02T08:00Z,2026-03-02T09:00Z, => 3600',
      '2026-03-02T08:00Z,2026-03-02T09:00Z,90 => 0',
      '2026-03-02T08:00Z,2026-03-02T09:00Z,-30 => 3600',
      '2026-03-02T08:00Z,2026-03-02T09:00Z,x => unreadable',
      '2026-03-02T08:00Z,,10 => open',
    ],
  },
  {
    name: 'open hours: Friday afternoon to Monday morning; Friday to Tuesday are two open days',
    promise: ['max: { from: A, to: B, calendar: desk }', 'target: at most 4h'],
    top: DESK,
    header: 'A,B',
    rows: [
      '2026-03-06T16:00Z,2026-03-09T10:00Z => 7200',
      '2026-03-07T10:00Z,2026-03-08T10:00Z => 0',
      '2026-03-07T10:00Z,2026-03-07T09:00Z => early',
      '2026-03-06,2026-03-10 => 172800',
      '2026-03-06,2026-03-08 => 0',
      '2026-03-06T16:00Z, => open',
    ],
  },
  {
    name: 'a duration column',
    promise: ['max: W', 'target: at most 4h'],
    header: 'A,W',
    rows: [
      '2026-03-02T08:00Z,00:04:30 => 270',
      '2026-03-02T08:00Z, => left out',
      '2026-03-02T08:00Z,-1s => early',
      '2026-03-02T08:00Z,long => unreadable',
    ],
  },
  {
    name: 'a duration that would end after an explicit as_of',
    promise: ['max: W', 'target: at most 4h'],
    asOf: '2026-03-02T09:00Z',
    header: 'A,W',
    rows: [
      '2026-03-02T08:00Z,1h => 3600',
      '2026-03-02T08:00Z,61min => open',
      '2026-03-02T08:59Z,2min => open',
      '2026-03-02T08:00Z, => left out',
    ],
  },
  {
    name: 'numbers may lie below zero',
    promise: ['min: N', 'target: at least 2'],
    header: 'A,N',
    rows: ['2026-03-02,-3 => -3', '2026-03-02,"1.5" => unreadable', '2026-03-02, => left out'],
  },
  {
    name: 'percentages are shares',
    promise: ['max: P', 'target: at most 20%'],
    header: 'A,P',
    rows: ['2026-03-02,12.5% => 0.125', '2026-03-02,-5% => -0.05'],
  },
  {
    name: 'answers of 0 to 10',
    promise: ['nps: N', 'target: at least 20'],
    header: 'A,N',
    rows: ['x,10 => 1', 'x,9 => 1', 'x,8 => 0', 'x,7 => 0', 'x,6 => -1', 'x,0 => -1'].map((row) =>
      row.replace('x', '2026-03-02'),
    ),
  },
  {
    name: 'what is no answer of 0 to 10',
    promise: ['nps: N', 'target: at least 20'],
    header: 'A,N',
    rows: ['x,11 => off scale', 'x,-1 => off scale', 'x,9.5 => off scale', 'x, => left out', 'x,ten => unreadable'].map(
      (row) => row.replace('x', '2026-03-02'),
    ),
  },
  {
    name: 'pairs of which both are there',
    promise: ['difference: { of: [P, Q], from: [E, F] }', 'target: at least 0', 'floor: -2'],
    channel: [],
    header: 'P,Q,E,F',
    rows: [
      '4,6,5,5 => 0',
      '4,,5,5 => -1',
      '4,6,,5 => 1',
      '4,,,5 => left out',
      ',,, => left out',
      'x,1,1,1 => unreadable',
    ],
  },
];

describe('a row as a measure takes it', () => {
  test.each(tables)('$name', (table) => {
    expect(told(table)).toEqual(table.rows.map((row) => row.split(' => ')[1]));
  });
});

test('counts are whole, not below zero, and not above their total', () => {
  const rows = ['9,10', '0,0', '10,10', '11,10', '1.5,10', '-1,10', '3,2.5', ',10', '1,', 'x,10'];
  const { lines } = fileOf({ promise: ['tally: { kept: K, of: O }', 'target: 80%'], channel: [], rows: [] });
  const { KEPT, TOTAL, EXCLUDED, UNREADABLE } = Outcome;
  expect(byHand(lines, ['K,O', ...rows]).codes).toEqual([
    KEPT,
    KEPT,
    KEPT,
    TOTAL,
    TOTAL,
    TOTAL,
    TOTAL,
    EXCLUDED,
    EXCLUDED,
    UNREADABLE,
  ]);
});

describe('the formula in words', () => {
  const words: readonly (readonly [promise: string, words: string])[] = [
    ['kept_when: { B: { within: 4h } }', 'share of occasions on which B within 4h of A'],
    ['median: { to: B }', 'median of the time from A to B'],
    [
      'p90: { from: A, to: B, calendar: desk, minus: H }',
      '90th percentile of the time from A to B, in desk hours, less H',
    ],
    ['quantile: { of: W, q: 0.995 }', '99.5th percentile of W'],
    ['quantile: { of: W, q: 81% }', '81st percentile of W'],
    ['quantile: { of: W, q: 0.13 }', '13th percentile of W'],
    ['mean: W', 'mean of W'],
    ['tally: { kept: K, of: O }', 'sum of K / sum of O'],
    ['count: { T: outage }', "number of occasions on which T is 'outage'"],
    ['rate: { of: { T: outage }, per: 1000 }', "occasions on which T is 'outage', in every 1000"],
    ['difference: { of: [P, Q], from: [E, F] }', 'mean of P less E, Q less F'],
  ];
  test.each(words)('%s', (promise, expected) => {
    const isShare = /^(kept_when|tally)/.test(promise);
    const isTime = /^(median|p90|quantile|mean)/.test(promise);
    const target = isShare ? '95%' : isTime ? 'at most 1h' : 'at most 4';
    const { lines } = fileOf({
      promise: [promise, `target: ${target}`],
      channel: ['at: A'],
      rows: [],
    });
    const header = 'A,B,H,W,K,O,T,P,Q,E,F';
    const row = '2026-03-02T08:00Z,2026-03-02T09:00Z,1m,1m,1,1,outage,1,1,1,1';
    expect(measureInWords(byHand([...lines, ...DESK], [header, row]).measure)).toBe(expected);
  });
});
