import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalAt, survivalQuantile } from '../../src/statistics/kaplan-meier.ts';

const times = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 });
const share = fc.integer({ min: 1, max: 19 });

function curveOf(ended: readonly number[], open: readonly number[]) {
  return kaplanMeier(Float64Array.from(ended), Float64Array.from(open));
}

describe('Kaplan-Meier', () => {
  it('agrees with a twin that counts anew at every time', () => {
    fc.assert(
      fc.property(times, times, fc.integer({ min: 0, max: 13 }), (ended, open, t) => {
        const known = survivalAt(curveOf(ended, open), t, 0.95);
        const all = [...ended, ...open];
        expect(known === null).toBe(all.length === 0);
        if (known === null) return;
        let survival = 1;
        let greenwood = 0;
        for (const time of new Set(ended.filter((end) => end <= t))) {
          const atRisk = all.filter((other) => other >= time).length;
          const events = ended.filter((end) => end === time).length;
          survival *= 1 - events / atRisk;
          greenwood += events / (atRisk * (atRisk - events));
        }
        expect(known.survival).toBeCloseTo(survival, 12);
        expect(known.within).toBe(1 - known.survival);
        expect(known.atRisk).toBe(all.filter((other) => other >= t).length);
        if (known.survival === 0) expect(known.standardError).toBeNull();
        else expect(known.standardError).toBeCloseTo(survival * Math.sqrt(greenwood), 12);
        if (known.survival === 0 || known.survival === 1) expect(known.interval).toBeNull();
        else {
          expect(known.interval?.low).toBeLessThan(known.within);
          expect(known.interval?.high).toBeGreaterThan(known.within);
        }
      }),
    );
  });

  it('has rows that add up, whatever the order', () => {
    fc.assert(
      fc.property(times, times, (ended, open) => {
        const curve = curveOf(ended, open);
        expect([...curve.time]).toEqual([...new Set([...ended, ...open])].sort((a, b) => a - b));
        expect(curve.events.reduce((sum, x) => sum + x, 0)).toBe(ended.length);
        expect(curve.censored.reduce((sum, x) => sum + x, 0)).toBe(open.length);
        expect(curve).toEqual(curveOf([...ended].reverse(), [...open].reverse()));
      }),
    );
  });

  it('without open cases is the plain share, and its quantile the first value that reaches it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 }), share, (ended, part) => {
        const curve = curveOf(ended, []);
        const upTo = (t: number): number => ended.filter((end) => end <= t).length;
        for (const [row, time] of curve.time.entries())
          expect(curve.survival[row]).toBe((ended.length - upTo(time)) / ended.length);
        // In whole numbers: upTo / n >= part / 20.
        const first = [...curve.time].find((time) => upTo(time) * 20 >= part * ended.length);
        expect(survivalQuantile(curve, part / 20, 0.95).value).toBe(first);
      }),
    );
  });

  it('has bounds of quantiles where the bounds of the curve get there', () => {
    fc.assert(
      fc.property(times, times, share, (ended, open, part) => {
        const curve = curveOf(ended, open);
        const { value, low, high } = survivalQuantile(curve, part / 20, 0.9);
        const rows = [...new Set(ended)]
          .sort((a, b) => a - b)
          .map((time) => ({ time, at: survivalAt(curve, time, 0.9) }));
        const first = (of: 'low' | 'high'): number | null =>
          rows.find(({ at }) => (at?.interval?.[of] ?? -1) >= part / 20 - 1e-9)?.time ?? null;
        expect(low).toBe(first('high'));
        expect(high).toBe(first('low'));
        expect(value).toBe(rows.find(({ at }) => (at?.within ?? -1) >= part / 20 - 1e-9)?.time ?? null);
      }),
    );
  });

  it('does not drift over many open cases', () => {
    // Of 200 000 cases every second is open: the product has the exact value of a product of (n - 1) / n, n odd or even.
    const n = 200_000;
    const ended = Float64Array.from({ length: n / 2 }, (_, i) => 2 * i);
    const open = ended.map((time) => time + 1);
    const curve = kaplanMeier(ended, open);
    const logs = Float64Array.from(ended, (_, i) => Math.log1p(-1 / (n - 2 * i)));
    const half = logs.slice(0, n / 4).reduceRight((sum, log) => sum + log, 0);
    expect(survivalAt(curve, n / 2 - 2, 0.95)?.survival).toBeCloseTo(Math.exp(half), 12);
    expect(survivalAt(curve, n / 2 - 2, 0.95)?.atRisk).toBe(n / 2 + 2);
  });

  it('says nothing of no cases, and no more than it knows of few', () => {
    const none = curveOf([], []);
    expect(survivalAt(none, 3, 0.95)).toBeNull();
    expect(survivalQuantile(none, 0.5, 0.95)).toEqual({ value: null, low: null, high: null });
    expect(survivalQuantile(curveOf([4], []), 0.5, 0.95)).toEqual({ value: 4, low: null, high: null });
    expect(survivalQuantile(curveOf([1, 5], []), 0.5, 0.95)).toEqual({ value: 1, low: 1, high: null });
    expect(survivalAt(curveOf([4, 4], [9]), 2, 0.95)).toEqual({
      atRisk: 3,
      survival: 1,
      within: 0,
      standardError: 0,
      interval: null,
    });
  });
});
