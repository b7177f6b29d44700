import type { CellReport } from '../../../../model/report.ts';

/** What a chart shows, from end to end, in the unit of the cell. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Between two marks of the scale, which stand at its multiples; both ends are such, but where the measure itself ends. */
  readonly step: number;
}

const DECIMAL = [1, 2, 5, 10];
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Steps that are said in one word each, in seconds. */
const OF_TIME = [1, 2, 5, 10, 15, 30]
  .flatMap((few) => [few, few * MINUTE])
  .concat([HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR])
  .sort((a, b) => a - b);

function decimalStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (DECIMAL.find((few) => few * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** The smallest step that people say and that is not below `least`. */
function step(least: number, { unit, clock }: CellReport): number {
  if (unit !== 'seconds' || least <= 0.5) return decimalStep(least);
  // Open hours are no days.
  const long = clock === null ? DAY : HOUR;
  return OF_TIME.find((few) => few >= least && few <= long) ?? decimalStep(least / long) * long;
}

/** Where the measure itself ends: no share lies above 1. What is given lies within, whatever it is. */
function limits({ unit, measure }: CellReport, figures: readonly number[]): readonly [number, number] {
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  if (unit === 'share') return [Math.min(0, least), Math.max(1, most)];
  if (measure === 'nps') return [Math.min(-100, least), Math.max(100, most)];
  return [least >= 0 ? 0 : -Number.MAX_VALUE, most <= 0 ? 0 : Number.MAX_VALUE];
}

/**
 * The range of round ends that holds the figures and, as far as the measure goes, all from `low` to `high`; null where they
 * are too large to be drawn.
 *
 * @param moves at a limit of the measure: true, the range moves away and keeps its width; false, it ends there
 */
export function rangeOf(
  cell: CellReport,
  figures: readonly number[],
  wanted: { readonly low: number; readonly high: number },
  moves: boolean,
): Range | null {
  const [least, most] = limits(cell, figures);
  let low = Math.min(wanted.low, ...figures);
  let high = Math.max(wanted.high, ...figures);
  const over = moves ? Math.max(0, high - most) - Math.max(0, least - low) : 0;
  [low, high] = [Math.max(least, low - over), Math.min(most, high - over)];
  // Below this, doubles lie too far apart for a scale.
  const width = Math.max(high - low, Math.max(Math.abs(low), Math.abs(high)) * 1e-9, 1e-12);
  const by = step(width / 6, cell);
  const clean = (figure: number): number => Number(figure.toPrecision(12));
  const range = {
    low: Math.min(Math.max(least, clean(Math.floor(low / by + 1e-9) * by)), low),
    high: Math.max(Math.min(most, clean(Math.ceil(high / by - 1e-9) * by)), high),
    step: by,
  };
  return Number.isFinite(range.high - range.low) && range.high > range.low ? range : null;
}

/** The marks of the scale within the range. */
export function marksOf({ low, high, step: by }: Range): readonly number[] {
  const first = Math.ceil(low / by - 1e-9);
  const count = Math.floor(high / by + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, Math.min(20, count)) }, (_, index) =>
    Math.max(low, Math.min(high, (first + index) * by)),
  );
}
