import type { CellReport, PeriodReport, SegmentReport, Verdict } from '../../../model/report.ts';
import { addsUp } from '../../adds-up.ts';
import { period } from '../../dates.ts';
import { count, type Figures, fixed } from '../../numbers.ts';
import { pointsOf } from '../../readings.ts';
import { verdictWord } from '../../verdict-word.ts';
import { type GridColumn, grid } from './grid.ts';
import type { Paper } from './paper.ts';
import { cut, widthOf, wrap } from './text.ts';
import { isOpen } from './trend.ts';

/** Beyond this, a page is no longer read; `--format csv --by` has them all. */
const MOST = 24;
/** The week has 168 hours: the worst of them, and that there are others. */
const MOST_HOURS = 10;

interface Row {
  readonly name: string;
  /** `open`: it can still change; null: it is not judged. */
  readonly verdict: Verdict | 'open' | null;
  readonly figures: readonly string[];
}

/**
 * A small table: sign and name, figures, verdict in a word. Columns that hold nothing are left out, and those that would
 * not fit go from the right.
 */
function rowsTable(title: string, heads: readonly string[], rows: readonly Row[], paper: Paper): string[] {
  const { glyphs, width, verdict } = paper;
  const widths = heads.map((head, at) =>
    Math.max(widthOf(head), ...rows.map(({ figures }) => widthOf(figures[at] ?? ''))),
  );
  const kept: number[] = [];
  const longest = Math.max(widthOf(title), ...rows.map((row) => widthOf(row.name)));
  const least = Math.min(12, longest);
  let room = width - 4 - least;
  for (const [at, columns] of widths.entries()) {
    if (rows.every(({ figures }) => (figures[at] ?? '') === '')) continue;
    if (room < columns + 2) break;
    kept.push(at);
    room -= columns + 2;
  }
  const name = Math.min(least + room, longest, 32);
  const columns: GridColumn[] = [
    { align: 'left', width: 4 + name },
    ...kept.map((at): GridColumn => ({ align: 'right', width: widths[at] ?? 0 })),
  ];
  const head = [
    { lines: [`  ${cut(title, name + 2, glyphs.ellipsis)}`], paint: paper.bold },
    ...kept.map((at) => ({ lines: [heads[at] ?? ''], paint: paper.dim })),
  ];
  const body = rows.map((row) => {
    const { verdict: own } = row;
    const sign = own === null ? ' ' : own === 'open' ? glyphs.open : glyphs.verdicts[own];
    const paint = own === null ? (text: string) => text : own === 'open' ? paper.dim : verdict[own];
    const label = `  ${sign} ${cut(row.name, name, glyphs.ellipsis)}`;
    return [
      { lines: [label], paint: (text: string) => text.replace(/\S/u, paint) },
      ...kept.map((at) => ({ lines: [row.figures[at] ?? ''] })),
    ];
  });
  return grid(columns, [head, ...body], 2);
}

const maybe = (number: number | null, { glyphs }: Paper): string =>
  number === null ? '' : count(number, glyphs.numbers);

function figuresOf(part: PeriodReport | SegmentReport, cell: CellReport, numbers: Figures, paper: Paper): string[] {
  const { value, cases, kept, missed, pending } = part;
  const { unit, target } = cell;
  const figure = value === null || unit === null ? null : { value, unit, target };
  return [
    figure === null ? '' : numbers.value(figure.value, figure.unit, target),
    figure === null || addsUp(cell) ? '' : numbers.gap(figure, pointsOf(cell)),
    ...[maybe(cases, paper), maybe(kept, paper), maybe(missed, paper), maybe(pending, paper)],
  ];
}

const HEADS = ['value', 'gap', 'cases', 'kept', 'missed', 'pending'] as const;
const words = (verdict: Row['verdict']): string =>
  verdict === null ? '' : verdict === 'open' ? verdict : verdictWord[verdict];

/** Value and counts a period; `open` where a deadline has not passed yet, no word where periods add up to the whole. */
export function periodTable(cell: CellReport, numbers: Figures, paper: Paper): string[] {
  if (cell.periods.length === 0) return [];
  const shown = cell.periods.slice(-MOST);
  const rows = shown.map((part): Row => {
    const { from, to } = part;
    const verdict = isOpen(part, cell) ? 'open' : part.verdict;
    return { name: period(from, to), verdict, figures: [...figuresOf(part, cell, numbers, paper), words(verdict)] };
  });
  const more = cell.periods.length - shown.length;
  return [
    ...rowsTable('Periods', [...HEADS, 'verdict'], rows, paper),
    ...unjudged(
      cell.periods.filter((part) => !isOpen(part, cell)),
      paper,
    ),
    ...rest(more, 'earlier periods', 'period', paper),
  ];
}

/** Value and counts a segment, a table for each column that divides them; worst first, as the report has them. */
export function segmentTables(cell: CellReport, numbers: Figures, paper: Paper): string[][] {
  const groups = new Map<string, SegmentReport[]>();
  for (const segment of cell.segments) groups.set(segment.by, [...(groups.get(segment.by) ?? []), segment]);
  return [...groups].map(([by, segments]) => {
    const rows = segments.slice(0, by === 'hour_of_week' ? MOST_HOURS : MOST).map((part): Row => {
      const excess = part.excess === null ? '' : fixed(part.excess, 1, paper.glyphs.numbers);
      const stands = part.stands_out === true ? 'yes' : '';
      const figures = [...figuresOf(part, cell, numbers, paper), excess, words(part.verdict), stands];
      return { name: paper.say(part.is), verdict: part.verdict, figures };
    });
    const more = segments.length - rows.length;
    const title = `By ${paper.say(by)}`;
    return [
      ...rowsTable(title, [...HEADS, 'excess', 'verdict', 'beyond chance'], rows, paper),
      ...unjudged(segments, paper),
      ...rest(more, 'more', 'segment', paper),
    ];
  });
}

/** Why no part has a verdict. */
function unjudged(parts: readonly (PeriodReport | SegmentReport)[], paper: Paper): string[] {
  if (parts.length === 0 || parts.some(({ verdict }) => verdict !== null)) return [];
  return wrap('no verdicts: the target is that of the whole', paper.width - 4).map((line) => paper.dim(`    ${line}`));
}

function rest(more: number, what: string, grain: string, paper: Paper): string[] {
  if (more <= 0) return [];
  const text = `and ${count(more, paper.glyphs.numbers)} ${what}: --format csv --by ${grain}`;
  return [paper.dim(`    ${cut(text, paper.width - 4, paper.glyphs.ellipsis)}`)];
}
