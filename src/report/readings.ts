import type { CellReport } from '../model/report.ts';
import { inDaysOf } from './in-days.ts';
import { type Figures, figures, type NumberStyle, type Reading } from './numbers.ts';

/** Are its points those of a scale, so that a difference is told in points? */
export const countsPoints = ({ unit, measure }: CellReport): boolean =>
  unit === 'share' || measure === 'nps' || measure === 'difference';

/** What points are called beside a figure; a number that counts no points has no word for itself. */
export const pointsOf = (cell: CellReport): string => (countsPoints(cell) ? 'pts' : '');

/** The figure of a cell and what it is held against; null where there is none. */
export function readingOf({ value, unit, target }: CellReport): Reading | null {
  return value === null || unit === null ? null : { value, unit, target };
}

/** Counted one by one: it has no decimals. */
export const isWhole = ({ measure }: CellReport): boolean => measure === 'count' || measure === 'distinct';

/** Figures that share their decimals; what is counted one by one has none to share. */
export const readingsOf = (cells: readonly CellReport[]): Reading[] => {
  const shared = cells.some((cell) => !isWhole(cell)) ? cells.filter((cell) => !isWhole(cell)) : cells;
  return shared.map(readingOf).filter((reading) => reading !== null);
};

/** Figures of one cell alone, with those of its parts. */
export const ownFigures = (cell: CellReport, style: NumberStyle, parts: readonly CellReport[] = []): Figures =>
  figures(readingsOf([cell, ...parts]), style, inDaysOf(cell));

/** The figures of its column, or, for what is counted one by one or by a clock of its own, its own. */
export const figuresFor = (cell: CellReport, column: Figures, style: NumberStyle): Figures =>
  isWhole(cell) || cell.clock !== null ? ownFigures(cell, style) : column;
