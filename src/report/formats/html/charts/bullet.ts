import type { CellReport } from '../../../../model/report.ts';
import { reach } from '../../table/bar.ts';
import { draw } from './draw.ts';
import { marksOf, type Range, rangeOf } from './range.ts';
import { dots, lines, ticks } from './strokes.ts';

const WIDTH = 320;
const HEIGHT = 32;
/** Left and right of the scale, so that what stands at its end is whole. */
const INSET = 6;
const MIDDLE = HEIGHT / 2;

const isKnown = (figure: number | null | undefined): figure is number => figure !== null && figure !== undefined;

function figuresOf({ value, interval, target, benchmark }: CellReport): readonly number[] {
  return [value, interval?.low, interval?.high, target.value, benchmark?.value].filter(isKnown);
}

/**
 * What the bullet chart shows, from its left end to its right: as far about the target as the bar of the table, and all
 * that is known of the cell. null: there is no chart.
 */
export function bulletScale(cell: CellReport): Range | null {
  if (cell.value === null || cell.unit === null) return null;
  const { value: target } = cell.target;
  return rangeOf(cell, figuresOf(cell), { low: target - reach(cell), high: target + reach(cell) }, false);
}

/**
 * Value against target: the gap is a bar from the target's tick to the value's dot, in the colour of the verdict, for only a
 * gap has an honest zero on a scale that does not begin at zero. Over it the interval as a whisker, without its cap where
 * the bound is not known; the benchmark is a hollow tick. Greater is to the right, also where less is better.
 *
 * @returns an SVG; null where there is no value, or where no scale holds the figures
 */
export function bullet(cell: CellReport): string | null {
  const scale = bulletScale(cell);
  const { value, interval, target, benchmark, verdict } = cell;
  if (value === null || scale === null) return null;
  const { low, high } = scale;

  const across = (from: number, to: number, y = MIDDLE) => [[[from, y] as const, [to, y] as const] as const];
  const colour = `var(--${verdict})`;
  const line = { stroke: 'var(--line)', strokeWidth: 1 };
  const ink = { stroke: 'var(--ink)', strokeWidth: 1.5 };
  const caps = interval === null ? [] : [interval.low, interval.high].filter(isKnown);
  return draw({
    kind: 'bullet',
    width: WIDTH,
    height: HEIGHT,
    stretches: true,
    x: { type: 'linear', domain: [low, high], range: [INSET, WIDTH - INSET] },
    marks: [
      lines(across(low, high), line),
      ticks(marksOf(scale), [MIDDLE - 4, MIDDLE + 4], line),
      ...(benchmark === null
        ? []
        : [
            ticks([benchmark.value], [MIDDLE - 10, MIDDLE + 10], { stroke: 'var(--muted)', strokeWidth: 6 }),
            ticks([benchmark.value], [MIDDLE - 9, MIDDLE + 9], { stroke: 'var(--paper)', strokeWidth: 4 }),
          ]),
      lines(across(target.value, value), { stroke: colour, strokeWidth: 8 }),
      ...(interval === null
        ? []
        : [lines(across(interval.low ?? low, interval.high ?? high), ink), ticks(caps, [MIDDLE - 4, MIDDLE + 4], ink)]),
      ticks([target.value], [2, HEIGHT - 2], { stroke: 'var(--ink)', strokeWidth: 3 }),
      dots([[value, MIDDLE]], 'var(--paper)', 13),
      dots([[value, MIDDLE]], colour, 10),
    ],
  });
}
