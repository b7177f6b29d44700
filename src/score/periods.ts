import type { PeriodReport } from '../model/report.ts';
import { NO_PERIOD } from '../model/tally.ts';
import type { DayNumber, DayRange, PeriodGrain } from '../model/time.ts';
import { civil, isoDate } from '../vocabulary/time/civil.ts';
import { periodEnd, periodsBetween } from '../vocabulary/time/periods.ts';
import { type JudgeContext, type Judged, judge } from './judge.ts';
import { groupsBy, type Settled } from './settle/index.ts';

/** One period, judged; its days are cut at the ends of the window. */
export interface JudgedPeriod {
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** The window leaves all of its days in. */
  readonly isWhole: boolean;
  /** A deadline has not passed yet, so that it can still change. */
  readonly isOpen: boolean;
  /** Its place among the periods of its grain: neighbours differ by 1. */
  readonly place: number;
  readonly groups: readonly number[];
  readonly judged: Judged;
}

/** The grain of the trend over the days of the window; empty where the channel bears no time. */
export function judgePeriods(
  settled: Settled,
  grain: PeriodGrain,
  days: DayRange | null,
  context: JudgeContext,
): readonly JudgedPeriod[] {
  const starts = settled.keys.periods[settled.keys.grains.indexOf(grain)];
  if (days === null || starts === undefined) return [];
  const groups = groupsBy(settled.keys, (group) => {
    const start = starts[group] ?? NO_PERIOD;
    return start === NO_PERIOD ? null : start;
  });
  return shownPeriods(grain, days, groups).map(({ from, to }) => {
    const own = groups.get(from) ?? [];
    const judged = judge(settled.cut(own), context);
    return {
      from: Math.max(from, days.from),
      to: Math.min(to, days.to),
      isWhole: from >= days.from && to <= days.to,
      isOpen: judged.figure.unsettled > 0,
      place: placeOf(grain, from),
      groups: own,
      judged,
    };
  });
}

/** @param isJudged - false: its measure adds up, and the target is the whole's */
export function periodReports(periods: readonly JudgedPeriod[], isJudged: boolean): readonly PeriodReport[] {
  return periods.map(({ from, to, isOpen, judged: { figure, verdict } }) => ({
    from: isoDate(from),
    to: isoDate(to),
    value: figure.value,
    cases: figure.cases,
    kept: figure.kept,
    missed: figure.missed,
    pending: figure.pending,
    verdict: isOpen || !isJudged ? null : verdict,
  }));
}

/** More periods than these are not shown where nothing happened: one misdated row would make a report of millennia. */
const MOST_PERIODS = 5000;

function shownPeriods(grain: PeriodGrain, days: DayRange, groups: ReadonlyMap<number, unknown>): readonly DayRange[] {
  const shortest = { day: 1, week: 7, month: 28, quarter: 90 }[grain];
  if ((days.to - days.from) / shortest <= MOST_PERIODS) return periodsBetween(grain, days.from, days.to);
  return [...groups.keys()].sort((a, b) => a - b).map((from) => ({ from, to: periodEnd(grain, from) }));
}

/** @param start - first day of the period */
function placeOf(grain: PeriodGrain, start: DayNumber): number {
  const { year, month } = civil(start);
  switch (grain) {
    case 'day':
      return start;
    case 'week':
      return Math.floor(start / 7);
    case 'month':
      return year * 12 + month;
    case 'quarter':
      return year * 4 + Math.floor((month - 1) / 3);
  }
}
