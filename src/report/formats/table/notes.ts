import type { CellReport, SegmentReport } from '../../../model/report.ts';
import { day } from '../../dates.ts';
import { followUp } from '../../follow-up.ts';
import { count, type Figures, figures, fixed } from '../../numbers.ts';
import { readingsOf } from '../../readings.ts';
import { figuresFor } from './columns.ts';
import { BEFORE_NAME, type Layout } from './layout.ts';
import type { Paper } from './paper.ts';
import { cut, hanging, padEnd, widthOf } from './text.ts';

/** Columns of a channel's name before a note. */
const MOST_NAME = 16;
const LEAST_NAME = 8;

/** `1 case`, `2 950 cases` */
export function cases(number: number, paper: Paper, noun = 'case'): string {
  return `${count(number, paper.glyphs.numbers)} ${noun}${number === 1 ? '' : 's'}`;
}

/** Below this, the level of a segment is an anecdote. */
const FEW = 5;

/**
 * The segment with most misses beyond the channel's own rate: not the largest one, and not one of a single case. For a
 * level the worst one that misses, and is worse than the whole.
 */
function worstOf(cell: CellReport): SegmentReport | null {
  const { segments, value, kept, target } = cell;
  if (kept === null) {
    const isWorse = (figure: number | null): boolean =>
      figure !== null && value !== null && (target.op === '>=' ? figure < value : figure > value);
    return segments.find((part) => part.verdict === 'missed' && part.cases >= FEW && isWorse(part.value)) ?? null;
  }
  const rate = 1 - (value ?? 0);
  const beyond = ({ missed, cases: all }: SegmentReport): number => (missed === null ? 0 : missed - rate * all);
  const missed = segments.filter((segment) => segment.verdict === 'missed' && beyond(segment) > 0);
  return missed.toSorted((a, b) => beyond(b) - beyond(a)).at(0) ?? null;
}

/** How much was lacking, and where most of it comes from. */
function shortOf(cell: CellReport, numbers: Figures, paper: Paper): string[] {
  const { shortfall, unit, target } = cell;
  const short =
    shortfall === null || shortfall <= 0
      ? []
      : [`${count(shortfall, paper.glyphs.numbers)} more kept would have met it`];
  const worst = worstOf(cell);
  if (worst === null || worst.value === null || unit === null) return short;
  const { numbers: style } = paper.glyphs;
  const counted =
    worst.missed === null
      ? `, ${cases(worst.cases, paper)}`
      : `, ${count(worst.missed, style)} of ${count(worst.cases, style)} missed`;
  const chance = worst.stands_out === false ? ', though chance alone can do as much' : '';
  const name = `${paper.name(worst.by)} ${paper.name(worst.is)}`;
  return [...short, `worst: ${name} (${numbers.value(worst.value, unit, target)}${counted})${chance}`];
}

/** What has to be said of a channel beside its figures; empty where they say it all. */
function remarks(cell: CellReport, numbers: Figures, paper: Paper): string {
  const { value, value_if_pending_missed: pessimistic, unit, target, verdict, gap, reason, waived } = cell;
  if (value === null || unit === null) return '';
  const meets = (figure: number): boolean => (target.op === '>=' ? figure >= target.value : figure <= target.value);
  const pending =
    pessimistic !== null && meets(value) && !meets(pessimistic)
      ? [`would be ${numbers.value(pessimistic, unit, target)} if every pending one ${atWorst(cell)}`]
      : [];
  const named = reason === '' ? [] : [paper.say(reason)];
  switch (verdict) {
    case 'missed':
      return [...(gap !== null && gap >= 0 ? named : []), ...shortOf(cell, numbers, paper), ...pending].join('; ');
    case 'waived':
      return waived === null ? named.join('') : `waived until ${day(waived.until)}: ${paper.say(waived.reason)}`;
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
export function counted({ events, per, against, cases: all }: CellReport, paper: Paper): string | null {
  if (events === null) return null;
  const style = paper.glyphs.numbers;
  const of =
    against === null
      ? `${count(events, style)} of ${count(all, style)}`
      : `${count(events, style)} against ${count(all, style)} of ${paper.name(against)}`;
  return per === null ? of : `${of}, told per ${fixed(per, Number.isInteger(per) ? 0 : 2, style)}`;
}

/** Occasions that came to no outcome: counted, and not passed over. */
function apart({ excluded, unreadable, filtered, events_aside: aside }: CellReport, paper: Paper): string[] {
  const { numbers } = paper.glyphs;
  const uncounted = (aside?.excluded ?? 0) + (aside?.unreadable ?? 0);
  return [
    ...(excluded > 0 ? [`${count(excluded, numbers)} excluded, where a needed cell is blank`] : []),
    ...(filtered > 0 ? [`${count(filtered, numbers)} not taken by its where`] : []),
    ...(unreadable > 0 ? [`${count(unreadable, numbers)} unreadable`] : []),
    // Of what a ratio counts; that its where leaves out the others is its purpose.
    ...(uncounted > 0 ? [`${count(uncounted, numbers)} could not be counted`] : []),
  ];
}

/**
 * Lines below the table, a channel each.
 *
 * @param formulas - how each channel is measured, where it is not said of all at once; empty: it is
 */
export function notes(
  cells: readonly CellReport[],
  layout: Layout | null,
  paper: Paper,
  formulas: ReadonlyMap<CellReport, string>,
): string[] {
  const shared = figures(readingsOf(cells), paper.glyphs.numbers);
  const name = Math.min(layout?.name ?? 0, MOST_NAME) || LEAST_NAME;
  return cells.flatMap((cell) => {
    const numbers = figuresFor(cell, shared, paper);
    // A count is its own figure.
    const events = cell.measure === 'count' ? '' : (counted(cell, paper) ?? '');
    const open = followUp(cell, numbers, paper.glyphs.numbers) ?? '';
    const said = [events, remarks(cell, numbers, paper), open, ...apart(cell, paper)];
    const texts = [formulas.get(cell) ?? '', said.filter((part) => part !== '').join('; ')];
    const label = padEnd(cut(paper.say(cell.channel), name, paper.glyphs.ellipsis), name);
    return texts
      .filter((text) => text !== '')
      .flatMap((text, index) => {
        const lead = `${' '.repeat(BEFORE_NAME)}${index === 0 ? label : ' '.repeat(widthOf(label))}  `;
        return hanging(lead, text, paper.measure);
      })
      .map(paper.dim);
  });
}
