import { describe, expect, it } from 'vitest';
import { audited } from './audited.ts';

// Defects of measures that were found once: each test says what the language asks for, in the smallest case.
describe('defects of measures that do not come back', () => {
  it('names segments that are equally bad in one order, whatever the order of the rows (score/every.ts)', async () => {
    const lines = [
      'saydo: 1',
      'brand: B',
      'channels:',
      '  c: { source: rows.csv, segments: [Region], columns: { Wait: { column: Wait, unit: seconds } } }',
      'promises:',
      '  p:',
      '    says: We do.',
      '    median: Wait',
      '    target: at most 1m',
      '    every: [Region]',
      '    channels: [c]',
    ];
    const reasons = await Promise.all(
      [
        ['North,90', 'South,90', 'East,90', 'West,90'],
        ['West,90', 'South,90', 'North,90', 'East,90'],
      ].map(async (rows) => {
        const report = await audited(lines, {
          'rows.csv': `Region,Wait\n${[...rows, ...Array<string>(9).fill('Online,5')].join('\n')}\n`,
        });
        return report.promises[0]?.channels[0]?.reason;
      }),
    );
    const reason = 'not every segment meets the target: Region East, Region North, Region South and 1 more';
    expect(reasons).toEqual([reason, reason]);
  });

  it('goes on with the periods of a ratio while either channel has something to tell (report-of.ts)', async () => {
    const lines = [
      'saydo: 1',
      'brand: B',
      'window: { from: 2026-01-01, to: 2026-03-31 }',
      'channels: { desk: { source: desk.csv, at: Opened }, orders: { source: orders.csv, at: Ordered } }',
      'promises:',
      '  p: { says: Few., ratio: { of: {}, to: { channel: orders }, per: 100 }, target: at most 10, channels: [desk] }',
    ];
    const report = await audited(lines, {
      'desk.csv': 'Opened\n2026-01-02\n2026-01-05\n',
      'orders.csv': 'Ordered\n2026-01-02\n2026-01-09\n2026-02-01\n2026-02-05\n2026-03-02\n2026-03-30\n',
    });
    const cell = report.promises[0]?.channels[0];
    expect(cell?.periods.map(({ from, value, cases }) => [from, value, cases])).toEqual([
      ['2026-01-01', 100, 2],
      ['2026-02-01', 0, 2],
      ['2026-03-01', 0, 2],
    ]);
  });
});
