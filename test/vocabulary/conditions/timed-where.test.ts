import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/diagnostics/failure.ts';
import { audited } from '../../audited.ts';

const TICKETS = [
  'Opened,Replied,Customer',
  '2026-01-01T08:00Z,2026-01-01T09:00Z,ann',
  '2026-01-01T08:00Z,2026-01-01T13:00Z,ann',
  '2026-01-02T08:00Z,,ann',
  '2026-01-02T08:00Z,2026-01-02T12:00Z,bob',
  '2026-01-03T08:00Z,2026-01-04T08:00Z,cleo',
  '2026-01-05T08:00Z,,dan',
].join('\n');

function file(channel: string, ...promise: readonly string[]): readonly string[] {
  return [
    'saydo: 1',
    'brand: B',
    'channels:',
    `  email: { source: tickets.csv, at: Opened, ${channel} }`,
    'promises:',
    '  p: { says: We do., channels: [email],',
    `    ${promise.join(', ')} }`,
  ];
}

const LATE = 'where: { not: { Replied: { within: 4h, blank: missed } } }';
const LET_DOWN = ['distinct: Customer', 'target: at most 1', LATE];

describe('within in where, a blank being missed', () => {
  it('counts the customers who had no reply in time, however young their case is', async () => {
    const report = await audited(file('segments: [Customer]', ...LET_DOWN), { 'tickets.csv': TICKETS });
    const cell = report.promises[0]?.channels[0];
    expect(cell).toMatchObject({ value: 3, cases: 4, pending: 0, unreadable: 0, verdict: 'missed' });
    expect(cell?.segments.map(({ by, is, value, cases }) => [by, is, value, cases])).toEqual([
      ['Customer', 'ann', 1, 2],
      ['Customer', 'cleo', 1, 1],
      ['Customer', 'dan', 1, 1],
    ]);
  });

  it('takes what lies after an explicit as_of for not come yet, and none of the occasions after it', async () => {
    // Of the third of January noon: cleo waits, dan has not written.
    const asked = { asOf: '2026-01-03T12:00Z' };
    const report = await audited(file('', ...LET_DOWN), { 'tickets.csv': TICKETS }, asked);
    expect(report.promises[0]?.channels[0]).toMatchObject({ value: 2, cases: 3 });
  });

  it('is an event, which as_of goes by', async () => {
    const report = await audited(file('', ...LET_DOWN), {
      'tickets.csv': `${TICKETS}\n2026-01-05T08:00Z,2026-01-09T08:00Z,eve`,
    });
    expect(report.as_of).toBe('2026-01-09T08:00:00Z');
  });

  it.each([
    ['channel', file(LATE, 'count: { Customer: present }', 'target: at most 9')],
    ['promise', file('', ...LET_DOWN)],
  ])('names an event before its start, in the where of a %s', async (_, lines) => {
    const files = { 'tickets.csv': `${TICKETS}\n2026-01-05T08:00Z,2026-01-05T07:00Z,eve` };
    const failure = await audited(lines, files).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(failure).toBeInstanceOf(Failure);
    if (!(failure instanceof Failure)) return;
    expect(failure.diagnostics.map(({ code, at }) => `${at?.line} ${code}`)).toEqual(['8 event-before-start']);
    expect(failure.diagnostics[0]?.message).toContain('2026-01-05 07:00:00');
  });

  it('warns where the where of a quantile takes the answered alone', async () => {
    const lines = file(
      '',
      'median: { to: Replied }',
      'target: at most 4h',
      'where: { Replied: { within: 3d, blank: missed } }',
    );
    const report = await audited(lines, { 'tickets.csv': TICKETS });
    expect(report.findings.map(({ code }) => code)).toContain('answered-only');
  });
});
