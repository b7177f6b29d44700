import type { CellReport } from '../model/report.ts';
import { day } from './dates.ts';
import { followUp } from './follow-up.ts';
import { count, type Figures, fixed } from './numbers.ts';
import type { Voice } from './voice.ts';
import { worstOf } from './worst-segment.ts';

/** `1 case`, `2 950 cases` */
export function cases(number: number, { numbers }: Pick<Voice, 'numbers'>, noun = 'case'): string {
  return `${count(number, numbers)} ${noun}${number === 1 ? '' : 's'}`;
}

/** Where most of what was lacking comes from; how much that is stands with what to act on. */
function worstPart(cell: CellReport, own: Figures, voice: Voice): string[] {
  const { unit, target } = cell;
  const { numbers: style, name } = voice;
  const worst = worstOf(cell);
  if (worst === null || worst.value === null || unit === null) return [];
  const counted =
    worst.missed === null
      ? `, ${cases(worst.cases, voice)}`
      : `, ${count(worst.missed, style)} of ${count(worst.cases, style)} missed`;
  const chance = worst.stands_out === false ? ', though chance alone can do as much' : '';
  const where = `${name(worst.by)} ${name(worst.is)}`;
  return [`worst: ${where} (${own.value(worst.value, unit, target)}${counted})${chance}`];
}

/** What has to be said of a channel beside its figures; empty where they say it all. */
function judged(cell: CellReport, own: Figures, voice: Voice): string {
  const { value, value_if_pending_missed: pessimistic, unit, target, verdict, gap, reason, waived } = cell;
  if (value === null || unit === null) return '';
  const meets = (figure: number): boolean => (target.op === '>=' ? figure >= target.value : figure <= target.value);
  const pending =
    pessimistic !== null && meets(value) && !meets(pessimistic)
      ? [`would be ${own.value(pessimistic, unit, target)} if every pending one ${atWorst(cell)}`]
      : [];
  const named = reason === '' ? [] : [voice.say(reason)];
  switch (verdict) {
    case 'missed':
      return [...(gap !== null && gap >= 0 ? named : []), ...worstPart(cell, own, voice), ...pending].join('; ');
    case 'waived':
      return waived === null
        ? named.join('')
        : `waived until ${voice.say(day(waived.until))}: ${voice.say(waived.reason)}`;
    case 'close':
      return [...(pending.length > 0 ? pending : named)].join('; ');
    case 'unproven':
      return ['unproven', ...named].join(': ');
    default:
      return pending.join('; ');
  }
}

/** How a pending occasion turns out at worst, in the words of its measure. */
export const atWorst = ({ events }: CellReport): string => (events === null ? 'were missed' : 'came out worst');

/**
 * What `count`, `rate` and `ratio` count, and in how many their value is told: `17 of 5 210, told per 1 000`; of another
 * channel's occasions `17 against 5 210 of orders`.
 */
export function counted({ events, per, against, cases: all }: CellReport, voice: Voice): string | null {
  if (events === null) return null;
  const { numbers: style } = voice;
  const of =
    against === null
      ? `${count(events, style)} of ${count(all, style)}`
      : `${count(events, style)} against ${count(all, style)} of ${voice.name(against)}`;
  return per === null ? of : `${of}, told per ${fixed(per, Number.isInteger(per) ? 0 : 2, style)}`;
}

/** Occasions that came to no outcome: counted, and not passed over. */
function apart({ excluded, unreadable, filtered, events_aside: aside }: CellReport, { numbers }: Voice): string[] {
  const uncounted = (aside?.excluded ?? 0) + (aside?.unreadable ?? 0);
  return [
    ...(excluded > 0 ? [`${count(excluded, numbers)} excluded, where a needed cell is blank`] : []),
    ...(filtered > 0 ? [`${count(filtered, numbers)} not taken by its where`] : []),
    ...(unreadable > 0 ? [`${count(unreadable, numbers)} unreadable`] : []),
    // Of what a ratio counts; that its where leaves out the others is its purpose.
    ...(uncounted > 0 ? [`${count(uncounted, numbers)} could not be counted`] : []),
  ];
}

/** All that is told of a channel beside its row of figures, in one line; empty where they say it all. */
export function remarks(cell: CellReport, own: Figures, voice: Voice): string {
  // A count is its own figure.
  const events = cell.measure === 'count' ? '' : (counted(cell, voice) ?? '');
  const open = followUp(cell, own, voice.numbers) ?? '';
  return [events, judged(cell, own, voice), open, ...apart(cell, voice)].filter((part) => part !== '').join('; ');
}
