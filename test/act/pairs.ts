import fc from 'fast-check';
import type { CellReport, GapReport } from '../../src/model/report.ts';
import { cell, promise, report } from '../report/samples.ts';

/** Few names and few values, so that two reports drawn alone have much in common. */
const drawn: fc.Arbitrary<CellReport> = fc
  .record({
    channel: fc.constantFrom('email', 'chat', 'phone'),
    measure: fc.constantFrom('kept_when', 'kept_when', 'tally', 'rate', 'p90', 'count', null),
    formula: fc.constantFrom('this', 'this', 'this', 'that'),
    clock: fc.constantFrom(null, null, 'desk'),
    kept: fc.integer({ min: 0, max: 50 }),
    more: fc.integer({ min: 0, max: 50 }),
    verdict: fc.constantFrom('kept', 'close', 'waived', 'missed', 'unproven', 'unmeasured'),
    op: fc.constantFrom('>=' as const, '<=' as const),
    target: fc.constantFrom(0.5, 0.9),
    sides: fc.constantFrom('both', 'low', 'high', 'none'),
    hasValue: fc.constantFrom(true, true, true, false),
  })
  .map(({ channel, measure, formula, clock, kept, more, verdict, op, target, sides, hasValue }) => {
    const cases = kept + more;
    const scale = measure === 'rate' ? 1000 : 1;
    const value = hasValue && measure !== null && cases > 0 ? (scale * kept) / cases : null;
    return cell(channel, {
      ...{ measure, formula: measure === null ? null : formula, clock, verdict, cases, value },
      ...{ kept: measure === 'kept_when' || measure === 'tally' ? kept : null, missed: null },
      ...{ events: measure === 'rate' || measure === 'count' ? kept : null, per: measure === 'rate' ? 1000 : null },
      unit: measure === null ? null : measure === 'kept_when' || measure === 'tally' ? 'share' : 'number',
      target: { op, value: target },
      score: value === null ? null : Math.min(100, value * 100),
      interval:
        value === null || measure === 'count' || sides === 'none'
          ? null
          : {
              low: sides === 'high' ? null : value - 0.05 * scale,
              high: sides === 'low' ? null : value + 0.1 * scale,
              method: 'test',
            },
    });
  });

const windows = [
  { from: '2025-10-01', to: '2025-12-31' },
  { from: '2026-01-01', to: '2026-03-31' },
  { from: '2026-03-31', to: '2026-04-30' },
  { from: '2026-04-01', to: null },
  { from: null, to: '2025-09-30' },
  { from: null, to: null },
] as const;

export const window = fc.constantFrom(...windows);

/** Reports of one brand, in which no promise and channel stands twice. */
export const anyReport: fc.Arbitrary<GapReport> = fc
  .record({
    window,
    confidence: fc.constantFrom(0.95, 0.95, 0.9),
    promises: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('quick', 'solved', 'late'),
        cells: fc.uniqueArray(drawn, { maxLength: 3, selector: ({ channel }) => channel }),
      }),
      { maxLength: 3, selector: ({ id }) => id },
    ),
  })
  .map(({ promises, ...known }) =>
    report(
      promises.map(({ id, cells }) => promise(id, `${id}.`, cells)),
      known,
    ),
  );
