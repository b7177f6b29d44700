import type { ActionReport, GapReport } from '../model/report.ts';
import { count, fixed } from './numbers.ts';
import { ownFigures, pointsOf, readingOf } from './readings.ts';
import { cases } from './remarks.ts';
import type { Voice } from './voice.ts';

/** What it cost: cases, people, money; how far off it was where no case can be counted. */
export function toll(action: ActionReport, report: GapReport, voice: Voice): string {
  const { shortfall, let_down: down, let_down_again: again, owed } = action;
  const cell = report.promises
    .find(({ id }) => id === action.promise)
    ?.channels.find(({ channel }) => channel === action.channel);
  const reading = cell === undefined ? null : readingOf(cell);
  const gap =
    cell === undefined
      ? []
      : // What has ended may meet the target, and the verdict go by what has not, or by a segment.
        reading === null || (cell.gap ?? 0) >= 0
        ? [voice.say(cell.reason)]
        : [ownFigures(cell, voice.numbers).gap(reading, pointsOf(cell))];
  const twice = again === null || again === 0 ? '' : ` (${count(again, voice.numbers)} more than once)`;
  return [
    ...(shortfall === null ? gap : [`${cases(shortfall, voice)} short`]),
    ...(down === null ? [] : [`${cases(down, voice, 'customer')} let down${twice}`]),
    ...(owed === null ? [] : [`${money(owed, voice)} owed`]),
  ].join(', ');
}

/** `2 600 EUR` */
export function money(
  { amount, currency }: { readonly amount: number; readonly currency: string },
  { numbers, say }: Voice,
): string {
  return `${fixed(amount, Number.isInteger(amount) ? 0 : 2, numbers)} ${say(currency)}`;
}
