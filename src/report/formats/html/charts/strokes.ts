import { link } from '@observablehq/plot';

type Place = readonly [x: number, y: number];

interface Looks {
  /** As a colour of the page: `var(--ink)`. */
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeLinecap?: 'butt' | 'round';
  readonly strokeDasharray?: string;
}

/** Straight lines from place to place. */
export const lines = (between: readonly (readonly [from: Place, to: Place])[], looks: Looks) =>
  link(between, {
    x1: ([[x]]) => x,
    y1: ([[, y]]) => y,
    x2: ([, [x]]) => x,
    y2: ([, [, y]]) => y,
    ...looks,
  });

/** Upright lines, all of one height. */
export const ticks = (xs: readonly number[], [top, bottom]: readonly [number, number], looks: Looks) =>
  lines(
    xs.map((x) => [[x, top] as const, [x, bottom] as const] as const),
    looks,
  );

/** Dots; they are lines without length, so that they stay round in a chart that is stretched. */
export const dots = (places: readonly Place[], stroke: string, diameter: number) =>
  lines(
    places.map((place) => [place, place] as const),
    { stroke, strokeWidth: diameter, strokeLinecap: 'round' },
  );
