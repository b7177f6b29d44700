import { expect, it } from 'vitest';
import { openmetrics } from '../../src/report/formats/openmetrics.ts';
import { audited } from '../audited.ts';
import { plainOptions } from './options.ts';

const lines = [
  'saydo: 1',
  'brand: Nordlys',
  'channels:',
  '  email: { source: email.csv, at: opened }',
  '  chat: { source: chat.csv, at: opened }',
  'promises:',
  '  quick:',
  '    says: We answer within an hour.',
  '    kept_when: { done: { within: 1h } }',
  '    target: 50%',
  '    channels: [email, chat]',
];
const day = (date: string): string => `${date} 08:00,${date} 08:30\n`.repeat(3);
/** Chat stopped on the 9th; email goes on. */
const files = {
  'email.csv': `opened,done\n${['08', '09', '10', '11', '12', '13', '14'].map((date) => day(`2026-03-${date}`)).join('')}`,
  'chat.csv': `opened,done\n${['08', '09'].map((date) => day(`2026-03-${date}`)).join('')}`,
};

it('an export that stopped within the window is told of, also where as_of is given', async () => {
  const report = await audited(lines, files, { asOf: '2026-03-14T12:00Z', last: '7d' });
  expect(report.findings.filter(({ severity }) => severity === 'warning').map(({ message }) => message)).toEqual([
    'chat.csv (chat) covers 8 to 9 Mar 2026; the window ends on 14 Mar 2026',
  ]);
});

it('the newest event of each source is in the report and its metrics, whatever as_of says', async () => {
  for (const asOf of [null, '2026-03-14T12:00Z']) {
    const report = await audited(lines, files, { asOf });
    expect(report.sources.map(({ channel, newest_event }) => [channel, newest_event])).toEqual([
      ['email', '2026-03-14T08:30:00Z'],
      ['chat', '2026-03-09T08:30:00Z'],
    ]);
    expect(openmetrics.render(report, plainOptions)).toContain(
      `saydo_newest_event_timestamp_seconds{brand="Nordlys",channel="chat"} ${Date.UTC(2026, 2, 9, 8, 30) / 1000}\n`,
    );
  }
});
