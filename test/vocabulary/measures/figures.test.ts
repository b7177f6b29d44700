import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure } from '../../../src/model/measure.ts';
import type { Target } from '../../../src/model/target.ts';
import { momentsOf } from '../../../src/statistics/moments.ts';
import { type Figure, figureOf, measures, type Sample } from '../../../src/vocabulary/measures/index.ts';

const column = { kind: 'column', column: 'wait', at: null } as const;
const elapsed = { kind: 'elapsed', from: 'opened', to: 'replied', calendar: null, minus: null } as const;
const position = { file: 'promises.yaml', line: 1, column: 1, length: 1 };
const isSolved = {
  kind: 'equals',
  columns: { subject: 'status' },
  negate: false,
  values: [{ type: 'text', text: 'solved' }],
  blank: null,
  position,
} as const;
const isQuick = {
  kind: 'compare',
  columns: { subject: 'wait' },
  comparison: 'at most',
  value: { type: 'duration', value: 20, days: null, text: '20s' },
  blank: null,
  position,
} as const;

function target(op: Target['op'], value: number, unit: Target['unit']): Target {
  return { op, value, unit, text: `${value}` };
}
const SECONDS = target('<=', 5, 'seconds');

function told(measure: Measure<string>, sample: Sample, of: Target = SECONDS): Figure {
  return figureOf(sample, measure, { confidence: 0.95, target: of });
}

function values(ended: readonly number[], open: readonly number[] = [], excluded = 0): Sample {
  return {
    kind: 'values',
    values: Float64Array.from(ended).sort(),
    open: Float64Array.from(open),
    excluded,
  };
}
function moments(ended: readonly number[], open: readonly number[] = [], excluded = 0): Sample {
  return { kind: 'moments', moments: momentsOf(ended), open: Float64Array.from(open), excluded };
}
function outcomes(kept: number, missed: number, pending = 0, excluded = 0): Sample {
  return { kind: 'outcomes', kept, missed, pending, excluded };
}

describe('shares and counts', () => {
  const kept: Measure<string> = { kind: 'kept_when', condition: isSolved };
  const rate: Measure<string> = { kind: 'rate', condition: isSolved, per: 1000 };
  const count: Measure<string> = { kind: 'count', condition: isSolved };
  const most = target('<=', 5, 'number');
  const least = target('>=', 5, 'number');

  test('9 of 10 is 90%, with Wilson’s 60% to 98%', () => {
    const figure = told(kept, outcomes(9, 1, 2));
    expect(figure).toMatchObject({ value: 0.9, cases: 10, kept: 9, missed: 1, events: null, pending: 2, unsettled: 2 });
    expect(figure.interval).toMatchObject({ method: 'wilson' });
    expect(figure.interval?.low).toBeCloseTo(0.596, 3);
    expect(figure.interval?.high).toBeCloseTo(0.982, 3);
    expect(figure.ifPendingMissed).toBe(0.75);
    expect(figure.dropped).toBeNull();
  });

  test('a blank wait is told as a miss, where the condition compares waits', () => {
    const quick: Measure<string> = { kind: 'kept_when', condition: { kind: 'all', of: [isSolved, isQuick] } };
    expect(told(quick, outcomes(8, 2, 0, 6)).dropped).toEqual({ cases: 6, value: 0.5 });
    expect(told(quick, outcomes(8, 2)).dropped).toBeNull();
    const said: Measure<string> = { kind: 'kept_when', condition: { ...isQuick, blank: 'excluded' } };
    expect(told(said, outcomes(8, 2, 0, 6)).dropped).toBeNull();
    expect(told(kept, outcomes(8, 2, 0, 6)).dropped).toBeNull();
  });

  test('pending occasions are taken at their worst for the target', () => {
    expect(told(count, outcomes(3, 7, 2), most)).toMatchObject({ value: 3, events: 3, cases: 10, ifPendingMissed: 5 });
    expect(told(count, outcomes(3, 7, 2), least)).toMatchObject({ value: 3, ifPendingMissed: 3 });
    expect(told(rate, outcomes(3, 7, 2), most).ifPendingMissed).toBeCloseTo(5000 / 12, 10);
    expect(told(rate, outcomes(3, 7, 2), least).ifPendingMissed).toBe(250);
  });

  test('a rate is the share, scaled', () => {
    const share = told(kept, outcomes(3, 37));
    const figure = told(rate, outcomes(3, 37), most);
    expect(figure).toMatchObject({ value: 75, events: 3, kept: null, missed: null, cases: 40 });
    expect(figure.interval?.high).toBeCloseTo(1000 * (share.interval?.high ?? Number.NaN), 9);
  });

  test('nothing at all is no count of nothing', () => {
    expect(told(count, outcomes(0, 0, 0, 4), most).value).toBeNull();
    expect(told(count, outcomes(0, 3), most)).toMatchObject({ value: 0, interval: null });
    const distinct: Measure<string> = { kind: 'distinct', column: 'agent' };
    expect(told(distinct, { kind: 'ids', distinct: 0, rows: 0 }, most).value).toBeNull();
    expect(told(distinct, { kind: 'ids', distinct: 3, rows: 9 }, most)).toMatchObject({ value: 3, cases: 9 });
  });

  test('a tally pools its counts', () => {
    const tally: Measure<string> = { kind: 'tally', kept: 'in_20s', of: 'offered' };
    const figure = told(tally, { kind: 'counts', kept: 164, of: 200, rows: 3, left: 0 });
    expect(figure).toMatchObject({ value: 0.82, cases: 200, kept: 164, missed: 36 });
    // 164 of 200: 76% to 87%.
    expect(figure.interval?.low).toBeCloseTo(0.761, 3);
    expect(told(tally, { kind: 'counts', kept: 0, of: 0, rows: 3, left: 0 })).toMatchObject({
      value: null,
      interval: null,
    });
  });

  test('a ratio needs an exposure; no event is 0, with an upper bound', () => {
    const part = { channel: 'orders', where: null };
    const ratio: Measure<string> = { kind: 'ratio', of: part, to: part, per: 1000 };
    // R's poisson.test of 2 in 340.
    const figure = told(ratio, { kind: 'ratio', events: 2, exposure: 340 }, most);
    expect(figure).toMatchObject({ events: 2, cases: 340, kept: null, interval: { method: 'garwood' } });
    expect(figure.value).toBeCloseTo(5.882352941, 8);
    expect(figure.interval?.low).toBeCloseTo(0.7123802310116618, 8);
    expect(figure.interval?.high).toBeCloseTo(21.2490813756587, 8);
    expect(told(ratio, { kind: 'ratio', events: 0, exposure: 58 }, most)).toMatchObject({ value: 0 });
    expect(told(ratio, { kind: 'ratio', events: 3, exposure: 0 }, most)).toMatchObject({ value: null, interval: null });
  });
});

describe('quantiles', () => {
  const q = (share: number, operand: typeof column | typeof elapsed = elapsed): Measure<string> => ({
    kind: 'quantile',
    operand,
    q: share,
  });
  // The set `survival/open-tickets` of the reference: R's survfit.
  const ended = [1, 1, 2, 4, 5, 8];
  const open = [3, 6, 9, 12];

  test('ten tickets, four still open: first times of R’s survfit', () => {
    expect(told(q(0.25), values(ended, open))).toMatchObject({
      value: 2,
      interval: { low: 1, high: 5, method: 'log-log' },
    });
    expect(told(q(0.45), values(ended, open))).toMatchObject({ value: 5, interval: { low: 1, high: null } });
    const p90 = told(q(0.9), values(ended, open));
    expect(p90).toMatchObject({ value: null, above: 12, cases: 6, pending: 4, interval: { low: 8, high: null } });
    expect(p90.answeredOnly).toBe(6.5);
  });

  test('an open case that is older than the target changes nothing more', () => {
    expect(told(q(0.5), values(ended, open)).unsettled).toBe(1);
    expect(told(q(0.5), values(ended, open), target('>=', 5, 'seconds')).unsettled).toBe(4);
  });

  test('nothing has ended yet: above the longest so far', () => {
    const nothing = { value: null, cases: 0, pending: 2, above: 7, answeredOnly: null, interval: null };
    expect(told(q(0.5), values([], [3, 7]))).toMatchObject(nothing);
  });

  test('without open cases type 7, with order statistics: the reference’s median of nine', () => {
    const nine = told(q(0.5), values([7, 3, 9, 1, 12, 5, 8, 20, 2]));
    expect(nine).toMatchObject({ value: 7, interval: { low: 2, high: 12, method: 'order-statistic' }, above: null });
    expect(nine.answeredOnly).toBeNull();
    const neither = { low: null, high: null, method: 'order-statistic' };
    expect(told(q(0.5), values([1, 2])).interval).toEqual(neither);
    expect(told(q(0.5), values([])).interval).toBeNull();
  });

  test('blank cells of a duration column, counted as without end: a brute-force twin', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });
    const share = fc.constantFrom(0.25, 0.5, 0.75, 0.8, 0.9);
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 6 }), share, (list, blank, at) => {
        const { dropped } = told(q(at, column), values(list, [], blank));
        const all = [...list.toSorted((a, b) => a - b), ...Array(blank).fill(Number.POSITIVE_INFINITY)];
        const place = (all.length - 1) * at;
        const [low, high] = [all[Math.floor(place)], all[Math.ceil(place)]];
        const twin = low + (place === Math.floor(place) ? 0 : (high - low) * (place - Math.floor(place)));
        expect(dropped?.cases).toBe(blank);
        if (Number.isFinite(twin)) expect(dropped?.value).toBeCloseTo(twin, 9);
        else expect(dropped?.value).toBeNull();
      }),
      { numRuns: 200 },
    );
    expect(told(q(0.5, elapsed), values([1, 2], [], 3)).dropped).toBeNull();
    expect(told(q(0.5, column), values([1, 2], [], 3), target('<=', 5, 'number')).dropped).toBeNull();
  });

  test('blank cells beside open ones are never fewer than without them', () => {
    const figure = told(q(0.25, column), values(ended, open, 4));
    expect(figure.dropped).toEqual({ cases: 4, value: 4 });
  });
});

describe('means, sums and extremes', () => {
  const hours = [1.5, 2.5, 0.5, 12, 4, 3, 6.5, 2];

  test('the reference’s mean of eight, by R’s t.test', () => {
    const figure = told({ kind: 'mean', operand: elapsed }, values(hours));
    expect(figure).toMatchObject({ value: 4, cases: 8, dropped: null, interval: { method: 'student-t' } });
    expect(figure.interval?.low).toBeCloseTo(0.9039801076993612, 10);
    expect(figure.interval?.high).toBeCloseTo(7.096019892300639, 10);
    expect(figure.tail?.median).toBe(2.75);
    expect(figure.tail?.p90).toBeCloseTo(8.15, 12);
  });

  test('what has not ended is left out, and told at what it lasts so far', () => {
    const tail = { open: [5, 20], ended: [1, 2, 3] };
    const mean = told({ kind: 'mean', operand: elapsed }, values(tail.ended, tail.open));
    expect(mean).toMatchObject({ value: 2, cases: 3, pending: 2, unsettled: 0, dropped: { cases: 2, value: 6.2 } });
    const sum = told({ kind: 'sum', operand: elapsed }, moments(tail.ended, tail.open));
    expect(sum).toMatchObject({ value: 6, dropped: { cases: 2, value: 31 }, interval: null, tail: null });
    const max = told({ kind: 'max', operand: elapsed }, moments(tail.ended, tail.open));
    expect(max).toMatchObject({ value: 3, dropped: { cases: 2, value: 20 } });
    const min = told({ kind: 'min', operand: elapsed }, moments(tail.ended, tail.open));
    expect(min).toMatchObject({ value: 1, dropped: null, pending: 2 });
  });

  test('a blank duration has no end; a blank number says nothing', () => {
    const three = { cases: 3, value: null };
    expect(told({ kind: 'mean', operand: column }, values([1], [], 3)).dropped).toEqual(three);
    expect(told({ kind: 'sum', operand: column }, moments([1], [], 3)).dropped).toEqual(three);
    expect(told({ kind: 'max', operand: column }, moments([1], [], 3)).dropped).toEqual(three);
    expect(told({ kind: 'min', operand: column }, moments([1], [], 3)).dropped).toBeNull();
    expect(told({ kind: 'sum', operand: column }, moments([1], [], 3), target('<=', 5, 'number')).dropped).toBeNull();
  });

  test('what is still open can only raise them; where nothing has ended it says at least how far', () => {
    const list = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 });
    const kinds = fc.constantFrom('mean' as const, 'sum' as const, 'max' as const);
    const figureAt = (kind: 'mean' | 'sum' | 'max', ended: readonly number[], open: readonly number[]): Figure =>
      told({ kind, operand: elapsed }, kind === 'mean' ? values(ended, open) : moments(ended, open));
    fc.assert(
      fc.property(kinds, list, list, list, (kind, ended, open, more) => {
        const figure = figureAt(kind, ended, open);
        expect(figure.atLeast === null).toBe(open.length === 0);
        expect(figure.above).toBe(ended.length === 0 ? figure.atLeast : null);
        // All of them end, each as late as it may.
        const ends = open.map((age, index) => age + (more[index] ?? 0));
        const final = figureAt(kind, [...ended, ...ends], []).value;
        if (figure.atLeast !== null) expect(final).toBeGreaterThanOrEqual(figure.atLeast - 1e-12);
        const now = figureAt(kind, [...ended, ...open], []).value;
        if (figure.atLeast !== null && now !== null) expect(figure.atLeast).toBeCloseTo(now, 12);
      }),
      { numRuns: 200 },
    );
    const max = told({ kind: 'max', operand: elapsed }, moments([], [5, 20]));
    expect(max).toMatchObject({ value: null, cases: 0, above: 20, atLeast: 20, dropped: { cases: 2, value: 20 } });
    expect(told({ kind: 'min', operand: elapsed }, moments([], [5, 20]))).toMatchObject({ above: null, atLeast: null });
    expect(told({ kind: 'sum', operand: column }, moments([3], [2], 4))).toMatchObject({
      atLeast: 5,
      dropped: { cases: 5, value: null },
    });
  });

  test('a sum is rounded once', () => {
    const tenths = Array<number>(10).fill(0.1);
    expect(told({ kind: 'sum', operand: column }, moments([...tenths, 1e16, -1e16])).value).toBe(1);
  });

  test('ten promoters of ten: 77 ± 29 for the interval, not ± 0', () => {
    const figure = told(
      { kind: 'nps', column: 'likely' },
      moments(Array<number>(10).fill(1)),
      target('>=', 45, 'number'),
    );
    expect(figure).toMatchObject({ value: 100, cases: 10, interval: { high: 100, method: 'adjusted-wald' } });
    expect(figure.interval?.low).toBeCloseTo(76.92 - 29.3, 0);
  });

  test('one answer has a difference, and an interval without bounds', () => {
    const pairs = [{ of: 'perceived', from: 'expected' }];
    const figure = told({ kind: 'difference', pairs }, moments([-1]), target('>=', 0, 'number'));
    const neither = { low: null, high: null, method: 'student-t' };
    expect(figure).toMatchObject({ value: -1, cases: 1, interval: neither });
    expect(told({ kind: 'mean', operand: column }, values([3])).interval).toEqual(neither);
    expect(told({ kind: 'mean', operand: column }, values([])).interval).toBeNull();
  });
});

/** Of the figures below, in their order. */
const KINDS = [
  ...(['kept_when', 'count', 'rate', 'tally', 'p90', 'mean', 'sum', 'min', 'max', 'nps', 'difference'] as const),
  ...(['distinct', 'ratio'] as const),
];

test('no figure is ever NaN or infinite, whatever the sample', () => {
  const list = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 });
  const count = fc.integer({ min: 0, max: 3 });
  const any = fc.record({ ended: list, open: list, kept: count, missed: count, pending: count, excluded: count });
  const part = { channel: 'orders', where: null };
  fc.assert(
    fc.property(any, ({ ended, open, kept, missed, pending, excluded }) => {
      const figures = [
        told({ kind: 'kept_when', condition: isQuick }, outcomes(kept, missed, pending, excluded)),
        told({ kind: 'count', condition: isQuick }, outcomes(kept, missed, pending, excluded)),
        told({ kind: 'rate', condition: isQuick, per: 7 }, outcomes(kept, missed, pending, excluded)),
        told({ kind: 'tally', kept: 'k', of: 'o' }, { kind: 'counts', kept, of: kept + missed, rows: 1, left: 0 }),
        told({ kind: 'p90', operand: column, q: 0.9 }, values(ended, open, excluded)),
        told({ kind: 'mean', operand: column }, values(ended, open, excluded)),
        told({ kind: 'sum', operand: column }, moments(ended, open, excluded)),
        told({ kind: 'min', operand: column }, moments(ended, open, excluded)),
        told({ kind: 'max', operand: column }, moments(ended, open, excluded)),
        told({ kind: 'nps', column: 'n' }, moments(ended.map((value) => Math.sign(value - 2)))),
        told({ kind: 'difference', pairs: [] }, moments(ended)),
        told({ kind: 'distinct', column: 'c' }, { kind: 'ids', distinct: kept, rows: kept + missed }),
        told({ kind: 'ratio', of: part, to: part, per: 1000 }, { kind: 'ratio', events: kept, exposure: missed }),
      ];
      for (const figure of figures) expect(wrong(figure)).toEqual([]);
      // An interval that is null is that of a measure without one, or of no case.
      for (const [index, { cases, interval }] of figures.entries()) {
        const has = measures[KINDS[index] ?? 'count'].hasInterval;
        expect(interval === null).toBe(!has || cases === 0);
      }
    }),
    { numRuns: 200 },
  );
});

test('means, sums and extremes of nothing bear neither a value nor a bound', () => {
  for (const kind of ['sum', 'min', 'max'] as const) {
    const figure = told({ kind, operand: elapsed }, moments([]));
    expect(figure).toMatchObject({ value: null, above: null, atLeast: null, interval: null, dropped: null });
  }
});

test('a sample of another kind is a defect', () => {
  expect(() => told({ kind: 'mean', operand: column }, moments([1]))).toThrow(TypeError);
  expect(() => told({ kind: 'sum', operand: column }, values([1]))).toThrow(TypeError);
});

/** Numbers anywhere in a figure that are none. */
function wrong(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wrong) : [];
}
