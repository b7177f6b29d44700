import { describe, expect, it } from 'vitest';
import type { CellReport } from '../../src/model/report.ts';
import { audited } from '../audited.ts';

/** Cells of promise `p`, measured on `c` (rows of c.csv), beside a channel `o` (o.csv). */
async function cellOf(
  terms: string,
  rows: readonly string[],
  others: readonly string[] = ['At', '2026-01-05'],
): Promise<CellReport> {
  const report = await audited(
    [
      'saydo: 1',
      'brand: B',
      'calendars: { desk: { hours: { mon-fri: 09:00-17:00 } }, night: { hours: { mon-sun: 22:00-06:00 } } }',
      'channels:',
      '  c: { source: c.csv, at: At, columns: { wait: { column: Wait, unit: minutes } } }',
      '  o: { source: o.csv, at: At }',
      `promises: { p: { says: We promise., channels: [c], ${terms} } }`,
    ],
    { 'c.csv': `${rows.join('\n')}\n`, 'o.csv': `${others.join('\n')}\n` },
  );
  const cell = report.promises[0]?.channels[0];
  if (cell === undefined) throw new Error('no cell');
  return cell;
}

const HEAD = 'At,Done,Wait,Kept,All';
const MONDAY = '2026-01-05T10:00Z';
const DESK = 'desk is open Mon-Fri 09:00-17:00 (UTC)';
const NIGHT = 'night is open Mon-Sun 22:00-06:00 (UTC)';

describe('what a cell is told in', () => {
  const rows = [HEAD, `${MONDAY},2026-01-05T11:00Z,3,8,10`];
  it.each<[string, Partial<CellReport>]>([
    ['median: { to: Done, calendar: desk }, target: at most 4h', { clock: 'desk', calendars: [DESK], per: null }],
    ['median: { to: Done }, target: at most 4h', { clock: null, calendars: [], per: null }],
    ['median: wait, target: at most 4m', { clock: null, calendars: [], per: null }],
    // A deadline counts no time into the value.
    ['kept_when: { Done: { within: 4h, calendar: desk } }, target: 90%', { clock: null, calendars: [DESK] }],
    [
      'median: { to: Done, calendar: desk }, where: { not: { At: { during: night } } }, target: at most 4h',
      { clock: 'desk', calendars: [DESK, NIGHT] },
    ],
    [
      'kept_when: { Done: { within: 4h, calendar: desk } }, where: { At: { during: desk } }, target: 90%',
      { calendars: [DESK] },
    ],
    ['rate: { of: { Done: present }, per: 1000 }, target: at most 5', { per: 1000, against: null, value: 1000 }],
    ['ratio: { to: { channel: o }, per: 100 }, target: at most 5', { per: 100, against: 'o', value: 100 }],
    ['count: { Done: present }, target: at most 5', { per: null, events: 1 }],
  ])('%s', async (terms, expected) => {
    const cell = await cellOf(terms, rows);
    expect(cell).toMatchObject(expected);
    expect(cell.formula).not.toContain('is open');
  });
});

describe('what a cell leaves out', () => {
  const open = [HEAD, `${MONDAY},2026-01-05T11:00Z,1,,`, `${MONDAY},2026-01-05T13:00Z,,,`, '2026-01-05T08:00Z,,2,,'];
  it('beside a mean its tail, and what has not ended', async () => {
    // Ended after 1 and 3 hours; at as_of, 13:00, the third has lasted 5.
    expect(await cellOf('mean: { to: Done }, target: at most 4h', open)).toMatchObject({
      value: 7200,
      tail: { median: 7200, p90: 10_080 },
      dropped: { cases: 1, value: 10_800 },
      verdict: 'close',
    });
    expect(await cellOf('mean: wait, target: at most 4h', open)).toMatchObject({
      value: 90,
      dropped: { cases: 1, value: null },
    });
    expect(await cellOf('median: { to: Done }, target: at most 4h', open)).toMatchObject({ tail: null, dropped: null });
  });

  it('an at-most target that what is open has broken already is missed, and scores by that', async () => {
    const max = await cellOf('max: { to: Done }, target: at most 4h', open);
    expect(max).toMatchObject({ value: 10_800, gap: 3600, score: 80, verdict: 'missed', dropped: { value: 18_000 } });
    expect(max.reason).toBe('above the target: with the one still open at what it lasts so far it is 5 h already');
    expect(await cellOf('max: { to: Done }, target: at most 5h', open)).toMatchObject({ verdict: 'kept', score: 100 });
    const none = await cellOf('max: { to: Done }, target: at most 4h', [
      HEAD,
      '2026-01-05T08:00Z,,,,',
      '2026-01-05T13:00Z,,,,',
    ]);
    expect(none).toMatchObject({ value: null, cases: 0, verdict: 'missed', score: 80 });
  });
});

it('an interval without either bound is none', async () => {
  const cell = await cellOf('median: wait, target: at most 4m', [HEAD, `${MONDAY},,3,,`]);
  expect(cell).toMatchObject({ interval: null, verdict: 'close' });
  expect(cell.reason).toBe('meets the target, but with so few cases there is no confidence interval');
});

it('what is set aside of either side of a ratio', async () => {
  const cell = await cellOf(
    'ratio: { of: { where: { wait: at least 2m } }, to: { channel: o, where: { Size: at least 2 } }, per: 10 }, target: at most 5',
    [HEAD, `${MONDAY},,1,,`, `${MONDAY},,3,,`, `${MONDAY},,,,`],
    ['At,Size', '2026-01-05,1', '2026-01-05,2', '2026-01-05,3', '2026-01-05,', '2026-01-05,1'],
  );
  const { events, events_aside: aside, occasions, cases, pending, excluded, unreadable, filtered } = cell;
  expect(events).toBe(1);
  expect((aside?.excluded ?? 0) + (aside?.unreadable ?? 0) + (aside?.filtered ?? 0) + 1).toBe(3);
  expect(occasions).toBe(5);
  expect(cases).toBe(2);
  expect(cases + pending + excluded + unreadable + filtered).toBe(occasions);
});

it.each([
  ['remedy: { text: A voucher, cost: 2.5 EUR }', { amount: 7.5, currency: 'EUR' }],
  // An export of counts names no customers.
  ['remedy: { text: A voucher, cost: 2.5 EUR, per: customer }', null],
])('of a tally, %s owes %o', async (remedy, owed) => {
  const rows = [HEAD, `${MONDAY},,,8,10`, `${MONDAY},,,4,5`];
  const cell = await cellOf(`tally: { kept: Kept, of: All }, target: 90%, ${remedy}`, rows);
  expect(cell).toMatchObject({ missed: 3, owed });
});
