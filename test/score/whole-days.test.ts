import { expect, it } from 'vitest';
import { audited } from '../audited.ts';

const lines = [
  'saydo: 1',
  'brand: Fjellrute Cycles',
  'calendars: { desk: { hours: { mon-fri: 08:00-16:00 } } }',
  'channels: { parcels: { source: parcels.csv, at: sent, columns: { sent: { column: Sent, type: date } } } }',
  'promises:',
  '  days: { says: Two days., median: { to: Arrived }, target: at most 2d, channels: [parcels] }',
  '  working-days:',
  '    says: Two working days.',
  '    median: { to: Arrived, calendar: desk }',
  '    target: at most 2d',
  '    channels: [parcels]',
];

// Sent on Thursday: Friday is a day on, Monday four; of working days Monday is the second.
const rows = 'Sent,Arrived\n2026-03-05,2026-03-06\n2026-03-05,2026-03-09\n2026-03-05,\n';

it.each([
  // On Sunday two of three have not ended, so there is no half yet.
  ['2026-03-08T12:00Z', [null, null]],
  // On Monday the second has; the third may still come that day, which is two working days as well.
  ['2026-03-09T12:00Z', [4, 2]],
  ['2026-03-09', [4, 2]],
  ['2026-03-12', [4, 2]],
])('counts what is open between dates in whole days: as of %s', async (asOf, expected) => {
  const report = await audited(lines, { 'parcels.csv': rows }, { asOf });
  const days = report.promises.map(({ channels: [cell] }) => (cell?.value == null ? null : cell.value / 86_400));
  expect(days).toEqual(expected);
});
