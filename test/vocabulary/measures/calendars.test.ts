import { expect, it } from 'vitest';
import { audited } from '../../audited.ts';

const hoursOf = async (calendar: string, measure: string): Promise<readonly string[] | undefined> => {
  const report = await audited(
    [
      'saydo: 1',
      'brand: Fjellrute Cycles',
      'timezone: Europe/Oslo',
      `calendars: { desk: ${calendar} }`,
      'channels: { email: { source: email.csv, at: opened } }',
      `promises: { quick: { says: Soon., ${measure}, channels: [email] } }`,
    ],
    { 'email.csv': 'opened,replied\n2026-03-02 08:00,2026-03-02 09:00\n' },
  );
  return report.promises[0]?.channels[0]?.calendars;
};

const WITHIN = 'kept_when: { replied: { within: 4h, calendar: desk } }, target: 90%';
const TO = 'median: { to: replied, calendar: desk }, target: at most 4h';

// Hours that read the same are taken for the same: all that decides which time counts stands in them.
it.each([
  [
    '{ hours: { mon-fri: [08:00-12:00, 12:30-17:00], sat: 22:00-06:00 } }',
    WITHIN,
    'desk is open Mon-Fri 08:00-12:00 and 12:30-17:00, Sat 22:00-06:00 (Europe/Oslo)',
  ],
  ['{ hours: 24/7, timezone: UTC }', TO, 'desk is open Mon-Sun 00:00-24:00 (UTC)'],
  [
    '{ hours: { mon: 08:00-16:00 }, holidays: [2026-01-01], overrides: { 2026-12-24: 08:00-12:00, 2026-12-31: closed } }',
    TO,
    'desk is open Mon 08:00-16:00 (Europe/Oslo), but for 2026-01-01; on 2026-12-24 08:00-12:00, 2026-12-31 closed',
  ],
])('names the hours that count: %s', async (calendar, measure, words) => {
  expect(await hoursOf(calendar, measure)).toEqual([words]);
});
