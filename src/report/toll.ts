import type { ActionReport, CellReport, GapReport } from '../model/report.ts';
import { count, fixed, round } from './numbers.ts';
import { ownFigures, pointsOf, readingOf } from './readings.ts';
import { cases } from './remarks.ts';
import { cellOf, setsRightText } from './sets-right.ts';
import type { Voice } from './voice.ts';

/** What would have kept it, how it weighs, and what it cost: people, money. */
export function toll(action: ActionReport, report: GapReport, voice: Voice): string {
  const { weight, let_down: down, let_down_again: again, owed } = action;
  const cell = cellOf(action, report);
  const twice = again === null || again === 0 ? '' : ` (${count(again, voice.numbers)} more than once)`;
  const lacking = cell === undefined ? '' : lackingOf(action, cell, voice);
  return [
    ...(lacking === '' ? [] : [lacking]),
    ...(weight === 1 ? [] : [`weight ${weightText(weight, voice)}`]),
    ...(down === null ? [] : [`${cases(down, voice, 'customer')} let down${twice}`]),
    ...(owed === null ? [] : [`${money(owed, voice)} owed`]),
  ].join(', ');
}

/** The number that would have kept it; how far off it was where none is known. */
function lackingOf(action: ActionReport, cell: CellReport, voice: Voice): string {
  const right = setsRightText(action, cell, voice);
  if (right !== '') return right;
  if (action.shortfall !== null && action.shortfall > 0) return `${cases(action.shortfall, voice)} short`;
  const reading = readingOf(cell);
  // What has ended may meet the target, and the verdict go by what has not, or by a segment.
  return reading === null || (cell.gap ?? 0) >= 0
    ? voice.say(cell.reason)
    : ownFigures(cell, voice.numbers).gap(reading, pointsOf(cell));
}

/** `3`, `1.5`: with two decimals where it has so many. */
export const weightText = (weight: number, { numbers }: Pick<Voice, 'numbers'>): string =>
  fixed(weight, [0, 1].find((decimals) => round(weight, decimals) === weight) ?? 2, numbers);

/** `2 600 EUR` */
export function money(
  { amount, currency }: { readonly amount: number; readonly currency: string },
  { numbers, say }: Voice,
): string {
  return `${fixed(amount, decimalsOf(amount), numbers)} ${say(currency)}`;
}

const MOST_DECIMALS = 12;

/** None of a whole amount, else two, or as many as it has. */
function decimalsOf(amount: number): number {
  if (Number.isInteger(amount)) return 0;
  let decimals = 2;
  while (decimals < MOST_DECIMALS && Number(amount.toFixed(decimals)) !== amount) decimals += 1;
  return decimals;
}
