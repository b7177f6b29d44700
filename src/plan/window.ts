import type { DayNumber, DayRange, WindowSpec } from '../model/time.ts';
import { periodEnd, periodStart } from '../vocabulary/time/periods.ts';

/** Days before any export, and after. */
const EVER: DayRange = { from: -10_000_000, to: 10_000_000 };

/**
 * The window in whole days; null for all rows. `last` ends with the day that the data reaches (90d), or is the last
 * whole period before it.
 *
 * @param reached The day of the explicit as_of, else of the newest `at`; null where nothing is dated.
 * @returns `undefined` where `last` has no day to count from.
 */
export function windowDays(spec: WindowSpec | null, reached: DayNumber | null): DayRange | null | undefined {
  if (spec === null) return null;
  if (spec.kind === 'days') return { from: spec.from ?? EVER.from, to: spec.to ?? EVER.to };
  if (reached === null) return undefined;
  if (spec.kind === 'last-days') return { from: reached - spec.days + 1, to: reached };
  const to = periodStart(spec.grain, reached) - 1;
  return { from: periodStart(spec.grain, to), to: periodEnd(spec.grain, to) };
}

/** The ends of the window that were given; null for an open one. */
export function boundsOf(window: DayRange | null): { readonly from: DayNumber | null; readonly to: DayNumber | null } {
  return {
    from: window === null || window.from === EVER.from ? null : window.from,
    to: window === null || window.to === EVER.to ? null : window.to,
  };
}

/** Is the end of the window open? Then what the data holds stands for it. */
export function boundedBy(window: DayRange | null, data: DayRange | null): DayRange | null {
  if (window === null) return data;
  const from = window.from === EVER.from ? data?.from : window.from;
  const to = window.to === EVER.to ? data?.to : window.to;
  return from === undefined || to === undefined || from > to ? null : { from, to };
}
