import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Case } from '../../../src/act/cases/case.ts';
import { decimal, NOTHING, numberOf, plus, times } from '../../../src/act/cases/decimal.ts';
import { FirstFew, order } from '../../../src/act/cases/heap.ts';
import { audit } from '../../../src/audit.ts';
import { cases, eachCase, owed } from '../../../src/cases.ts';
import { folder } from '../../cli/folder.ts';
import { exportsOf, files, isAgain, PROMISES, type Told, toldOf } from './story.ts';

const shown = ({ of, case: name, file, line, again, over, left, customer }: Case) => ({
  ...{ promise: of.promise, case: name, file, line, again, customer, length: over ?? left },
});

/** By the sentence in docs/cases.md, one comparison after the other. */
function worstFirst(all: readonly Told[], outcome: Told['outcome']): readonly Told[] {
  const some = all.filter((told) => told.outcome === outcome);
  if (outcome === 'pending') return some.toSorted((a, b) => a.length - b.length);
  if (outcome !== 'missed') return some;
  const again = (told: Told): number => (isAgain(told, all) === true ? 0 : 1);
  const unit = (told: Told): number => (told.promise === 'glad' ? 1 : 0);
  return some.toSorted((a, b) => again(a) - again(b) || unit(a) - unit(b) || b.length - a.length);
}

const expected = (told: Told, all: readonly Told[]) => ({
  ...{ promise: told.promise, case: told.case, file: told.file, line: told.line, again: isAgain(told, all) },
  customer: told.row.customer,
  length: Number.isNaN(told.length) ? null : told.length,
});

const nonEmpty = files.filter((parts) => parts.some((rows) => rows.length > 0));

it('lists what a brute-force twin lists, in its order, with so many more', async () => {
  await fc.assert(
    fc.asyncProperty(
      nonEmpty,
      fc.constantFrom('missed', 'pending', 'excluded'),
      fc.integer({ min: 1, max: 30 }),
      async (parts, outcome, limit) => {
        const workingDirectory = folder({ ...exportsOf(parts), 'promises.yaml': PROMISES });
        const request = { file: 'promises.yaml', workingDirectory, outcome } as const;
        const all = toldOf(parts);
        const want = worstFirst(all, outcome).map((told) => expected(told, all));
        const list = await cases({ ...request, limit });
        expect(list.cases.map(shown)).toEqual(want.slice(0, limit));
        expect(list.more).toBe(Math.max(0, want.length - limit));

        const streamed: Case[] = [];
        await eachCase(request, async ({ cases: every }) => {
          for await (const found of every) streamed.push(found);
        });
        const inOrder = all.filter((told) => told.outcome === outcome).map((told) => expected(told, all));
        expect(streamed.map(shown)).toEqual(inOrder);
      },
    ),
    { numRuns: 12 },
  );
});

it('keeps to the segments asked for, in any letter case', async () => {
  await fc.assert(
    fc.asyncProperty(nonEmpty, fc.constantFrom('NORTH', ' south', '(blank)'), async (parts, value) => {
      const workingDirectory = folder({ ...exportsOf(parts), 'promises.yaml': PROMISES });
      const segments = [{ name: 'region', value }];
      const list = await cases({ file: 'promises.yaml', workingDirectory, segments });
      const all = toldOf(parts);
      const label = (told: Told): string => told.row.region.trim().toLowerCase() || '(blank)';
      const inside = worstFirst(all, 'missed').filter((told) => label(told) === value.trim().toLowerCase());
      expect(list.cases.map(shown)).toEqual(inside.map((told) => expected(told, all)));
      const isThere = all.some((told) => label(told) === value.trim().toLowerCase());
      expect(list.warnings.map(({ code }) => code)).toEqual(isThere ? [] : ['no-such-segment-value']);
    }),
    { numRuns: 6 },
  );
});

it('owes each customer what the misses come to, and in all what the report says', async () => {
  await fc.assert(
    fc.asyncProperty(nonEmpty, async (parts) => {
      const workingDirectory = folder({ ...exportsOf(parts), 'promises.yaml': PROMISES });
      const { rows, totals, warnings } = await owed({ file: 'promises.yaml', workingDirectory });
      const all = toldOf(parts).filter(({ outcome }) => outcome === 'missed');
      for (const { promise, customer, missed, amount } of rows) {
        const own = all.filter((told) => told.promise === promise && told.row.customer === customer).length;
        expect(missed).toBe(own);
        const cents = promise === 'slow' ? 1235 * own : customer === null ? 0 : 999;
        expect(Math.round(amount * 100)).toBe(cents);
      }
      // Where no customer is known at all, nothing is known of what is for each of them once.
      const isKnown = parts.flat().some(({ customer }) => customer !== null);
      const owing = all.filter(({ promise }) => promise === 'slow' || (promise === 'quick' && isKnown));
      expect(rows.map(({ missed }) => missed).reduce((a, b) => a + b, 0)).toBe(owing.length);
      const isTold = isKnown || all.every(({ promise }) => promise !== 'quick');
      expect(warnings.map(({ code }) => code)).toEqual(isTold ? [] : ['owed-untold']);
      const { report } = await audit({ file: 'promises.yaml', workingDirectory });
      for (const { id, channels } of report.promises) {
        const total = totals.find(({ of }) => of?.promise === id);
        const known = channels[0]?.owed?.amount ?? 0;
        expect(total === undefined ? 0 : total.amount).toBe(known);
      }
      for (const { currency, amount } of report.owed) {
        const total = totals.find((one) => one.of === null && one.currency === currency);
        expect(total?.amount).toBe(amount);
      }
    }),
    { numRuns: 6 },
  );
});

it('holds the first few of any row of keys', () => {
  const key = fc.record({ group: fc.nat(3), size: fc.constantFrom(-2, -1, 0, 1, Number.POSITIVE_INFINITY) });
  fc.assert(
    fc.property(fc.array(key), fc.integer({ min: 1, max: 12 }), (keys, most) => {
      const numbered = keys.map((one, number) => ({ ...one, number }));
      const few = new FirstFew<number>(most);
      for (const one of numbered) {
        if (few.takes(one)) few.add(one, one.number);
        else few.add(one, -1);
      }
      expect(few.sorted()).toEqual(
        numbered
          .toSorted(order)
          .slice(0, most)
          .map(({ number }) => number),
      );
    }),
  );
});

it('adds decimal numbers as people do', () => {
  expect(numberOf(plus(decimal(0.1), decimal(0.2)))).toBe(0.3);
  expect(numberOf(times(decimal(1e-7), 3))).toBe(3e-7);
  expect(numberOf(times(decimal(1e21), 2))).toBe(2e21);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 50 }), (cents) => {
      const sum = cents.reduce((whole, one) => plus(whole, decimal(one / 100)), NOTHING);
      expect(numberOf(sum)).toBe(cents.reduce((a, b) => a + b, 0) / 100);
    }),
  );
});
