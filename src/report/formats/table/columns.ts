import type { CellReport } from '../../../model/report.ts';
import { count, type Figures, type Reading } from '../../numbers.ts';
import { figuresFor, pointsOf, readingOf } from '../../readings.ts';
import { bar } from './bar.ts';
import type { Paint, Paper } from './paper.ts';
import { greatest, padStart, widthOf } from './text.ts';
import { legend, trendAxis, trendLine } from './trend.ts';

/** After a channel's name; the figures are never given up. */
export const FIGURES = ['value', 'target', 'gap', 'cases', 'pending'] as const;
export type ColumnId = (typeof FIGURES)[number] | 'trend' | 'bar';

/** One column of a promise's channels, as it will stand on the page. */
export interface Drawn {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly string[];
  readonly paint?: (cell: CellReport) => Paint;
}

type Draw = (cells: readonly CellReport[], numbers: Figures, paper: Paper, arm: number) => Drawn | null;

const right = (head: string, cells: readonly string[]): Drawn => ({ head, align: 'right', cells });

const figure = (cells: readonly CellReport[], text: (cell: CellReport, reading: Reading) => string): string[] =>
  cells.map((cell) => {
    const reading = readingOf(cell);
    return reading === null ? '' : text(cell, reading);
  });

/** What the values are, where all are of one measure. */
function valueHead(cells: readonly CellReport[]): string {
  const measures = new Set(cells.flatMap(({ measure }) => (measure === null ? [] : [measure])));
  const [measure] = measures;
  if ([...measures].every((one) => one === 'kept_when' || one === 'tally')) return 'kept';
  return measures.size === 1 && measure !== undefined ? measure : 'value';
}

const drawings: Readonly<Record<ColumnId, Draw>> = {
  value: (cells, numbers, paper) =>
    right(
      valueHead(cells),
      figure(cells, (cell, { value, unit, target }) =>
        figuresFor(cell, numbers, paper.numbers).value(value, unit, target),
      ),
    ),
  target: (cells, numbers, paper) =>
    right(
      'target',
      figure(cells, (cell, { target, unit }) => figuresFor(cell, numbers, paper.numbers).target(target, unit)),
    ),
  gap: (cells, numbers, paper) =>
    right(
      'gap',
      figure(cells, (cell, reading) => figuresFor(cell, numbers, paper.numbers).gap(reading, pointsOf(cell))),
    ),
  cases: (cells, _, { glyphs }) =>
    right(
      'cases',
      cells.map((cell) => count(cell.cases, glyphs.numbers)),
    ),
  pending: (cells, _, { glyphs }) =>
    right(
      'pending',
      cells.map((cell) => count(cell.pending, glyphs.numbers)),
    ),
  trend: (cells, _, { glyphs, width }) => {
    const axis = trendAxis(cells, width >= 140 ? 31 : 12);
    if (axis === null) return null;
    const [first, last] = axis.labels;
    const lead = ' '.repeat(widthOf(first) + 1);
    return {
      head: `${first} ${legend(axis.froms.length, glyphs)} ${last}`,
      align: 'left',
      cells: cells.map((cell) => lead + trendLine(cell, axis.froms, glyphs)),
    };
  },
  bar: (cells, _, { glyphs, verdict }, arm) =>
    cells.every(({ value }) => value === null)
      ? null
      : {
          head: `${padStart('short', arm - 1)} ${glyphs.tick.none.none} beyond`,
          align: 'left',
          cells: cells.map((cell) => (cell.value === null ? '' : bar(cell, arm, glyphs))),
          paint: (cell) => verdict[cell.verdict],
        },
};

/** Draws a column for the channels of one promise; null where they have nothing to put in it. */
export const draw = (id: ColumnId, ...rest: Parameters<Draw>): Drawn | null => drawings[id](...rest);

export const drawnWidth = ({ head, cells }: Drawn): number => greatest([head, ...cells].map(widthOf));
