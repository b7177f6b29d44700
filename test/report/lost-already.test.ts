import { expect, it } from 'vitest';
import { table } from '../../src/report/formats/table.ts';
import { audited } from '../audited.ts';
import { plainOptions } from './options.ts';

it('asks for action by what is still open, where what has ended would meet the target', async () => {
  const lines = [
    'saydo: 1',
    'brand: Fjellrute Cycles',
    'channels: { desk: { source: desk.csv, at: opened } }',
    'promises: { longest: { says: Nobody waits., max: { to: done }, target: at most 2h, channels: [desk] } }',
  ];
  const rows = 'opened,done\n2026-01-01 08:00,2026-01-01 09:00\n2026-01-01 08:00,\n2026-01-01 20:00,2026-01-01 20:10\n';
  const report = await audited(lines, { 'desk.csv': rows });
  const page = table.render(report, { ...plainOptions, width: 120 });
  expect(page).toContain(
    'longest, desk: above the target: with the one still open at what it lasts so far it is 12 h 10',
  );
});
