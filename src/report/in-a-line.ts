import type { ActionReport, CellReport } from '../model/report.ts';
import { movedText } from './change-words.ts';
import { ownFigures, pointsOf, readingOf } from './readings.ts';
import { cases, remarks } from './remarks.ts';
import { setsRightText } from './sets-right.ts';
import type { Voice } from './voice.ts';
import { whyNot } from './why-not.ts';

/** `91.2%, target ≥ 95%, −3.8 pts, 2 950 cases`; where there is no figure, why not. */
export function figuresLine(cell: CellReport, voice: Voice): string {
  const own = ownFigures(cell, voice.numbers);
  const reading = readingOf(cell);
  if (reading === null) return whyNot(cell, own, voice);
  return [
    own.value(reading.value, reading.unit, reading.target),
    `target ${own.target(reading.target, reading.unit)}`,
    own.gap(reading, pointsOf(cell)),
    cases(cell.cases, voice),
  ].join(', ');
}

/** What would have kept it, and what else is told of it beside its figures; empty where they say it all. */
export function remarksLine(cell: CellReport, action: ActionReport | undefined, voice: Voice): string {
  const right = action === undefined ? '' : setsRightText(action, cell, voice);
  return [right, remarks(cell, ownFigures(cell, voice.numbers), voice)].filter((part) => part !== '').join('; ');
}

/** How its figure moved since an earlier report; empty where none is held against it. */
export function changeLine(cell: CellReport, voice: Voice): string {
  const { change } = cell;
  const moved = change == null ? '' : movedText(cell, change, voice.numbers);
  return moved === '' ? '' : `change: ${moved}`;
}
