import type { CellReport, SourceReport } from '../../../model/report.ts';
import { count, type Figures } from '../../numbers.ts';
import { readingOf } from './columns.ts';
import { grid } from './grid.ts';
import type { Paper } from './paper.ts';
import { hanging, widthOf } from './text.ts';

/** A line of the sum: what is there, what is taken off, what remains. */
type Step = readonly [kind: 'is' | 'less' | 'of', label: string, number: number];

const total = (sources: readonly SourceReport[], of: (source: SourceReport) => number): number =>
  sources.reduce((sum, source) => sum + of(source), 0);

/** From the rows of the files to the rows that this channel took. */
function reading(sources: readonly SourceReport[]): Step[] {
  if (sources.length === 0) return [];
  return [
    [
      'is',
      sources.length === 1 ? 'rows in the file' : `rows in ${sources.length} files`,
      total(sources, ({ rows }) => rows),
    ],
    ['less', 'outside the window', total(sources, (source) => source.outside_window)],
    ['less', 'excepted days', total(sources, ({ excepted }) => excepted)],
    ['less', "filtered by the channel's where", total(sources, ({ filtered }) => filtered)],
    ['less', 'repeated', total(sources, ({ repeated }) => repeated)],
    ['less', 'undated', total(sources, ({ undated }) => undated)],
    ['less', 'unreadable', total(sources, ({ unreadable }) => unreadable)],
    ['is', 'rows that entered', total(sources, ({ entered }) => entered)],
  ];
}

/** What the occasions are, where they are no rows of the channel. */
function occasionsOf({ measure, against }: CellReport): string {
  if (against !== null) return `occasions of ${against}, which it is held against`;
  return measure === 'tally' ? 'occasions, as its columns count' : 'occasions';
}

/** Of a ratio: what is counted, and what was set aside of it. */
function numerator({ events, events_aside: aside }: CellReport): Step[] {
  if (events === null) return [];
  if (aside === null) return [['of', 'counted', events]];
  const { excluded, unreadable, filtered } = aside;
  return [
    ['is', 'occasions of what is counted', events + excluded + unreadable + filtered],
    ['less', 'filtered by its where', filtered],
    ['less', 'excluded', excluded],
    ['less', 'unreadable', unreadable],
    ['is', 'counted', events],
  ];
}

/** From there to the cases of this promise. A tally counts what its columns count, and rows of one case may be joined. */
function counting(cell: CellReport, sources: readonly SourceReport[]): Step[] {
  const entered = total(sources, (source) => source.entered);
  const joined = entered - cell.occasions;
  const isRatio = cell.against !== null;
  const own = cell.measure === 'tally' || isRatio || joined < 0 || sources.length === 0;
  const isLevel = cell.kept === null && cell.events === null;
  const start: Step[] =
    joined === 0 && sources.length > 0 && !isRatio
      ? []
      : own
        ? [...(isRatio ? numerator(cell) : []), ['is', occasionsOf(cell), cell.occasions]]
        : [
            ['less', 'joined to others of the same case', joined],
            ['is', 'occasions', cell.occasions],
          ];
  const outcome: Step[] =
    cell.kept === null || cell.missed === null
      ? cell.events === null || isRatio
        ? []
        : [['of', 'counted', cell.events]]
      : [
          ['of', 'kept', cell.kept],
          ['of', 'missed', cell.missed],
        ];
  return [
    ...start,
    ['less', "filtered by the promise's own where", cell.filtered],
    ['less', isLevel ? 'excluded, a needed cell is blank' : 'excluded, the promise did not apply', cell.excluded],
    ['less', 'unreadable', cell.unreadable],
    ['less', cell.value_answered_only === null ? 'pending' : 'still open, counted as waiting so far', cell.pending],
    ['is', 'cases', cell.cases],
    ...outcome,
  ];
}

/** The label on as many lines as it takes, below its own first letter. */
function inColumn(label: string, width: number): string[] {
  const words = label.trimStart();
  return hanging(' '.repeat(label.length - words.length), words, width);
}

/** The counts that lead from rows in the files to the figure, as a sum that a reader can check. */
export function ladder(cell: CellReport, sources: readonly SourceReport[], numbers: Figures, paper: Paper): string[] {
  if (cell.occasions === 0 && sources.length === 0) return [];
  const style = paper.glyphs.numbers;
  const figure = readingOf(cell);
  const rows = [...reading(sources), ...counting(cell, sources)].map(([kind, label, number]) => {
    const digits = count(number, style);
    return [
      `  ${kind === 'is' ? '' : '  '}${label}`,
      kind === 'less' && number > 0 ? `${style.minus}${digits}` : digits,
    ] as const;
  });
  const share =
    cell.kept === null || cell.cases === 0 || figure === null
      ? []
      : [['  kept of cases', numbers.value(figure.value, figure.unit, figure.target)] as const];
  const all = [...rows, ...share];
  const digits = Math.max(...all.map(([, text]) => widthOf(text)));
  const labels = Math.min(Math.max(...all.map(([text]) => widthOf(text))), paper.width - digits - 2);
  return [
    paper.bold('  From rows to cases'),
    ...grid(
      [
        { align: 'left', width: labels },
        { align: 'right', width: digits },
      ],
      all.map(([label, text]) => [{ lines: inColumn(label, labels) }, { lines: [text] }]),
      2,
    ),
  ];
}
