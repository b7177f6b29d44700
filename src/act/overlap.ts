import type { GapReport } from '../model/report.ts';

/** Whole days, both included; null: without end. */
export type Window = GapReport['window'];

/** The days that both windows hold; null where they share none. An end that is not known is none. */
export function sharedDays(a: Window, b: Window): Window | null {
  const from = further(a.from, b.from, 1);
  const to = further(a.to, b.to, -1);
  return from !== null && to !== null && order(from, to) > 0 ? null : { from, to };
}

/** The first window begins after the second has ended. */
export function isAfter(a: Window, b: Window): boolean {
  return a.from !== null && b.to !== null && order(a.from, b.to) > 0;
}

/** Days of a window; null where it has no end. */
export function lengthOf({ from, to }: Window): number | null {
  if (from === null || to === null) return null;
  return Math.round((Date.parse(`${from}T00:00:00Z`) - Date.parse(`${to}T00:00:00Z`)) / -86_400_000) + 1;
}

function further(a: string | null, b: string | null, sign: 1 | -1): string | null {
  if (a === null || b === null) return a ?? b;
  return order(a, b) * sign >= 0 ? a : b;
}

/** Years may have more than four digits. */
function order(a: string, b: string): number {
  const [one, other] = [a.padStart(12, '0'), b.padStart(12, '0')];
  return one < other ? -1 : one > other ? 1 : 0;
}
