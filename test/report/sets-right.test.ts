import { describe, expect, it } from 'vitest';
import type { ActionReport } from '../../src/model/report.ts';
import { owedLines } from '../../src/report/owed.ts';
import { orderOf, setsRightText } from '../../src/report/sets-right.ts';
import { toll } from '../../src/report/toll.ts';
import { plainVoice } from '../../src/report/voice.ts';
import { cell, everyVerdict, promise, report } from './samples.ts';

type Right = ActionReport['sets_right'];
const counted = (number: number, of: NonNullable<Right>['of']): Right => ({ number, of, unit: null });

const action = (sets_right: Right, known: Partial<ActionReport> = {}): ActionReport => ({
  ...{ promise: 'p', channel: 'c', weight: 1, shortfall: null, sets_right, let_down: null, let_down_again: null },
  ...{ owed: null, owner: null, act: null, by: null, overdue: false },
  ...known,
});
const wait = cell('c', { measure: 'p90', unit: 'seconds', target: { op: '<=', value: 64_800 }, value: 69_240 });
const ease = cell('c', { measure: 'mean', unit: 'number', target: { op: '>=', value: 5.3 }, value: 5.1 });

describe('the number that would have kept it, in words', () => {
  it.each([
    [counted(58, 'in-time'), cell('c'), '58 more in time would have kept it'],
    [counted(1_226, 'kept'), cell('c'), '1\u2009226 more kept would have been enough'],
    [counted(34, 'within'), wait, '34 more within 18 h would have kept it'],
    [counted(3, 'reaching'), ease, '3 more of at least 5.3 would have kept it'],
    [counted(9, 'fewer'), cell('c', { measure: 'count' }), '9 fewer would have kept it'],
    [counted(2, 'more'), cell('c', { measure: 'distinct' }), '2 more different ones would have kept it'],
    [counted(1, 'promoters'), cell('c'), '1 detractor won over as a promoter would have kept it'],
    [counted(12, 'promoters'), cell('c'), '12 detractors won over as promoters would have kept it'],
    [{ number: 0.2, of: 'average', unit: 'number' } as const, ease, '0.20 more on average would have kept it'],
    [{ number: -4440, of: 'total', unit: 'seconds' } as const, wait, '1 h 14 min less in all would have kept it'],
    [null, cell('c'), ''],
  ])('%o', (right, about, expected) => {
    expect(setsRightText(action(right), about, plainVoice)).toBe(expected);
  });

  it('stands with what it weighs and what it cost; without one, what is short, or how far off it was', () => {
    const of = (about: typeof wait, one: ActionReport): string =>
      toll(one, report([promise('p', 'P.', [about])]), plainVoice);
    const owed = { amount: 20, currency: 'EUR' };
    expect(of(wait, action(counted(34, 'within'), { weight: 1.5, let_down: 3, let_down_again: 1, owed }))).toBe(
      '34 more within 18 h would have kept it, weight 1.5, 3 customers let down (1 more than once), 20 EUR owed',
    );
    expect(of(cell('c'), action(null, { shortfall: 3 }))).toBe('3 cases short');
    expect(of({ ...wait, gap: -4440 }, action(null))).toBe('1 h 14 min over');
  });
});

describe('beside the actions', () => {
  it('their order is said where there is one', () => {
    expect(orderOf(everyVerdict)).toBe('Overdue first, then by cases short times weight, then by customers let down');
    expect(orderOf({ ...everyVerdict, actions: everyVerdict.actions.slice(1, 2) })).toBe('');
  });

  it('what is owed is a line a currency', () => {
    expect(owedLines(everyVerdict, plainVoice)).toEqual([
      '2\u2009979.50 EUR: quick-reply, email 2\u2009600 EUR (241 customers); on-the-day, orders 379.50 EUR',
      '4\u2009554 NOK: in-your-language, email (1 customer)',
    ]);
  });
});
