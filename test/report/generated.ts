import fc from 'fast-check';
import type { CellReport, GapReport, Verdict } from '../../src/model/report.ts';
import { cell, promise, report } from './samples.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'email',
    '電子メール',
    '👩‍👩‍👧‍👦',
    'e\u0301',
    '\u001b[2J',
    '\u202Ereversed',
    'a b c d e f g h i j',
    '=1+1',
  ),
);
const verdict: fc.Arbitrary<Verdict> = fc.constantFrom('kept', 'close', 'waived', 'missed', 'unproven', 'unmeasured');
const count = fc.nat({ max: 2_000_000_000 });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const cellReport: fc.Arbitrary<CellReport> = fc
  .record({
    unit: fc.constantFrom('share' as const, 'seconds' as const, 'number' as const),
    measure: fc.constantFrom('kept_when', 'tally', 'p90', 'nps', 'count', 'rate', 'ratio', 'mean'),
    sides: fc.constantFrom('both' as const, 'low' as const, 'high' as const),
    events: maybe(count),
    alone: maybe(fc.double({ min: 0, max: 1e7, noNaN: true })),
    slope: maybe(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
    raw: maybe(fc.double({ min: -1e7, max: 1e7, noNaN: true })),
    target: fc.double({ min: 0, max: 1, noNaN: true }),
    op: fc.constantFrom('>=' as const, '<=' as const),
    verdict,
    channel: text,
    reason: text,
    formula: maybe(text),
    clock: maybe(text),
    calendars: fc.array(text, { maxLength: 2 }),
    per: maybe(fc.integer({ min: 1, max: 1e6 })),
    aside: maybe(fc.record({ excluded: count, unreadable: count, filtered: count })),
    left: maybe(fc.record({ cases: count, value: maybe(fc.double({ min: 0, max: 1, noNaN: true })) })),
    cases: count,
    pending: count,
    shortfall: maybe(count),
    waived: maybe(fc.record({ until: fc.constantFrom('2026-06-30', 'soon\u0007'), reason: text })),
    segments: fc.array(fc.record({ by: text, is: text, missed: fc.nat({ max: 100 }) }), { maxLength: 3 }),
    months: fc.nat({ max: 12 }),
  })
  .map(({ unit, raw, target, op, segments, months, cases, pending, sides, alone, slope, aside, left, ...known }) => {
    const value = raw === null ? null : unit === 'share' ? Math.abs(raw) / 1e7 : raw;
    return cell(known.channel, {
      ...known,
      unit,
      value,
      value_if_pending_missed: value === null ? null : value / 2,
      dropped: left,
      tail: value === null ? null : { median: value / 2, p90: value * 2 },
      events_aside: aside,
      value_answered_only: unit === 'share' && alone !== null ? alone / 1e7 : alone,
      interval:
        value === null
          ? null
          : {
              low: sides === 'high' ? null : value * 0.9,
              high: sides === 'low' ? null : value * 1.05,
              method: 'wilson',
            },
      trend: slope === null ? null : { direction: 'rising', p: 0.04, change: slope * 3, interval: null, slope },
      target: { op, value: target },
      gap: value === null ? null : op === '>=' ? value - target : target - value,
      occasions: cases + pending,
      cases,
      pending,
      segments: segments.map(({ by, is, missed }) => ({
        ...{ by, is, missed, value: 1 - missed / 100, cases: 100, kept: 100 - missed, pending: 0 },
        ...{ excess: missed / 2, stands_out: missed % 3 === 0 ? null : missed % 2 === 0 },
        ...{ verdict: missed % 5 === 0 ? null : ('missed' as const) },
      })),
      periods: Array.from({ length: months }, (_, index) => ({
        ...{
          from: `2025-${String(index + 1).padStart(2, '0')}-01`,
          to: `2025-${String(index + 1).padStart(2, '0')}-28`,
        },
        ...{ value, cases: 10, kept: null, missed: null, pending: 0, verdict: index % 3 === 2 ? null : known.verdict },
      })),
    });
  });

/** Reports of any text and figures; not every one of them could come out of an audit. */
export const generated: fc.Arbitrary<GapReport> = fc
  .record({
    brand: text,
    promises: fc.array(
      fc.record({ id: text, says: text, owner: maybe(text), channels: fc.array(cellReport, { maxLength: 4 }) }),
      { maxLength: 4 },
    ),
    findings: fc.array(
      fc.record({
        code: text,
        severity: fc.constantFrom('error' as const, 'warning' as const, 'note' as const),
        message: text,
        file: maybe(text),
        line: maybe(fc.nat()),
      }),
      { maxLength: 3 },
    ),
    act: maybe(text),
    rights: fc.array(
      fc.record({
        number: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        of: fc.constantFrom('kept', 'in-time', 'within', 'reaching', 'fewer', 'more', 'promoters', 'average', 'total'),
        unit: fc.constant(null),
      }),
      { maxLength: 4 },
    ),
    owed: fc.array(
      fc.record({
        ...{ currency: text, amount: fc.double({ min: 0, max: 1e9, noNaN: true }) },
        promises: fc.array(
          fc.record({
            ...{ promise: text, channel: text, amount: fc.double({ min: 0, max: 1e9, noNaN: true }) },
            customers: maybe(fc.nat()),
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ brand, promises, findings, act, rights, owed }) => {
    const made = promises.map(({ id, says, owner, channels }) => promise(id, says, channels, { owner }));
    const actions = made.flatMap(({ id, owner, channels }) =>
      channels.map(({ channel, shortfall }, index) => ({
        ...{ promise: id, channel, shortfall, let_down: shortfall, let_down_again: shortfall, owed: null },
        ...{ weight: index + 0.5, sets_right: rights[index] ?? null },
        ...{ owner, act, by: '2026-05-01', overdue: shortfall === 0 },
      })),
    );
    return report(made, { brand, findings, actions, owed });
  });
