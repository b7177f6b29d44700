import type { CellReport, PeriodReport } from '../../../model/report.ts';
import { addsUp } from '../../adds-up.ts';
import { ends } from '../../dates.ts';
import type { Glyphs } from './glyphs.ts';
import { greatest } from './text.ts';

/** The periods that the cells of a table share, so that their lines stand below each other. */
export interface TrendAxis {
  readonly froms: readonly string[];
  /** The first period and the last, in words. */
  readonly labels: readonly [string, string];
}

/**
 * The last `most` periods of all cells; null where there is no line to draw, or where the cells count by different
 * periods, which cannot share an axis.
 */
export function trendAxis(cells: readonly CellReport[], most: number): TrendAxis | null {
  const ends_ = new Map<string, string>();
  for (const { periods } of cells) {
    for (const { from, to } of periods) {
      const known = ends_.get(from);
      if (known !== undefined && known !== to) return null;
      ends_.set(from, to);
    }
  }
  const periods = [...ends_].sort(([a], [b]) => (a < b ? -1 : 1));
  if (periods.some(([from], index) => index > 0 && from <= (periods[index - 1]?.[1] ?? ''))) return null;
  const shown = periods.slice(-most);
  const [first, last] = [shown.at(0), shown.at(-1)];
  if (first === undefined || last === undefined || shown.length < 2) return null;
  return { froms: shown.map(([from]) => from), labels: ends(first[0], last[1]) };
}

/**
 * The least that the height of a line stands for: five points of a share, ten of an NPS, a fifth of the target of
 * anything else, and twice what chance alone moves one period (about the interval of the whole, times the root of the
 * number of periods), so that noise is a ripple and never a cliff.
 */
export function leastSpan(cell: CellReport, values: readonly number[]): number {
  const { unit, measure, target, interval } = cell;
  // The target of what adds up is the whole's, and no measure of one period.
  const usual = addsUp(cell) ? greatest(values.map(Math.abs)) : Math.abs(target.value);
  const fixed = unit === 'share' ? 0.05 : measure === 'nps' ? 10 : usual / 5;
  const { low, high } = interval ?? { low: null, high: null };
  const chance = low === null || high === null ? 0 : 2 * (high - low) * Math.sqrt(values.length);
  return Math.max(fixed, chance) || 1;
}

/** Can the period still change? */
export const isOpen = ({ verdict, pending }: PeriodReport, cell: CellReport): boolean =>
  verdict === null && (pending > 0 || !addsUp(cell));

/** One sign a period: its value between the line's least and most, a dot where it cannot be judged yet. */
export function trendLine(cell: CellReport, froms: readonly string[], { levels, open }: Glyphs): string {
  const value = (period: PeriodReport | undefined): number | null =>
    period === undefined || isOpen(period, cell) ? null : period.value;
  const periods = froms.map((from) => cell.periods.find((period) => period.from === from));
  const values = periods.map(value).filter((known) => known !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(most - least, leastSpan(cell, values));
  const floor = (least + most) / 2 - span / 2;
  return periods
    .map((period) => {
      const known = value(period);
      // Nothing happened: a gap. Not judged yet: a dot.
      if (known === null) return period === undefined || (period.cases === 0 && period.pending === 0) ? ' ' : open;
      const level = Math.floor(((known - floor) / span) * levels.length);
      return levels[Math.max(0, Math.min(levels.length - 1, level))] ?? open;
    })
    .join('');
}

/** A rising line of as many steps, for the head of the column: this is how to read it. */
export function legend(length: number, { levels }: Glyphs): string {
  const step = (index: number): number => Math.round((index / Math.max(1, length - 1)) * (levels.length - 1));
  return Array.from({ length }, (_, index) => levels[step(index)] ?? '').join('');
}
