import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { owedInAll } from '../../src/score/owed.ts';
import { promise, share } from '../report/samples.ts';

const customers = { affected: 9, let_down: 4, let_down_again: 1, kept_share: 5 / 9 };
const cell = (channel: string, amount: number, currency: string) =>
  share(channel, 1, 2, 0.5, { owed: { amount, currency } });

describe('what is owed in all', () => {
  it('is summed by currency in the order of code units, with the promises that it is owed for', () => {
    const promises = [
      promise('a', 'A.', [{ ...cell('x', 1.1, 'NOK'), customers }, cell('y', 5, 'EUR'), share('z', 1, 2, 0.5)]),
      promise('b', 'B.', [cell('x', 0.1, 'NOK'), cell('y', 0, 'SEK'), cell('z', 7, 'kr')]),
    ];
    expect(owedInAll(promises)).toEqual([
      { currency: 'EUR', amount: 5, promises: [{ promise: 'a', channel: 'y', amount: 5, customers: null }] },
      {
        currency: 'NOK',
        amount: 1.2,
        promises: [
          { promise: 'a', channel: 'x', amount: 1.1, customers: 4 },
          { promise: 'b', channel: 'x', amount: 0.1, customers: null },
        ],
      },
      { currency: 'kr', amount: 7, promises: [{ promise: 'b', channel: 'z', amount: 7, customers: null }] },
    ]);
  });

  it('is nothing where no remedy costs anything', () => {
    expect(owedInAll([promise('a', 'A.', [share('x', 1, 2, 0.5)])])).toEqual([]);
  });

  it('sums decimals as on paper: whole hundredths, in integers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e12 }), { minLength: 1, maxLength: 20 }), (cents) => {
        const cells = cents.map((amount, index) => cell(`c${index}`, amount / 100, 'EUR'));
        const total = cents.reduce((sum, amount) => sum + amount, 0);
        expect(owedInAll([promise('a', 'A.', cells)])[0]?.amount).toBe(total / 100);
      }),
    );
  });
});
