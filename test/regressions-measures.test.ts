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

  it('tells the quantile with blank waits where it falls on the last value (quantile-figure.ts)', async () => {
    const lines = [
      'saydo: 1',
      'brand: B',
      'channels:',
      '  c: { source: rows.csv, segments: [Region], columns: { Wait: { column: Wait, unit: seconds } } }',
      'promises:',
      '  p: { says: Soon., quantile: { of: Wait, q: 0.55 }, target: at most 1m, channels: [c] }',
    ];
    const rows = [...Array.from({ length: 56 }, (_, row) => `North,${row}`), ...Array<string>(45).fill('North,')];
    const report = await audited(lines, { 'rows.csv': `Region,Wait\n${rows.join('\n')}\n` });
    // The 55th step of 100 is the 56th value: none of the blanks is asked.
    expect(report.promises[0]?.channels[0]?.dropped).toEqual({ cases: 45, value: 55 });
  });

  it('takes a blank share of a tally for no nought, and counts the calls that it leaves out', async () => {
    const lines = [
      'saydo: 1',
      'brand: B',
      'channels: { phone: { source: phone.csv } }',
      'promises: { p: { says: We do., tally: { kept: Answered, of: Offered }, target: 80%, channels: [phone] } }',
    ];
    const report = await audited(lines, { 'phone.csv': 'Offered,Answered\n100,90\n500,\n' });
    expect(report.promises[0]?.channels[0]).toMatchObject({
      ...{ value: 0.9, cases: 100, excluded: 500, occasions: 600 },
      dropped: { cases: 500, value: 0.15 },
    });
    expect(report.findings.map(({ code }) => code)).toContain('dropped-cases');
  });

  it('proves nothing by a ratio whose counted channel has no row at all', async () => {
    const audit = (complaints: string, more = '') =>
      audited(
        [
          'saydo: 1',
          'brand: B',
          'channels: { desk: { source: desk.csv, at: Opened }, orders: { source: orders.csv, at: Ordered } }',
          'promises:',
          `  p: { says: Few., ratio: { of: { where: { Topic: complaint } }, to: { channel: orders }, per: 100 }, target: at most 10, channels: [desk]${more} }`,
        ],
        { 'desk.csv': `Opened,Topic\n${complaints}`, 'orders.csv': 'Ordered\n2026-01-02\n2026-01-09\n' },
      );
    const verdicts = await Promise.all(
      [audit(''), audit('2026-01-02,praise\n'), audit('', ', min_cases: 0')].map(async (report) => {
        const cell = (await report).promises[0]?.channels[0];
        return [cell?.value, cell?.verdict];
      }),
    );
    expect(verdicts).toEqual([
      [0, 'unproven'],
      [0, 'close'],
      [0, 'close'],
    ]);
  });

  it('is no less certain of a broken bound once one case has ended (score/judge.ts)', async () => {
    const verdict = async (rows: string) => {
      const lines = [
        'saydo: 1',
        'brand: B',
        'channels: { c: { source: rows.csv, at: At } }',
        'promises: { p: { says: Soon., mean: { to: Done }, target: at most 4h, judge: interval, channels: [c] } }',
      ];
      const report = await audited(lines, { 'rows.csv': `At,Done\n${rows}` });
      return report.promises[0]?.verdict;
    };
    expect(await verdict('2026-03-02 09:00,\n2026-03-06 09:00,\n')).toBe('missed');
    expect(await verdict('2026-03-02 09:00,\n2026-03-06 09:00,2026-03-06 10:00\n')).toBe('missed');
  });
});
