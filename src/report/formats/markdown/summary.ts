import type { CellReport, GapReport } from '../../../model/report.ts';
import { movedText } from '../../change-words.ts';
import { windowText } from '../../dates.ts';
import { count, type Figures, figures } from '../../numbers.ts';
import { figuresFor, pointsOf, readingOf, readingsOf } from '../../readings.ts';
import { verdictSign, verdictWord } from '../../verdict-word.ts';
import { type Column, grid } from './grid.ts';
import { voice } from './voice.ts';

const COLUMNS: readonly Column[] = [
  { head: 'verdict', align: 'left' },
  { head: 'promise', align: 'left' },
  { head: 'channel', align: 'left' },
  { head: 'value', align: 'right' },
  { head: 'target', align: 'right' },
  { head: 'gap', align: 'right' },
  { head: 'cases', align: 'right' },
  { head: 'pending', align: 'right' },
];

/** Every channel of every promise, with the change where an earlier report is held against this one. */
export function summary({ promises, baseline }: GapReport): string {
  const hasChange = promises.some(({ channels }) => channels.some(({ change }) => change !== undefined));
  const rows = promises.flatMap(({ id, channels }) => {
    const shared = figures(readingsOf(channels), voice.numbers);
    return channels.map((cell) => [
      `${verdictSign[cell.verdict]} ${verdictWord[cell.verdict]}`,
      voice.name(id),
      voice.name(cell.channel),
      ...figuresOf(cell, shared, hasChange),
    ]);
  });
  if (rows.length === 0) return '';
  if (!hasChange) return grid(COLUMNS, rows);
  const table = grid([...COLUMNS, { head: 'change', align: 'left' }], rows);
  return baseline === undefined ? table : `${table}\n\nChange: against ${voice.say(windowText(baseline.window))}.`;
}

function figuresOf(cell: CellReport, shared: Figures, hasChange: boolean): readonly string[] {
  const own = figuresFor(cell, shared, voice.numbers);
  const reading = readingOf(cell);
  return [
    reading === null ? '' : own.value(reading.value, reading.unit, reading.target),
    cell.unit === null ? '' : own.target(cell.target, cell.unit),
    reading === null ? '' : own.gap(reading, pointsOf(cell)),
    count(cell.cases, voice.numbers),
    count(cell.pending, voice.numbers),
    ...(hasChange ? [changeOf(cell)] : []),
  ];
}

/** `−2.1 pts (−4.0 to −0.2), worse beyond chance; was kept` */
function changeOf(cell: CellReport): string {
  const { change, verdict } = cell;
  if (change === undefined) return '';
  if (change === null) return 'new';
  const was = change.verdict_before === verdict ? '' : `was ${verdictWord[change.verdict_before]}`;
  return [movedText(cell, change, voice.numbers), was].filter((part) => part !== '').join('; ');
}
