import type { CellReport, SegmentReport } from '../../../model/report.ts';
import { day } from '../../dates.ts';
import { count, type Figures, figures } from '../../numbers.ts';
import { readingsOf } from './columns.ts';
import { BEFORE_NAME, type Layout } from './layout.ts';
import type { Paper } from './paper.ts';
import { cut, hanging, padEnd } from './text.ts';

/** Columns of a channel's name before a note. */
const MOST_NAME = 16;
const LEAST_NAME = 8;

/** `1 case`, `2 950 cases` */
export function cases(number: number, paper: Paper, noun = 'case'): string {
  return `${count(number, paper.glyphs.numbers)} ${noun}${number === 1 ? '' : 's'}`;
}

/** The segment with most misses beyond the channel's own rate: not the largest one, and not one of a single case. */
function worstOf({ segments, value }: CellReport): SegmentReport | null {
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
  const counted = worst.missed === null ? '' : `, ${count(worst.missed, style)} of ${count(worst.cases, style)} missed`;
  const name = `${paper.name(worst.by)} ${paper.name(worst.is)}`;
  return [...short, `worst: ${name} (${numbers.value(worst.value, unit, target)}${counted})`];
}

/** What has to be said of a channel beside its figures; empty where they say it all. */
function remarks(cell: CellReport, numbers: Figures, paper: Paper): string {
  const { value, value_if_pending_missed: pessimistic, unit, target, verdict, gap, reason, waived } = cell;
  if (value === null || unit === null) return '';
  const meets = (figure: number): boolean => (target.op === '>=' ? figure >= target.value : figure <= target.value);
  const pending =
    pessimistic !== null && meets(value) && !meets(pessimistic)
      ? [`would be ${numbers.value(pessimistic, unit, target)} if every pending one were missed`]
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

/** Occasions that came to no outcome: counted, and not passed over. */
function apart({ excluded, unreadable, filtered }: CellReport, paper: Paper): string[] {
  const { numbers } = paper.glyphs;
  return [
    ...(excluded > 0 ? [`${count(excluded, numbers)} excluded, where a needed cell is blank`] : []),
    ...(filtered > 0 ? [`${count(filtered, numbers)} not taken by its where`] : []),
    ...(unreadable > 0 ? [`${count(unreadable, numbers)} unreadable`] : []),
  ];
}

/** Lines below the table, a channel each. */
export function notes(cells: readonly CellReport[], layout: Layout | null, paper: Paper): string[] {
  const numbers = figures(readingsOf(cells), paper.glyphs.numbers);
  const name = Math.min(layout?.name ?? 0, MOST_NAME) || LEAST_NAME;
  return cells.flatMap((cell) => {
    const text = [remarks(cell, numbers, paper), ...apart(cell, paper)].filter((part) => part !== '').join('; ');
    if (text === '') return [];
    const label = padEnd(cut(paper.say(cell.channel), name, paper.glyphs.ellipsis), name);
    return hanging(`${' '.repeat(BEFORE_NAME)}${label}  `, text, paper.measure).map(paper.dim);
  });
}
