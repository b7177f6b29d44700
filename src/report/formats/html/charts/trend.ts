import { line } from '@observablehq/plot';
import type { CellReport } from '../../../../model/report.ts';
import { addsUp } from '../../../adds-up.ts';
import { isOpen, leastSpan } from '../../table/trend.ts';
import { draw } from './draw.ts';
import { type Range, rangeOf } from './range.ts';
import { dots, lines } from './strokes.ts';

const WIDTH = 320;
const HEIGHT = 72;
const INSET = 7;
/** With more periods than this, dots would run into each other: only those that tell something are drawn. */
const CROWD = 40;

/** What the trend shows, from its lower end to its upper; null: there is no line to draw. */
export function trendScale(cell: CellReport): Range | null {
  const values = cell.periods.map(({ value }) => value).filter((value) => value !== null);
  if (values.length < 2 || cell.unit === null) return null;
  const figures = addsUp(cell) ? values : [...values, cell.target.value];
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const spare = Math.max(0, leastSpan(cell, values) - (most - least)) / 2;
  return rangeOf(cell, figures, { low: least - spare, high: most + spare }, true);
}

/** Of a period's dot; null: like all others. */
const tellsSomething = (verdict: CellReport['verdict'] | null): 'missed' | 'waived' | null =>
  verdict === 'missed' || verdict === 'waived' ? verdict : null;

/**
 * The value of each period, with the target as a dashed line where each period has it. A period without a value is a gap,
 * one that can still change a hollow dot beside the line; misses are larger dots in their colour, and the last period that
 * is judged is the largest.
 *
 * @returns an SVG; null where fewer than two periods have a value, or where a scale cannot hold them
 */
export function trend(cell: CellReport): string | null {
  const scale = trendScale(cell);
  if (scale === null) return null;
  const { low, high } = scale;
  const last = cell.periods.length - 1;
  const points = cell.periods.map((period, at) => {
    const isHollow = isOpen(period, cell);
    return { at, value: period.value, isHollow, colour: tellsSomething(period.verdict) };
  });
  const place = ({ at, value }: (typeof points)[number]) => [at, value ?? Number.NaN] as const;
  const judged = points.filter(({ value, isHollow }) => value !== null && !isHollow);
  const hollow = points.filter(({ value, isHollow }) => value !== null && isHollow).map(place);
  const ofColour = (wanted: 'missed' | 'waived' | null) => judged.filter(({ colour }) => colour === wanted).map(place);
  const isCrowded = points.length > CROWD;
  const [large, small] = isCrowded ? [3.5, 0] : [6, 3.5];
  const newest = judged.at(-1);

  return draw({
    kind: 'trend',
    width: WIDTH,
    height: HEIGHT,
    stretches: true,
    x: { type: 'linear', domain: [0, last], range: [INSET, WIDTH - INSET] },
    y: { type: 'linear', domain: [low, high], range: [HEIGHT - INSET, INSET] },
    marks: [
      lines([[[0, low] as const, [last, low] as const] as const], { stroke: 'var(--line)', strokeWidth: 1 }),
      ...(addsUp(cell)
        ? []
        : [
            lines([[[0, cell.target.value] as const, [last, cell.target.value] as const] as const], {
              stroke: 'var(--muted)',
              strokeWidth: 1,
              strokeDasharray: '4 3',
            }),
          ]),
      line(points, {
        x: 'at',
        y: ({ value, isHollow }: (typeof points)[number]) => (isHollow ? null : value),
        stroke: 'var(--ink)',
        strokeWidth: 1.5,
      }),
      ...(small === 0 ? [] : [dots(ofColour(null), 'var(--ink)', small)]),
      dots(ofColour('missed'), 'var(--missed)', large),
      dots(ofColour('waived'), 'var(--waived)', large),
      dots(hollow, 'var(--muted)', large),
      dots(hollow, 'var(--paper)', large - 2.5),
      ...(newest === undefined
        ? []
        : [
            dots([place(newest)], 'var(--paper)', 13),
            dots([place(newest)], newest.colour === null ? 'var(--ink)' : `var(--${newest.colour})`, 10),
          ]),
    ],
  });
}
