import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordOf } from '../../../src/act/customer/record-of.ts';
import { examine } from '../../../src/audit.ts';
import { folder } from '../../cli/folder.ts';

/** Hours of January from midnight of the first. */
const AS_OF = 700;

interface Row {
  readonly at: number;
  /** Hours after `at`; null: not yet. */
  readonly reply: number | null;
  readonly polite: 'yes' | 'no';
  readonly ease: number | null;
  readonly who: string;
  readonly isSpam: boolean;
}

const row: fc.Arbitrary<Row> = fc.record({
  at: fc.integer({ min: 0, max: AS_OF }),
  reply: fc.option(fc.integer({ min: 0, max: 4 })),
  polite: fc.constantFrom('yes', 'no'),
  ease: fc.option(fc.integer({ min: 1, max: 5 })),
  who: fc.constantFrom('', 'c1', 'C1', '01', '1', 'x y', '<b>'),
  isSpam: fc.boolean(),
});
const exports = fc.record({
  mail: fc.array(row, { maxLength: 12 }),
  shop: fc.array(row, { maxLength: 12 }),
  till: fc.array(row, { maxLength: 4 }),
});
type Exports = typeof exports extends fc.Arbitrary<infer E> ? E : never;
type Channel = keyof Exports;

const time = (hour: number): string => new Date(Date.UTC(2026, 0, 1, hour)).toISOString().slice(0, 16);
const csv = (rows: readonly Row[]): string =>
  ['At,Reply,Polite,Ease,Who,State']
    .concat(
      rows.map(({ at, reply, polite, ease, who, isSpam }) =>
        [time(at), reply === null ? '' : time(at + reply), polite, ease ?? '', who, isSpam ? 'spam' : 'open'].join(','),
      ),
    )
    .join('\n');

const PROMISES = `saydo: 1
brand: B
as_of: ${time(AS_OF)}Z
channels:
  mail: { source: mail.csv, at: At, customer: Who, where: { State: { not: spam } } }
  shop: { source: shop.csv, at: At, customer: Who, where: { State: { not: spam } } }
  till: { source: till.csv, at: At, where: { State: { not: spam } } }
promises:
  quick:
    says: Q.
    kept_when: { Reply: { within: 2h } }
    target: 50%
    remedy: { text: T, cost: 10.10 EUR }
    channels: [mail, shop, till]
  polite:
    says: P.
    kept_when: { Polite: yes }
    target: 50%
    remedy: { text: U, cost: 3 NOK, per: customer }
    channels: [mail, shop]
  easy: { says: E., mean: Ease, target: at least 3, channels: [shop] }
`;

/** What becomes of each promise on a row, written out once more. */
function fatesOf({ at, reply, polite, ease }: Row, channel: Channel): readonly string[] {
  const late = at + 2 <= AS_OF ? 'missed' : 'pending';
  const isKnown = reply !== null && at + reply <= AS_OF;
  const quick = isKnown ? (reply <= 2 ? 'kept' : 'missed') : late;
  return [
    `quick ${quick}`,
    ...(channel === 'till' ? [] : [`polite ${polite === 'yes' ? 'kept' : 'missed'}`]),
    ...(channel === 'shop' ? [`easy ${ease === null ? 'excluded' : ease >= 3 ? 'kept' : 'missed'}`] : []),
  ];
}

const count = (texts: readonly string[], wanted: string): number => texts.filter((text) => text === wanted).length;

it('the records of all customers are all occasions with a customer, and owe what the report owes them', async () => {
  await fc.assert(
    fc.asyncProperty(exports, async (made) => {
      const files = { 'mail.csv': csv(made.mail), 'shop.csv': csv(made.shop), 'till.csv': csv(made.till) };
      const workingDirectory = folder({ ...files, 'promises.yaml': PROMISES });
      await examine({ file: 'promises.yaml', workingDirectory }, async (examination) => {
        const rows = (['mail', 'shop'] as const).flatMap((channel) =>
          made[channel].flatMap((own) => (own.isSpam || own.who === '' ? [] : [{ channel, ...own }])),
        );
        let euros = 0;
        let kroner = 0;
        for (const id of new Set(['c1', 'nobody', ...rows.map(({ who }) => who)])) {
          const record = await recordOf(examination, { id, suggest: false });
          const own = rows.filter(({ who }) => who === id);
          expect(record.contacts).toBe(own.length);
          const expected = own.flatMap((one) => fatesOf(one, one.channel).map((fate) => `${one.channel} ${fate}`));
          const told = record.occasions.map(({ channel, promise, outcome }) => `${channel} ${promise} ${outcome}`);
          expect(told.toSorted()).toEqual(expected.toSorted());
          const began = record.occasions.map((one) => one.began ?? '');
          expect(began).toEqual(began.toSorted());
          euros += record.owed.find(({ currency }) => currency === 'EUR')?.amount ?? 0;
          kroner += record.owed.find(({ currency }) => currency === 'NOK')?.amount ?? 0;
        }
        const unknown = (['mail', 'shop', 'till'] as const).flatMap((channel) =>
          made[channel].flatMap((own) =>
            own.isSpam || (own.who !== '' && channel !== 'till') ? [] : fatesOf(own, channel),
          ),
        );
        const owed = (promise: string): number =>
          examination.audited.report.promises
            .filter(({ id }) => id === promise)
            .flatMap(({ channels }) => channels)
            .reduce((sum, cell) => sum + (cell.owed?.amount ?? 0), 0);
        expect(euros).toBeCloseTo(owed('quick') - 10.1 * count(unknown, 'quick missed'), 9);
        expect(kroner).toBe(owed('polite'));
      });
    }),
    { numRuns: 15 },
  );
});
