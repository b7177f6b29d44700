import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { HourOfWeek } from '../../../src/model/page.ts';
import type { CellReport } from '../../../src/model/report.ts';
import { bullet, bulletScale } from '../../../src/report/formats/html/charts/bullet.ts';
import { heatLegend, heatMap, heatScale } from '../../../src/report/formats/html/charts/heat-map.ts';
import { trend, trendScale } from '../../../src/report/formats/html/charts/trend.ts';
import { generated } from '../generated.ts';
import { cell, everyMeasure, everyVerdict, share } from '../samples.ts';

const cells = [...everyMeasure.promises, ...everyVerdict.promises].flatMap(({ channels }) => channels);
const anyCell = generated.map(({ promises }) => promises.flatMap(({ channels }) => channels));

const hourOfWeek: fc.Arbitrary<HourOfWeek> = fc
  .record({
    slot: fc.nat({ max: 167 }),
    cases: fc.nat({ max: 60 }),
    pending: fc.nat({ max: 2 }),
    value: fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { nil: null }),
  })
  .map(({ slot, ...rest }) => ({
    ...{ day: Math.floor(slot / 24), hour: slot % 24, kept: null, missed: null, verdict: null },
    ...rest,
  }));
const week = fc.uniqueArray(hourOfWeek, { selector: ({ day, hour }) => day * 24 + hour, maxLength: 168 });

/** The paths of a chart, by what they look like. */
function pathsOf(svg: string): readonly { readonly d: string; readonly looks: Readonly<Record<string, string>> }[] {
  const { document } = parseHTML(svg);
  return [...document.querySelectorAll('path')].map((path) => {
    const { d = '', ...looks } = Object.fromEntries([...path.attributes].map(({ name, value }) => [name, value]));
    return { d, looks };
  });
}

const xsOf = (d: string): readonly number[] => [...d.matchAll(/M(-?[\d.]+),/g)].map(([, x]) => Number(x));

/** A chart for a page whose policy allows no style of its own, and which sets all colours. */
function expectPlain(svg: string): void {
  expect(svg).not.toMatch(/NaN|Infinity|undefined|style|\bid=|href|#[0-9a-f]{3}/i);
  const { document } = parseHTML(svg);
  expect(document.querySelectorAll('svg')).toHaveLength(1);
  expect(document.querySelector('svg')?.textContent).toBe('');
  for (const { looks } of pathsOf(svg)) {
    for (const name of ['stroke', 'fill']) expect(looks[name] ?? 'var(--ink)').toMatch(/^var\(--[a-z]+\)$/);
  }
}

describe('every chart', () => {
  it('is drawn from any figures, without text, styles, ids or colours of its own, and the same twice', () => {
    fc.assert(
      fc.property(anyCell, week, (all, hours) => {
        for (const each of all) {
          for (const draw of [
            () => bullet(each),
            () => trend(each),
            () => heatMap(hours, each),
            () => heatLegend(each),
          ]) {
            const svg = draw();
            if (svg === null) continue;
            expectPlain(svg);
            expect(draw()).toBe(svg);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the bullet chart', () => {
  const figureAt = (x: number, shown: CellReport): number => {
    const scale = bulletScale(shown) ?? { low: 0, high: 0 };
    return scale.low + ((x - 6) / 308) * (scale.high - scale.low);
  };
  const near = (shown: CellReport): number => {
    const scale = bulletScale(shown) ?? { low: 0, high: 0 };
    return (scale.high - scale.low) * 1e-4;
  };

  it('has value, target and bounds where the scale says they are', () => {
    fc.assert(
      fc.property(anyCell, (all) => {
        for (const each of [...cells, ...all]) {
          const svg = bullet(each);
          if (svg === null || each.value === null) continue;
          const paths = pathsOf(svg);
          const at = (width: string, stroke: string): readonly number[] =>
            paths
              .filter(({ looks }) => looks['stroke-width'] === width && looks['stroke'] === stroke)
              .flatMap(({ d }) => xsOf(d));
          const off = (x: number | undefined, figure: number): number =>
            Math.abs(figureAt(x ?? Number.NaN, each) - figure);
          expect(off(at('10', `var(--${each.verdict})`)[0], each.value)).toBeLessThanOrEqual(near(each));
          expect(off(at('3', 'var(--ink)')[0], each.target.value)).toBeLessThanOrEqual(near(each));
          const bounds = [each.interval?.low, each.interval?.high].filter((bound) => bound != null);
          const caps = paths.findLast(({ looks }) => looks['stroke-width'] === '1.5');
          if (bounds.length === 0) continue;
          const found = xsOf(caps?.d ?? '');
          for (const bound of bounds)
            expect(Math.min(...found.map((x) => off(x, bound)))).toBeLessThanOrEqual(near(each));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is as wide for all shares of one target as those near it need, and wider for those far away', () => {
    expect(bulletScale(share('a', 91, 100, 0.9))).toMatchObject({ low: 0.8, high: 1 });
    expect(bulletScale(share('a', 50, 100, 0.9))?.low).toBeLessThanOrEqual(0.4);
  });

  it('is not there without a value', () => {
    expect(bullet(cell('email'))).toBeNull();
  });
});

describe('the trend', () => {
  it('has a dot for each period that has a value, and no line to those that can still change', () => {
    for (const shown of cells) {
      const svg = trend(shown);
      const known = shown.periods.filter(({ value }) => value !== null);
      expect(svg === null).toBe(known.length < 2);
      if (svg === null) continue;
      const last = Math.max(1, shown.periods.length - 1);
      const places = shown.periods.flatMap(({ value }, at) => (value === null ? [] : [7 + (at / last) * 306]));
      const dots = new Set(
        pathsOf(svg)
          .filter(({ looks }) => looks['stroke-linecap'] === 'round')
          .flatMap(({ d }) => xsOf(d)),
      );
      for (const place of places) expect(Math.min(...[...dots].map((x) => Math.abs(x - place)))).toBeLessThan(0.01);
    }
  });

  it('is high enough that chance is a ripple, and holds the target', () => {
    for (const shown of cells) {
      const scale = trendScale(shown);
      if (scale === null || shown.unit !== 'share') continue;
      expect(scale.high - scale.low).toBeGreaterThanOrEqual(0.05 - 1e-9);
      expect(scale.low).toBeLessThanOrEqual(shown.target.value);
      expect(scale.high).toBeGreaterThanOrEqual(shown.target.value);
    }
  });
});

describe('the hours of the week', () => {
  const shown = share('email', 90, 100, 0.9);
  const hour = (day: number, at: number, kept: number, missed: number): HourOfWeek => ({
    ...{ day, hour: at, value: kept / (kept + missed), cases: kept + missed, kept, missed, pending: 0 },
    verdict: kept / (kept + missed) >= 0.9 ? 'kept' : 'missed',
  });

  it('has a square for each hour with cases and a point for each other one', () => {
    fc.assert(
      fc.property(week, (hours) => {
        const svg = heatMap(hours, shown);
        const scale = heatScale(hours);
        expect(svg === null).toBe(hours.every(({ cases, pending }) => cases + pending === 0));
        if (svg === null || scale === null) return;
        const squares = (svg.match(/v[\d.]+h-/g) ?? []).length;
        const points = pathsOf(svg)
          .filter(({ looks }) => looks['stroke-width'] === '3')
          .flatMap(({ d }) => xsOf(d)).length;
        expect(squares).toBe(hours.filter(({ cases, value }) => cases > 0 && value !== null).length);
        expect(squares + points).toBe(7 * (scale.lastHour - scale.firstHour + 1));
      }),
      { numRuns: 25 },
    );
  });

  it('tells worse from better by more than colour', () => {
    const slashes = (svg: string | null): number =>
      (svg ?? '')
        .split('<path')
        .filter((path) => path.includes('stroke-width="1.5"'))
        .join('')
        .split('M').length - 1;
    expect(slashes(heatMap([hour(0, 9, 10, 10), hour(0, 10, 20, 0), hour(1, 9, 5, 5)], shown))).toBe(2);
  });

  it('makes an hour of few cases small', () => {
    const sides = [...(heatMap([hour(0, 9, 3, 0), hour(0, 10, 30, 0)], shown) ?? '').matchAll(/h([\d.]+)v/g)].map(
      ([, side]) => Number(side),
    );
    expect(sides.toSorted((a, b) => a - b)).toEqual([8.4, 18.4]);
  });

  it('is not there without hours', () => {
    expect(heatMap([], shown)).toBeNull();
    expect(heatScale([])).toBeNull();
  });
});
