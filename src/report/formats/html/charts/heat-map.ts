import { rect } from '@observablehq/plot';
import type { HourOfWeek } from '../../../../model/page.ts';
import type { CellReport } from '../../../../model/report.ts';
import { addsUp } from '../../../adds-up.ts';
import { reach } from '../../table/bar.ts';
import { draw } from './draw.ts';
import { dots, lines } from './strokes.ts';

/** Of one hour, in units of the view box. */
const SIDE = 20;
const DAYS = 7;

/** The tints of a hue, from next to nothing to all of it. */
const TINTS = [0.18, 0.36, 0.56, 0.78, 1] as const;
/** From how many cases on a square is so large, as a share of its side. */
const SIZES = [
  { cases: 20, side: 0.92 },
  { cases: 5, side: 0.7 },
  { cases: 1, side: 0.42 },
] as const;

/** An hour as it is drawn. */
interface Square {
  readonly day: number;
  readonly hour: number;
  readonly hue: 'kept' | 'missed' | 'accent';
  /** 0 to 4. */
  readonly tint: number;
  readonly side: number;
}

export interface HeatScale {
  /** Of the first column and of the last, 0 to 23: before and after them nothing ever began. */
  readonly firstHour: number;
  readonly lastHour: number;
}

/** The columns of the heat map; its rows are the seven days, Monday first. null: there is no chart. */
export function heatScale(hours: readonly HourOfWeek[]): HeatScale | null {
  const some = hours.filter(({ cases, pending }) => cases > 0 || pending > 0).map(({ hour }) => hour);
  return some.length === 0 ? null : { firstHour: Math.min(...some), lastHour: Math.max(...some) };
}

/**
 * Where one tint ends and the next begins: four distances from the target, in the unit of the cell, the same for all cells of
 * a measure, so that pages can be held against each other; of what adds up, four values.
 */
function heatSteps(hours: readonly HourOfWeek[], cell: CellReport): readonly [number, number, number, number] {
  if (!addsUp(cell)) {
    const far = reach(cell);
    return [far / 4, far / 2, far, far * 2];
  }
  const most = hours.reduce((greatest, { value }) => Math.max(greatest, Math.abs(value ?? 0)), 0);
  return [most * 0.2, most * 0.4, most * 0.6, most * 0.8];
}

function squareOf({ day, hour, value, cases }: HourOfWeek, steps: readonly number[], cell: CellReport): Square | null {
  const side = SIZES.find((size) => cases >= size.cases)?.side;
  if (value === null || side === undefined) return null;
  const { op, value: target } = cell.target;
  const better = op === '>=' ? value - target : target - value;
  const [hue, far] = addsUp(cell)
    ? (['accent', Math.abs(value)] as const)
    : ([better < 0 ? 'missed' : 'kept', Math.abs(better)] as const);
  return { day, hour, hue, tint: steps.filter((step) => far > step).length, side: addsUp(cell) ? SIZES[0].side : side };
}

/** Squares that look alike are drawn as one. */
function marksOf(squares: readonly Square[], first: number) {
  const middle = (at: number): number => (at + 0.5) * SIDE;
  const hues = (['kept', 'accent', 'missed'] as const).flatMap((hue) =>
    TINTS.flatMap((opacity, tint) => {
      const alike = squares.filter((square) => square.hue === hue && square.tint === tint);
      if (alike.length === 0) return [];
      const edge = (at: (square: Square) => number, sign: number) => (square: Square) =>
        middle(at(square)) + (sign * square.side * SIDE) / 2;
      const x = (square: Square): number => square.hour - first;
      const y = (square: Square): number => square.day;
      const looks = { fill: `var(--${hue})`, ...(opacity === 1 ? {} : { fillOpacity: opacity }) };
      return [rect(alike, { x1: edge(x, -1), x2: edge(x, 1), y1: edge(y, -1), y2: edge(y, 1), ...looks })];
    }),
  );
  // So that worse is told from better without its colour.
  const slashes = [false, true].flatMap((isDark) => {
    const worse = squares.filter(({ hue, tint }) => hue === 'missed' && tint > 2 === isDark);
    const ends = worse.map(({ hour, day, side }) => {
      const [x, y, arm] = [middle(hour - first), middle(day), (side * SIDE) / 4];
      return [[x - arm, y + arm] as const, [x + arm, y - arm] as const] as const;
    });
    return [lines(ends, { stroke: isDark ? 'var(--paper)' : 'var(--missed)', strokeWidth: 1.5 })];
  });
  return [...hues, ...slashes];
}

/**
 * The hours of the week as squares: better than the target in one hue and worse in another, the farther the fuller, and worse
 * with a slash; the fewer the cases the smaller, so that one case of one is no alarm. Hours without a value are points. What
 * adds up has no target an hour: one hue, by how much it is.
 *
 * @returns an SVG; null where there are no hours
 */
export function heatMap(hours: readonly HourOfWeek[], cell: CellReport): string | null {
  const scale = heatScale(hours);
  if (scale === null || cell.unit === null) return null;
  const { firstHour, lastHour } = scale;
  const columns = lastHour - firstHour + 1;
  const steps = heatSteps(hours, cell);
  const squares = hours.map((hour) => squareOf(hour, steps, cell)).filter((square) => square !== null);
  const drawn = new Set(squares.map(({ day, hour }) => day * 24 + hour));
  const empty = Array.from({ length: DAYS * columns }, (_, at) => [at % columns, Math.floor(at / columns)] as const)
    .filter(([column, day]) => !drawn.has(day * 24 + column + firstHour))
    .map(([column, day]) => [(column + 0.5) * SIDE, (day + 0.5) * SIDE] as const);
  return draw({
    kind: 'heat',
    width: columns * SIDE,
    height: DAYS * SIDE,
    stretches: false,
    marks: [dots(empty, 'var(--line)', 3), ...marksOf(squares, firstHour)],
  });
}

/** One row of squares to read the map by: the farthest below the target first; of what adds up, the least first. */
export function heatLegend(cell: CellReport): string {
  const row = (hue: Square['hue'], tints: readonly number[]) => tints.map((tint) => ({ hue, tint }));
  const up = [0, 1, 2, 3, 4];
  const looks = addsUp(cell) ? row('accent', up) : [...row('missed', up.toReversed()), ...row('kept', up)];
  const squares = looks.map((look, hour) => ({ ...look, day: 0, hour, side: SIZES[0].side }));
  return draw({
    kind: 'heat-legend',
    width: squares.length * SIDE,
    height: SIDE,
    stretches: false,
    marks: marksOf(squares, 0),
  });
}
