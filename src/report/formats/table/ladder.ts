import type { CellReport, SourceReport } from '../../../model/report.ts';
import { count, type Figures } from '../../numbers.ts';
import { readingOf } from '../../readings.ts';
import { type Step, type StepName, stepsOf } from '../../steps.ts';

import { grid } from './grid.ts';
import type { Paper } from './paper.ts';
import { hanging, widthOf } from './text.ts';

const LABELS: Readonly<Record<StepName, string>> = {
  rows: 'rows in the file',
  'outside-window': 'outside the window',
  excepted: 'excepted days',
  'channel-where': "filtered by the channel's where",
  repeated: 'repeated',
  undated: 'undated',
  'unreadable-row': 'unreadable',
  entered: 'rows that entered',
  'events-occasions': 'occasions of what is counted',
  'events-where': 'filtered by its where',
  'events-excluded': 'excluded',
  'events-unreadable': 'unreadable',
  events: 'counted',
  'held-against': 'occasions that it is held against',
  tallied: 'occasions, as its columns count',
  joined: 'joined to others of the same case',
  occasions: 'occasions',
  'own-where': "filtered by the promise's own where",
  blank: 'excluded, a needed cell is blank',
  'not-applied': 'excluded, the promise did not apply',
  unreadable: 'unreadable',
  pending: 'pending',
  waiting: 'still open, counted as waiting so far',
  cases: 'cases',
  kept: 'kept',
  missed: 'missed',
};

function labelOf({ name }: Step, { against }: CellReport, files: number): string {
  if (name === 'rows' && files > 1) return `rows in ${files} files`;
  return name === 'held-against' ? `occasions of ${against ?? ''}, which it is held against` : LABELS[name];
}

/** The label on as many lines as it takes, below its own first letter. */
function inColumn(label: string, width: number): string[] {
  const words = label.trimStart();
  return hanging(' '.repeat(label.length - words.length), words, width);
}

/** The counts that lead from rows in the files to the figure, as a sum that a reader can check. */
export function ladder(cell: CellReport, sources: readonly SourceReport[], numbers: Figures, paper: Paper): string[] {
  const steps = stepsOf(cell, sources);
  if (steps.length === 0) return [];
  const style = paper.glyphs.numbers;
  const figure = readingOf(cell);
  const rows = steps.map((step) => {
    const digits = count(step.count, style);
    return [
      `  ${step.kind === 'is' ? '' : '  '}${labelOf(step, cell, sources.length)}`,
      step.kind === 'less' && step.count > 0 ? `${style.minus}${digits}` : digits,
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
