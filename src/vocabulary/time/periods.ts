import type { DayNumber, DayRange, PeriodGrain } from '../../model/time.ts';
import { civil, dayOf, isoDate, isoWeek, isoYear, twoDigits, weekday } from './civil.ts';

/** First day of the period that holds the day. Weeks begin on Monday, quarters in January, April, July and October. */
export function periodStart(grain: PeriodGrain, day: DayNumber): DayNumber {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return day - weekday(day);
    case 'month': {
      return day - civil(day).day + 1;
    }
    case 'quarter': {
      const { year, month } = civil(day);
      return dayOf(year, firstOfQuarter(month), 1);
    }
  }
}

/** Last day of the period that holds the day; it belongs to the period. */
export function periodEnd(grain: PeriodGrain, day: DayNumber): DayNumber {
  return nextPeriod(grain, day) - 1;
}

/** First day of the period after the one that holds the day. */
export function nextPeriod(grain: PeriodGrain, day: DayNumber): DayNumber {
  switch (grain) {
    case 'day':
      return day + 1;
    case 'week':
      return day - weekday(day) + 7;
    case 'month': {
      const { year, month } = civil(day);
      return firstOfMonth(year, month + 1);
    }
    case 'quarter': {
      const { year, month } = civil(day);
      return firstOfMonth(year, firstOfQuarter(month) + 3);
    }
  }
}

/** Every period that holds a day of `from..to`, whole, in order; none where `to` lies before `from`. */
export function periodsBetween(grain: PeriodGrain, from: DayNumber, to: DayNumber): readonly DayRange[] {
  const periods: DayRange[] = [];
  if (to < from) return periods;
  let start = periodStart(grain, from);
  while (start <= to) {
    const next = nextPeriod(grain, start);
    periods.push({ from: start, to: next - 1 });
    start = next;
  }
  return periods;
}

/** `2026-01-31`, `2026-W07`, `2026-03` or `2026-Q1`: names of one grain sort in the order of time. */
export function periodName(grain: PeriodGrain, day: DayNumber): string {
  switch (grain) {
    case 'day':
      return isoDate(day);
    case 'week': {
      const { year, week } = isoWeek(day);
      return `${isoYear(year)}-W${twoDigits(week)}`;
    }
    case 'month': {
      const { year, month } = civil(day);
      return `${isoYear(year)}-${twoDigits(month)}`;
    }
    case 'quarter': {
      const { year, month } = civil(day);
      return `${isoYear(year)}-Q${(firstOfQuarter(month) + 2) / 3}`;
    }
  }
}

function firstOfQuarter(month: number): number {
  return month - ((month - 1) % 3);
}

function firstOfMonth(year: number, month: number): DayNumber {
  return month > 12 ? dayOf(year + 1, month - 12, 1) : dayOf(year, month, 1);
}
