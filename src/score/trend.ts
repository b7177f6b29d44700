import type { Measure } from '../model/measure.ts';
import type { IntervalReport, TrendReport } from '../model/report.ts';
import type { Moments } from '../model/tally.ts';
import { mannKendall } from '../statistics/mann-kendall.ts';
import { newcombe } from '../statistics/newcombe.ts';
import { momentsOfSorted } from '../statistics/sorted-runs.ts';
import { welchInterval } from '../statistics/welch.ts';
import type { Figure, Sample } from '../vocabulary/measures/sample.ts';
import type { JudgedPeriod } from './periods.ts';
import type { Settled } from './settle/index.ts';
import { isMeasured } from './worst.ts';

/** From so many periods on a test can tell a trend from chance. */
const ENOUGH = 4;

/** Periods that can be held against each other: judged, or where the measure adds up, counted to their end. */
export function settledPeriods(periods: readonly JudgedPeriod[], isJudged: boolean): readonly JudgedPeriod[] {
  return periods.filter(
    ({ isOpen, judged: { figure, verdict } }) =>
      !isOpen && figure.value !== null && (isJudged ? isMeasured(verdict) : true),
  );
}

/**
 * Those that the window cuts short are stubs, too few days to stand for their like: they are left out where at least
 * two whole ones remain.
 */
export function comparable(settled: readonly JudgedPeriod[]): readonly JudgedPeriod[] {
  const whole = settled.filter(({ isWhole }) => isWhole);
  return whole.length >= 2 ? whole : settled;
}

/**
 * Whether the periods rise or fall. Four or more whole ones are tested by Mann and Kendall's
 * ranks; of fewer, the last is held against the first.
 */
export function trendReport(
  compared: readonly JudgedPeriod[],
  settled: Settled,
  measure: Measure<string>,
  confidence: number,
): TrendReport | null {
  const periods = comparable(compared);
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  const values = periods.map(({ judged }) => judged.figure.value ?? 0);
  const change = (values.at(-1) ?? 0) - (values[0] ?? 0);
  const interval = changeInterval(first, last, settled, measure, confidence);
  const test =
    periods.filter(({ isWhole }) => isWhole).length >= ENOUGH
      ? mannKendall(
          values,
          periods.map(({ place }) => place),
        )
      : null;
  if (test !== null) {
    const { p, s, slope } = test;
    const isTrend = p !== null && p < 1 - confidence;
    return { direction: !isTrend ? 'steady' : s > 0 ? 'rising' : 'falling', p, change, interval, slope };
  }
  const { low, high } = interval ?? { low: null, high: null };
  const direction = low !== null && low > 0 ? 'rising' : high !== null && high < 0 ? 'falling' : 'steady';
  return { direction, p: null, change, interval, slope: null };
}

/** Last less first: Newcombe's for what is a share, Welch's for what is a mean; null for all else. */
export function changeInterval(
  first: JudgedPeriod,
  last: JudgedPeriod,
  settled: Settled,
  measure: Measure<string>,
  confidence: number,
): IntervalReport | null {
  switch (measure.kind) {
    case 'kept_when':
    case 'tally':
    case 'rate': {
      const bounds = newcombe(proportion(last.judged.figure), proportion(first.judged.figure), confidence);
      if (bounds === null) return null;
      const per = measure.kind === 'rate' ? measure.per : 1;
      return { low: bounds.low * per, high: bounds.high * per, method: 'newcombe' };
    }
    case 'mean':
    case 'nps':
    case 'difference': {
      const [a, b] = [last, first].map(({ groups }) => momentsIn(settled.cut(groups).sample));
      const bounds = a == null || b == null ? null : welchInterval(a, b, confidence);
      // An answer of a score counts as 1, 0 or -1.
      const points = measure.kind === 'nps' ? 100 : 1;
      return bounds === null ? null : { low: bounds.low * points, high: bounds.high * points, method: 'welch' };
    }
    default:
      return null;
  }
}

function proportion({ kept, events, cases }: Figure): { kept: number; cases: number } {
  return { kept: kept ?? events ?? 0, cases };
}

function momentsIn(sample: Sample): Moments | null {
  if (sample.kind === 'moments') return sample.moments;
  return sample.kind === 'values' ? momentsOfSorted(sample.values) : null;
}
