import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/model/calendar.ts';
import type { Measure } from '../../src/model/measure.ts';
import type { Target } from '../../src/model/target.ts';
import { gap, score } from '../../src/score/figures.ts';
import { type Beside, type Terms, verdictOf } from '../../src/score/judge.ts';
import type { Figure } from '../../src/vocabulary/measures/index.ts';

const share = (value: number): Target => ({ op: '>=', value, unit: 'share', text: `${value * 100}%` });
const atLeast = (value: number): Target => ({ op: '>=', value, unit: 'number', text: `at least ${value}` });
const atMost = (value: number): Target => ({ op: '<=', value, unit: 'number', text: `at most ${value}` });
const within = (value: number): Target => ({ op: '<=', value, unit: 'seconds', text: `at most ${value}s` });
const noSooner = (value: number): Target => ({ op: '>=', value, unit: 'seconds', text: `at least ${value}s` });

const FIGURE: Figure = {
  value: null,
  cases: 100,
  kept: null,
  missed: null,
  events: null,
  interval: null,
  ifPendingMissed: null,
  answeredOnly: null,
  above: null,
  atLeast: null,
  pending: 0,
  unsettled: 0,
  dropped: null,
  tail: null,
};
const BESIDE: Beside = { excluded: 0, unreadable: 0, filtered: 0, earliestDue: Number.NEGATIVE_INFINITY };
const TERMS: Omit<Terms, 'target'> = { measure: null, warn: null, judge: 'value', minCases: 1, waived: null };
const AS_OF = 1_000_000;
const desk: Calendar = { name: 'desk', zone: 'UTC', week: [], holidays: [], overrides: [] };
const IN_DESK_HOURS: Measure<string> = {
  kind: 'max',
  operand: { kind: 'elapsed', from: 'a', to: 'b', calendar: desk, minus: null },
};

function verdict(
  target: Target,
  figure: Partial<Figure>,
  terms: Partial<Terms> = {},
  beside: Partial<Beside> = {},
): string {
  const judged = verdictOf(
    { ...FIGURE, ...figure },
    { ...BESIDE, ...beside },
    { ...TERMS, target, ...terms },
    { asOf: AS_OF, asOfDay: 10 },
  );
  return `${judged.verdict}: ${judged.reason}`;
}

const between = (low: number | null, high: number | null) => ({ low, high, method: 'm' });
const waived = (until: number) => ({
  until,
  reason: 'new desk',
  position: { file: 'p', line: 1, column: 1, length: 1 },
});

describe('the table of verdicts, for both directions and every unit', () => {
  it.each<[Target, Partial<Figure>, Partial<Terms>, string]>([
    // The value alone.
    [atLeast(45), { value: 45 }, {}, 'kept: meets the target'],
    [atLeast(45), { value: 44.9 }, {}, 'missed: below the target'],
    [atMost(2), { value: 2 }, {}, 'kept: meets the target'],
    [atMost(2), { value: 3 }, {}, 'missed: above the target'],
    [within(60), { value: 60 }, {}, 'kept: meets the target'],
    [within(60), { value: 60.1 }, {}, 'missed: above the target'],
    [noSooner(60), { value: 59 }, {}, 'missed: below the target'],
    [atMost(0), { value: 0 }, {}, 'kept: meets the target'],
    [atLeast(-10), { value: -11 }, {}, 'missed: below the target'],
    [atMost(-1), { value: -2 }, {}, 'kept: meets the target'],
    // Its interval: what matters is the side of the target.
    [
      atLeast(45),
      { value: 50, interval: between(44, 56) },
      {},
      'close: meets the target, but its confidence interval reaches below it',
    ],
    [atLeast(45), { value: 50, interval: between(45, 56) }, {}, 'kept: meets the target'],
    [
      atMost(5),
      { value: 3, interval: between(1, 6) },
      {},
      'close: meets the target, but its confidence interval reaches above it',
    ],
    [atMost(5), { value: 3, interval: between(1, 5) }, {}, 'kept: meets the target'],
    [atMost(5), { value: 6, interval: between(4, 8) }, {}, 'missed: above the target'],
    [
      within(60),
      { value: 50, interval: between(10, null) },
      {},
      'close: meets the target, but with so few cases its confidence interval has no upper bound',
    ],
    [within(60), { value: 50, interval: between(null, 55) }, {}, 'kept: meets the target'],
    [
      noSooner(60),
      { value: 70, interval: between(null, 75) },
      {},
      'close: meets the target, but with so few cases its confidence interval has no lower bound',
    ],
    [noSooner(60), { value: 70, interval: between(65, null) }, {}, 'kept: meets the target'],
    [within(60), { value: 70, interval: between(10, null) }, {}, 'missed: above the target'],
    // Too few cases for either bound.
    [
      within(60),
      { value: 50, interval: between(null, null) },
      {},
      'close: meets the target, but with so few cases there is no confidence interval',
    ],
    [
      atLeast(45),
      { value: 50, interval: between(null, null) },
      {},
      'close: meets the target, but with so few cases there is no confidence interval',
    ],
    [within(60), { value: 70, interval: between(null, null) }, {}, 'missed: above the target'],
    [atMost(0), { value: 0, interval: between(null, null) }, {}, 'kept: meets the target'],
    // All or nothing.
    [share(1), { value: 1, interval: between(0.8, 1) }, {}, 'kept: meets the target'],
    [share(0), { value: 0, interval: between(0, 0.2) }, {}, 'kept: meets the target'],
    [atMost(0), { value: 0, interval: between(0, 3) }, {}, 'kept: meets the target'],
    [
      atLeast(1),
      { value: 1, interval: between(0.8, 1) },
      {},
      'close: meets the target, but its confidence interval reaches below it',
    ],
    // warn, and what is pending.
    [within(60), { value: 50 }, { warn: 40 }, 'close: meets the target, but is above warn'],
    [within(60), { value: 40 }, { warn: 40 }, 'kept: meets the target'],
    [atLeast(45), { value: 50 }, { warn: 60 }, 'close: meets the target, but is below warn'],
    [
      atMost(5),
      { value: 4, events: 4, ifPendingMissed: 6 },
      {},
      'close: meets the target, but would not if every pending occasion came out worst',
    ],
    [
      share(0.9),
      { value: 0.95, kept: 95, missed: 5, ifPendingMissed: 0.85 },
      {},
      'close: meets the target, but would not if every pending occasion were missed',
    ],
    [atMost(5), { value: 4, ifPendingMissed: 5 }, {}, 'kept: meets the target'],
    // By the interval.
    [
      atMost(5),
      { value: 6, interval: between(4, 8) },
      { judge: 'interval' },
      'unproven: its confidence interval holds the target',
    ],
    [
      atMost(5),
      { value: 3, interval: between(null, 8) },
      { judge: 'interval' },
      'unproven: its confidence interval holds the target',
    ],
    [
      atLeast(5),
      { value: 6, interval: between(4, null) },
      { judge: 'interval' },
      'unproven: its confidence interval holds the target',
    ],
    [atMost(5), { value: 8, interval: between(6, null) }, { judge: 'interval' }, 'missed: above the target'],
    [
      atMost(5),
      { value: 8, interval: between(null, null) },
      { judge: 'interval' },
      'unproven: with so few cases there is no confidence interval',
    ],
    [atMost(5), { value: 3, interval: between(1, 4) }, { judge: 'interval' }, 'kept: meets the target'],
    [atMost(5), { value: 3 }, { judge: 'interval' }, 'kept: meets the target'],
    // Waivers and too few cases.
    [atMost(5), { value: 6 }, { waived: waived(10) }, 'waived: above the target, waived: new desk'],
    [atMost(5), { value: 6 }, { waived: waived(9) }, 'missed: above the target'],
    [atMost(5), { value: 4 }, { waived: waived(10) }, 'kept: meets the target'],
    [atMost(5), { value: 6, cases: 29 }, { minCases: 30 }, 'unproven: fewer decided cases (29) than min_cases (30)'],
    [atMost(5), { value: 6, cases: 30 }, { minCases: 30 }, 'missed: above the target'],
  ])('%o, %o, %o: %s', (target, figure, terms, expected) => {
    expect(verdict(target, figure, terms)).toBe(expected);
  });

  const open = { cases: 4, pending: 8, unsettled: 2, answeredOnly: 30 };
  it.each<[Target, Partial<Figure>, Partial<Terms>, string]>([
    [within(3600), { ...open, above: 7200 }, {}, 'missed: above the target: not yet reached after 2 h'],
    [within(3600), { ...open, above: 3600 }, {}, 'missed: above the target: not yet reached after 1 h'],
    [
      within(3600),
      { ...open, above: 1800 },
      {},
      'unproven: not yet reached after 30 min, the longest that could be followed; the target lies beyond',
    ],
    [noSooner(3600), { ...open, above: 7200 }, {}, 'kept: meets the target: not yet reached after 2 h'],
    [
      noSooner(3600),
      { ...open, above: 1800 },
      {},
      'unproven: not yet reached after 30 min, the longest that could be followed; the target lies beyond',
    ],
    [
      noSooner(3600),
      { ...open, above: 7200, interval: between(1800, null) },
      {},
      'close: meets the target, but its confidence interval reaches below it',
    ],
    [noSooner(3600), { ...open, above: 7200 }, { warn: 9000 }, 'close: meets the target, but is below warn'],
    [
      within(3600),
      { ...open, above: 7200 },
      { waived: waived(10) },
      'waived: above the target: not yet reached after 2 h, waived: new desk',
    ],
    // Open cases that have outlasted the target are decided: 4 + 8 - 2.
    [within(3600), { ...open, above: 7200 }, { minCases: 10 }, 'missed: above the target: not yet reached after 2 h'],
    [
      within(3600),
      { ...open, above: 7200 },
      { minCases: 11 },
      'unproven: fewer decided cases (10) than min_cases (11)',
    ],
    [
      within(3600),
      { ...open, value: 60, cases: 4, pending: 0, unsettled: 0 },
      { minCases: 5 },
      'unproven: fewer decided cases (4) than min_cases (5)',
    ],
    // A mean leaves open cases out: they decide nothing.
    [
      within(3600),
      { value: 60, cases: 4, pending: 8 },
      { minCases: 5 },
      'unproven: fewer decided cases (4) than min_cases (5)',
    ],
  ])('where something is still open: %o, %o, %o: %s', (target, figure, terms, expected) => {
    expect(verdict(target, figure, terms)).toBe(expected);
  });

  const DAY = 86_400;
  const lost = { value: 60, cases: 4, pending: 3, unsettled: 2, atLeast: 104 * DAY };
  const LOST = 'above the target: with the 3 still open at what they last so far it is 104 d already';
  it.each<[Target, Partial<Figure>, Partial<Terms>, string]>([
    [within(3600), lost, {}, `missed: ${LOST}`],
    [
      within(3600),
      { ...lost, pending: 1 },
      {},
      `missed: ${LOST.replace('the 3', 'the one').replace('they last', 'it lasts')}`,
    ],
    [within(3600), lost, { waived: waived(10) }, `waived: ${LOST}, waived: new desk`],
    [within(3600), lost, { waived: waived(9) }, `missed: ${LOST}`],
    [within(3600), { ...lost, value: 7200 }, {}, 'missed: above the target'],
    [within(3600), { ...lost, atLeast: 3600 }, {}, 'kept: meets the target'],
    [within(3600), { ...lost, atLeast: 3601 }, { measure: IN_DESK_HOURS }, `missed: ${LOST.replace('104 d', '1 h')}`],
    // From below it says nothing of the verdict.
    [noSooner(30), { ...lost, atLeast: 90 }, {}, 'kept: meets the target'],
    [noSooner(70), { ...lost, atLeast: 90 }, {}, 'missed: below the target'],
    // All of them have broken it together.
    [within(3600), lost, { minCases: 7 }, `missed: ${LOST}`],
    [within(3600), lost, { minCases: 8 }, 'unproven: fewer decided cases (7) than min_cases (8)'],
    // Nothing has ended yet.
    [within(3600), { ...lost, cases: 0, value: null, above: 104 * DAY }, {}, `missed: ${LOST}`],
    [
      within(3600),
      { ...lost, cases: 0, value: null, above: 1800, atLeast: 1800, unsettled: 3 },
      {},
      'unproven: nothing has ended yet',
    ],
    [
      within(3600),
      { ...lost, cases: 0, value: null, above: 1800, atLeast: 1800, unsettled: 1 },
      {},
      'unproven: nothing has ended yet',
    ],
    // As long as the target, and no longer so far.
    [
      within(1800),
      { ...lost, cases: 0, value: null, above: 1800, atLeast: 1800, unsettled: 1 },
      {},
      'unproven: nothing has ended yet',
    ],
    // Open hours make no days of 24, whole open days between dates do.
    [
      within(80 * 3600),
      { ...lost, atLeast: 115.5 * 3600 },
      { measure: IN_DESK_HOURS },
      `missed: ${LOST.replace('104 d', '115 h 30 min')}`,
    ],
    [within(5 * DAY), lost, { measure: IN_DESK_HOURS }, `missed: ${LOST}`],
  ])('where what is still open has broken it already: %o, %o, %o: %s', (target, figure, terms, expected) => {
    expect(verdict(target, figure, terms)).toBe(expected);
  });

  it.each<[Partial<Figure>, Partial<Beside>, string]>([
    [{ cases: 0, pending: 3 }, {}, 'unproven: nothing has ended yet'],
    [{ cases: 0, pending: 3, unsettled: 3, above: 2 }, {}, 'unproven: nothing has ended yet'],
    [{ cases: 0, pending: 3, unsettled: 2, above: 7 }, {}, 'missed: above the target: not yet reached after 7'],
    [{ cases: 0, pending: 3, kept: 0, missed: 0 }, {}, 'unproven: no deadline has passed yet'],
    [{ cases: 0, pending: 3, events: 0 }, {}, 'unproven: no deadline has passed yet'],
    [
      { cases: 0 },
      { excluded: 2, filtered: 1 },
      'unmeasured: no occasion that it applies to: a needed cell is blank in every one',
    ],
    [{ cases: 0 }, { unreadable: 2, filtered: 1 }, 'unmeasured: no occasion that could be read'],
    [{ cases: 0 }, { filtered: 1 }, 'unmeasured: no occasion that its where takes'],
    [{ cases: 0 }, {}, 'unmeasured: no occasion in the window'],
    [{ value: 1, cases: 5 }, { earliestDue: AS_OF + 1 }, 'unproven: no deadline has passed yet'],
    [{ value: 1, cases: 5 }, { earliestDue: AS_OF }, 'kept: meets the target'],
    // Nothing happened, so no deadline of anything lies ahead.
    [{ value: 0, cases: 0 }, { earliestDue: Number.POSITIVE_INFINITY }, 'kept: meets the target'],
  ])('without a value: %o, %o: %s', (figure, beside, expected) => {
    expect(verdict(atMost(5), figure, { minCases: 0 }, beside)).toBe(expected);
  });
});

describe('gap and score', () => {
  it.each<[Target, number, number | null, number | null, number, number | null]>([
    // target, value, floor, bottom, gap, score
    [share(0.9), 0.45, null, 0, -0.45, 50],
    [share(0.9), 0.8, 0.7, 0, -0.1, 50],
    [share(0.07), 0.1, null, 0, 0.03, 100],
    [atLeast(50), 0, null, -100, -50, (100 * 100) / 150],
    [atLeast(50), -100, null, -100, -150, 0],
    [atLeast(-100), -50, null, -100, 50, null],
    [atLeast(50), 0, 0, -100, -50, 0],
    [atLeast(0), 1, null, 0, 1, null],
    [atLeast(1), 2, null, null, 1, null],
    [atLeast(1), 0.5, -1, null, -0.5, 75],
    [atLeast(10), -5, null, 0, -15, null],
    [within(100), 50, null, 0, 50, 100],
    [within(100), 200, null, 0, -100, 50],
    [within(100), 200, 300, 0, -100, 50],
    [within(100), 300, 300, 0, -200, 0],
    [within(100), 900, 300, 0, -800, 0],
    [within(100), 50, 300, 0, 50, 100],
    [within(100), 200, 100, 0, -100, null],
    [atMost(0), 0, null, 0, 0, 100],
    [atMost(0), 1, null, 0, -1, 0],
    [atMost(2), -1, null, 0, 3, null],
    [atMost(2), -1, 10, 0, 3, 100],
    [atMost(2), 4, null, -100, -2, null],
    [atMost(2), 4, null, null, -2, null],
    [atMost(-1), -0.5, 0, null, -0.5, 50],
  ])('%o, value %d, floor %s, bottom %s: gap %d, score %s', (target, value, floor, bottom, expectedGap, expected) => {
    expect(gap(value, target)).toBe(expectedGap);
    const found = score(value, { target, floor }, bottom);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 9);
  });

  it('no value, no score', () => {
    expect(score(null, { target: atMost(0), floor: null }, 0)).toBeNull();
  });
});
