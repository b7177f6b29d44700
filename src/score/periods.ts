import type { IntervalReport, PeriodReport, TrendReport } from '../model/report.ts';
import { type GroupKeys, NO_PERIOD } from '../model/tally.ts';
import type { DayRange, PeriodGrain } from '../model/time.ts';
import { newcombe } from '../statistics/newcombe.ts';
import { isoDate, parseIsoDate } from '../vocabulary/time/civil.ts';
import { periodEnd, periodStart, periodsBetween } from '../vocabulary/time/periods.ts';
import { type JudgeContext, judge } from './judge.ts';
import { NO_COUNTS, type SettledShare, sumBy } from './share.ts';
import { isMeasured } from './worst.ts';

/** The grain of the trend over the days of the window, cut at its ends; empty where the channel bears no time. */
export function periodReports(
  settled: SettledShare,
  keys: GroupKeys,
  grain: PeriodGrain,
  days: DayRange | null,
  context: JudgeContext,
): readonly PeriodReport[] {
  const starts = keys.periods[keys.grains.indexOf(grain)];
  if (days === null || starts === undefined) return [];
  const sums = sumBy(settled, (group) => {
    const start = starts[group] ?? NO_PERIOD;
    return start === NO_PERIOD ? null : start;
  });
  return shownPeriods(grain, days, sums).map(({ from, to }) => {
    const judged = judge(sums.get(from) ?? NO_COUNTS, context);
    const { kept, missed, pending } = judged.counts;
    return {
      from: isoDate(Math.max(from, days.from)),
      to: isoDate(Math.min(to, days.to)),
      value: judged.value,
      cases: judged.cases,
      kept,
      missed,
      pending,
      verdict: pending > 0 ? null : judged.verdict,
    };
  });
}

function isWhole({ from, to }: PeriodReport, grain: PeriodGrain): boolean {
  const first = parseIsoDate(from);
  const last = parseIsoDate(to);
  return first !== null && last === periodEnd(grain, first) && first === periodStart(grain, first);
}

/** More periods than these are not shown where nothing happened: one misdated row would make a report of millennia. */
const MOST_PERIODS = 5000;

function shownPeriods(grain: PeriodGrain, days: DayRange, sums: ReadonlyMap<number, unknown>): readonly DayRange[] {
  const shortest = { day: 1, week: 7, month: 28, quarter: 90 }[grain];
  if ((days.to - days.from) / shortest <= MOST_PERIODS) return periodsBetween(grain, days.from, days.to);
  return [...sums.keys()].sort((a, b) => a - b).map((from) => ({ from, to: periodEnd(grain, from) }));
}

/**
 * From the first period that was judged to the last. Periods that the window cuts short are stubs, too few days to
 * stand for their like: they are left out where at least two whole ones remain.
 */
export function trendReport(
  periods: readonly PeriodReport[],
  grain: PeriodGrain,
  confidence: number,
): TrendReport | null {
  const known = periods.filter(({ verdict }) => verdict !== null && isMeasured(verdict));
  const whole = known.filter((period) => isWhole(period, grain));
  const judged = whole.length >= 2 ? whole : known;
  const first = judged[0];
  const last = judged.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  const change = (last.value ?? 0) - (first.value ?? 0);
  const of = ({ kept, cases }: PeriodReport): { kept: number; cases: number } => ({ kept: kept ?? 0, cases });
  const bounds = newcombe(of(last), of(first), confidence);
  const interval: IntervalReport | null = bounds === null ? null : { ...bounds, method: 'newcombe' };
  const beyondChance = interval !== null && (interval.low > 0 || interval.high < 0);
  const direction = beyondChance ? (change > 0 ? 'rising' : 'falling') : 'steady';
  return { direction, p: null, change, interval };
}
