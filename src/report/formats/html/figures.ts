import type { CellReport, Verdict } from '../../../model/report.ts';
import { addsUp } from '../../adds-up.ts';
import { type Figures, fixed } from '../../numbers.ts';
import { countsPoints, readingOf } from '../../readings.ts';
import type { Setting } from './setting.ts';

/** What points are called beside a figure, where there are any. */
export const pointsOf = (cell: CellReport, { words }: Setting): string => (countsPoints(cell) ? words.points : '');

/** How far a figure is off, without words: `4.0 points`; empty where there is none. */
export function sizeText(cell: CellReport, setting: Setting): string {
  const reading = readingOf(cell);
  return reading === null ? '' : setting.figuresOf(cell).distance(reading, pointsOf(cell, setting)).size;
}

/** `4.0 points short`; empty where there is no figure. */
export function distanceText(cell: CellReport, setting: Setting): string {
  const reading = readingOf(cell);
  if (reading === null) return '';
  const { size, side } = setting.figuresOf(cell).distance(reading, pointsOf(cell, setting));
  return setting.words.distance({ size, side, isAtMost: cell.target.op === '<=' });
}

/** The same, or why it is missed although the whole meets its target: for what is still open, or for a segment. */
export function standingText(cell: CellReport, setting: Setting): string {
  if (cell.verdict !== 'missed' || (cell.gap ?? -1) < 0) return distanceText(cell, setting);
  // The reason may name a segment that few customers make.
  return setting.isPublic ? setting.words.notForAll : setting.say(cell.reason);
}

/** `≥ 90%` */
export const targetText = (cell: CellReport, { figuresOf }: Setting): string =>
  cell.unit === null ? '' : figuresOf(cell).target(cell.target, cell.unit);

/** `at least 90%` */
export function aimText(cell: CellReport, setting: Setting): string {
  const { unit, target } = cell;
  if (unit === null) return '';
  const figure = setting
    .figuresOf(cell)
    .target(target, unit)
    .replace(/^\S+\s/u, '');
  return setting.words.aim(figure, target.op === '<=');
}

/** What its value is called: `kept`, `90th percentile`, `per 1,000`. */
export function measureText({ measure, per }: CellReport, { words, numbers }: Setting): string {
  if (measure === null) return '';
  const every = per === null ? null : fixed(per, Number.isInteger(per) ? 0 : 2, numbers);
  return words.measure(measure, every);
}

/** A round figure of the cell's unit, as the end of a scale, with no more decimals than it needs. */
export function roundText(figure: number, cell: CellReport, { figuresOf }: Setting): string {
  const target = { op: '>=', value: figure } as const;
  const own = { ...cell, value: figure, target };
  return cell.unit === null
    ? ''
    : figuresOf(own)
        .target(target, cell.unit)
        .replace(/^\S+\s/u, '');
}

/** A figure of the cell's unit; empty where there is none. */
export const valueText = (value: number | null, { unit, target }: CellReport, figures: Figures): string =>
  value === null || unit === null ? '' : figures.value(value, unit, target);

/** A bound on either side, or both; null where there is none. */
export function betweenText(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  text: (figure: number) => string,
  { words }: Setting,
): string | null {
  if (low === null && high === null) return null;
  return words.between(low === null ? null : text(low), high === null ? null : text(high));
}

/** What a part of a cell differs by from its target, with a sign; empty where parts are not held against it. */
export function partGap(value: number | null, cell: CellReport, figures: Figures, setting: Setting): string {
  if (value === null || cell.unit === null || addsUp(cell)) return '';
  const reading = { value, unit: cell.unit, target: cell.target };
  const { size, side } = figures.distance(reading, pointsOf(cell, setting));
  return setting.words.distance({ size, side, isAtMost: cell.target.op === '<=' });
}

export const isMiss = (verdict: Verdict): boolean => verdict === 'missed' || verdict === 'waived';
