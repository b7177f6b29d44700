import { expect, test } from 'vitest';
import { measures } from '../../../src/vocabulary/measures/index.ts';
import { type Asked, audited } from '../../audited.ts';
import { fileOf } from './example-file.ts';

type Written = Parameters<typeof fileOf>[0];

async function cellOf(written: Written, top: readonly string[] = [], asked: Asked = {}) {
  const { lines, exports } = fileOf(written);
  return (await audited([...lines, ...top], exports, asked)).promises[0]?.channels[0];
}

test('at an earlier as_of, what came later is still open', async () => {
  const { rows, channel } = measures.p90.example;
  const promise = ['median: { to: Replied }', 'target: at most 3h'];
  const cell = await cellOf({ promise, channel, rows }, ['as_of: 2026-03-02T13:00Z']);
  // Ended after 1, 2 and 4 hours, open for 5 and 3: 4/5, 3/5, and 3/5 x 1/2 at 4 hours.
  expect(cell).toMatchObject({ value: 14_400, cases: 3, pending: 2, value_answered_only: 7200 });
});

test('a duration that would end after as_of is still open', async () => {
  const rows = ['Queued,Wait', '2026-03-02 08:00,10', '2026-03-02 08:30,20', '2026-03-02 08:50,45'];
  const channel = ['at: Queued', 'columns: { wait: { column: Wait, unit: minutes } }'];
  const promise = ['max: wait', 'target: at most 30m'];
  expect(await cellOf({ promise, channel, rows })).toMatchObject({ value: 2700, cases: 3, pending: 0 });
  const earlier = await cellOf({ promise, channel, rows }, ['as_of: 2026-03-02T09:00Z']);
  expect(earlier).toMatchObject({ value: 1200, cases: 2, pending: 1 });
});

test('open hours: what is still open ages only while the desk is open', async () => {
  const rows = ['Opened,Replied', '2026-03-06 16:00,2026-03-09 10:00', '2026-03-06 16:30,', '2026-03-09 10:00,'];
  const promise = ['median: { to: Replied, calendar: desk }', 'target: at most 4h'];
  const top = ['calendars: { desk: { hours: { mon-fri: 09:00-17:00 } } }'];
  const cell = await cellOf({ promise, channel: ['at: Opened'], rows }, top);
  // Friday 16:00 to Monday 10:00 are two open hours; at as_of, Monday 10:00, the others are open for 1.5 and 0.
  expect(cell).toMatchObject({ value: 7200, cases: 1, pending: 2, value_answered_only: 7200 });
  expect(cell?.formula).toBe('median of the time from Opened to Replied, in desk hours');
  expect(cell?.calendars).toEqual(['desk is open Mon-Fri 09:00-17:00 (UTC)']);
});

test('the columns of a ratio are those of the channel that each part names', async () => {
  const cell = await cellOf({
    promise: [
      'ratio: { of: { where: { State: complaint } }, to: { channel: orders, where: { State: at least 2 } }, per: 100 }',
      'target: at most 60',
    ],
    channel: ['at: Opened'],
    rows: ['Opened,State', '2026-03-02,complaint', '2026-03-03,Complaint', '2026-03-03,praise'],
    other: { name: 'orders', rows: ['Ordered,State', '2026-03-02,1', '2026-03-02,2', '2026-03-03,3', '2026-03-04,10'] },
  });
  // Two complaints; three orders in the state 2 or beyond.
  expect(cell).toMatchObject({ events: 2, cases: 3 });
  expect(cell?.value).toBeCloseTo(200 / 3, 10);
});

test('different values are told apart in any letter case, customers as they are written', async () => {
  const rows = ['Opened,Who', '2026-03-02 08:00,Ann', '2026-03-02 09:00,ANN', '2026-03-02 10:00,bo'];
  const channel = ['at: Opened', 'customer: Who'];
  const promise = ['distinct: Who', 'target: at least 3'];
  expect(await cellOf({ promise, channel, rows })).toMatchObject({ value: 2, cases: 3 });
  const kept = ['kept_when: { Who: present }', 'target: 90%'];
  expect((await cellOf({ promise: kept, channel, rows }))?.customers?.affected).toBe(3);
});

test('every on a ratio asks each segment of both its channels', async () => {
  const promise = [
    'ratio: { of: { where: { Kind: complaint } }, to: { channel: orders }, per: 100 }',
    'target: at most 60',
    'every: [Shop, weekday]',
  ];
  const rows = ['Opened,Kind,Shop', '2026-03-02,complaint,a', '2026-03-03,complaint,b', '2026-03-03,praise,b'];
  const orders = ['Ordered,Shop', ...['2,a', '2,a', '2,a', '3,b', '4,a', '4,a'].map((row) => `2026-03-0${row}`)];
  const other = { name: 'orders', rows: orders };
  const cell = await cellOf({ promise, channel: ['at: Opened'], rows, other });
  expect(cell?.verdict).toBe('missed');
  const shops = cell?.segments.filter(({ by }) => by === 'Shop');
  expect(shops?.map(({ is, value, cases, verdict }) => [is, value, cases, verdict])).toEqual([
    ['b', 100, 1, 'missed'],
    ['a', 20, 5, 'close'],
  ]);
  const lacking = { name: 'orders', rows: ['Ordered', '2026-03-02'] };
  await expect(cellOf({ promise, channel: ['at: Opened'], rows, other: lacking })).rejects.toThrow(/Shop/);
});

test('no order leaves a ratio unmeasured; no complaint is 0', async () => {
  const promise = [
    'ratio: { of: { where: { Kind: complaint } }, to: { channel: orders }, per: 100 }',
    'target: at most 5',
  ];
  const channel = ['at: Opened'];
  const orders = (...rows: readonly string[]) => ({ name: 'orders', rows: ['Ordered', ...rows] });
  const none = await cellOf({ promise, channel, rows: ['Opened,Kind', '2026-03-02,complaint'], other: orders() });
  expect(none).toMatchObject({ value: null, verdict: 'unmeasured' });
  const rows = ['Opened,Kind', '2026-03-02,praise'];
  const quiet = await cellOf({ promise, channel, rows, other: orders('2026-03-02', '2026-03-03') });
  expect(quiet).toMatchObject({ value: 0, events: 0, cases: 2 });
});
