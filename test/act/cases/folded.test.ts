import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../src/act/customer/record-of.ts';
import { audit, examine } from '../../../src/audit.ts';
import { cases, owed } from '../../../src/cases.ts';
import { folder } from '../../cli/folder.ts';

/** One line of an order. */
interface Row {
  readonly order: number;
  readonly who: string;
  readonly region: string;
  /** Hours from 1 January 2026. */
  readonly at: number;
  /** Hours after midnight of 3 January, its deadline; above 0 where it is missed. */
  readonly late: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  order: fc.nat(4),
  who: fc.constantFrom('', 'Anna', 'Bert', 'n/a', 'Chloé'),
  region: fc.constantFrom('', 'North', 'South'),
  at: fc.nat(40),
  late: fc.integer({ min: -5, max: 5 }),
});
const orders = fc.array(row, { minLength: 1, maxLength: 16 });

const time = (hour: number): string => new Date(Date.UTC(2026, 0, 1, hour)).toISOString().slice(0, 16);
const csv = (rows: readonly Row[]): string =>
  [
    'order,cust,region,at,due,got',
    ...rows.map(({ order, who, region, at, late }) =>
      [order, who, region, time(at), time(48), time(48 + late)].join(','),
    ),
    '',
  ].join('\n');

const PROMISES = `saydo: 1
brand: B
channels:
  orders:
    source: o.csv
    at: at
    case: order
    repeats: all
    customer: cust
    segments: [region]
    columns: { order: order, cust: { column: cust, blank: n/a }, region: region, at: at, due: due, got: got }
promises:
  t: { says: T., kept_when: { got: { by: due } }, target: 95%, remedy: { text: R, cost: 10 EUR }, channels: [orders] }
`;

/** One order, as the words of the language have it. */
function orderOf(number: number, rows: readonly Row[]) {
  const own = rows.map((one, index) => ({ ...one, line: index + 2 })).filter(({ order }) => order === number);
  const late = Math.max(...own.map((one) => one.late));
  return {
    number: String(number),
    customer: own.find(({ who }) => who !== '' && who !== 'n/a')?.who ?? null,
    region: own.find(({ region }) => region !== '')?.region ?? '(blank)',
    began: time(Math.min(...own.map(({ at }) => at))),
    hour: time(Math.min(...own.map(({ at }) => at))).slice(11, 13),
    over: late > 0 ? late * 3600 : null,
    // The worst of its lines, of equal ones the first.
    line: own.find((one) => one.late === late)?.line ?? 0,
  };
}

describe('of a case in several rows', () => {
  it('whose it is, when it began, where it belongs and how late it is are the case’s, as a twin has them', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.constantFrom('North', 'South', '(blank)'), async (rows, region) => {
        const workingDirectory = folder({ 'p.yaml': PROMISES, 'o.csv': csv(rows) });
        const request = { file: 'p.yaml', workingDirectory, batchRows: 3 };
        const all = [...new Set(rows.map(({ order }) => order))].map((order) => orderOf(order, rows));
        const missed = all.filter(({ over }) => over !== null);
        const byName = (a: { readonly number: string }, b: { readonly number: string }) =>
          Number(a.number) - Number(b.number);
        const listed = async (...segments: readonly { readonly name: string; readonly value: string }[]) => {
          const list = await cases({ ...request, segments });
          return list.cases
            .map(({ case: number, customer, at, over, line }) => ({ number: number ?? '', customer, at, over, line }))
            .toSorted(byName);
        };
        const shown = (some: typeof missed) =>
          some
            .map(({ number, customer, began, over, line }) => ({ number, customer, at: began, over, line }))
            .toSorted(byName);
        expect(await listed()).toEqual(shown(missed));
        expect(await listed({ name: 'region', value: region })).toEqual(
          shown(missed.filter((one) => one.region === region)),
        );
        const hour = missed[0]?.hour ?? '00';
        expect(await listed({ name: 'hour', value: hour })).toEqual(shown(missed.filter((one) => one.hour === hour)));

        const { report } = await audit(request);
        const segments = report.promises[0]?.channels[0]?.segments ?? [];
        const counted = segments.find(({ by, is }) => by === 'region' && is === region)?.missed ?? 0;
        expect(missed.filter((one) => one.region === region)).toHaveLength(counted);

        const sums = new Map<string | null, number>();
        for (const { customer } of missed) sums.set(customer, (sums.get(customer) ?? 0) + 10);
        const { rows: owing } = await owed(request);
        expect(new Map(owing.map(({ customer, amount }) => [customer, amount]))).toEqual(sums);

        await examine(request, async (examination) => {
          for (const id of ['Anna', 'Chloé']) {
            const { occasions } = await recordOf(examination, { id, suggest: false });
            const own = all.filter(({ customer }) => customer === id).toSorted(byName);
            expect(
              occasions
                .map(({ case: number, began, at, over }) => ({ number: number ?? '', began, at, over }))
                .toSorted(byName),
            ).toEqual(own.map(({ number, began, over }) => ({ number, began: `${began}:00Z`, at: began, over })));
          }
        });
      }),
      { numRuns: 12 },
    );
  });

  it('what a level is taken of are the first cells that are not blank, and further columns are those of the row', async () => {
    const workingDirectory = folder({
      'p.yaml': `saydo: 1
brand: B
channels:
  o: { source: o.csv, at: at, case: order, repeats: all, customer: cust, columns: { score: score, cust: cust } }
promises:
  t: { says: T., mean: score, target: at least 5, channels: [o] }
`,
      'o.csv': 'order,cust,at,score,note\nA,,2026-01-02,,first\nA,Anna,2026-01-01,3,second\n',
    });
    const { cases: list } = await cases({ file: 'p.yaml', workingDirectory, columns: ['note', 'cust'] });
    expect(
      list.map(({ customer, at, over, cells, added, line }) => ({ customer, at, over, cells, added, line })),
    ).toEqual([
      {
        ...{ customer: 'Anna', at: '2026-01-01', over: 2, line: 2 },
        cells: [{ name: 'score', text: '3' }],
        added: [
          { name: 'note', text: 'first' },
          { name: 'cust', text: 'Anna' },
        ],
      },
    ]);
  });
});

describe('rows of which it cannot be read whether they are occasions', () => {
  const workingDirectory = () =>
    folder({
      'p.yaml': `saydo: 1
brand: B
channels:
  o: { source: o.csv, at: at, case: no, customer: who, segments: [who], tolerate: 100%, columns: { n: { column: n, type: number } } }
promises:
  t: { says: T., kept_when: { n: at least 5 }, target: 95%, channels: [o] }
  u: { says: U., kept_when: { n: at most 9 }, target: 95%, channels: [o] }
`,
      'o.csv': 'no,who,at,n\n1,A,2026-01-01,5\n2,B,soon,5\n3,C,2026-01-02,many\n4,,later,5\n',
    });

  it('stand once in the list of what cannot be read, with no promise, in the order of the export', async () => {
    const request = { file: 'p.yaml', workingDirectory: workingDirectory(), outcome: 'unreadable' } as const;
    const { cases: list, more } = await cases(request);
    const told = list.map(({ of, case: name, customer, again, at, line, over }) =>
      [of.promise, of.channel, name, customer, again, at, line, over].join(),
    );
    expect([told, more]).toEqual([
      [',o,2,B,,soon,3,', 't,o,3,C,false,2026-01-02,4,', 'u,o,3,C,false,2026-01-02,4,', ',o,4,,,later,5,'],
      0,
    ]);
    const first = await cases({ ...request, limit: 1 });
    expect([first.cases.length, first.more]).toEqual([1, 3]);
  });

  it('lie in no segment, and in no other list', async () => {
    const request = { file: 'p.yaml', workingDirectory: workingDirectory() };
    const segments = [{ name: 'who', value: 'B' }];
    expect((await cases({ ...request, outcome: 'unreadable', segments })).cases).toEqual([]);
    expect((await cases({ ...request, outcome: 'missed' })).cases).toEqual([]);
  });
});

it('of a ratio shows what says which occasions it counts', async () => {
  const workingDirectory = folder({
    'p.yaml': `saydo: 1
brand: B
channels:
  o: { source: o.csv, at: at, columns: { state: state, sum: sum } }
promises:
  t: { says: T., ratio: { of: { channel: o, where: { state: back } }, to: { channel: o }, per: 100 }, target: at most 10, channels: [o] }
`,
    'o.csv': 'at,state,sum\n2026-01-01,back,3\n2026-01-02,gone,4\n',
  });
  const { cases: list } = await cases({ file: 'p.yaml', workingDirectory });
  expect(list.map(({ line, cells }) => [line, cells])).toEqual([[2, [{ name: 'state', text: 'back' }]]]);
});
