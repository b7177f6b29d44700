import type { ActionReport, CellReport, GapReport } from '../model/report.ts';
import { count, type NumberStyle } from './numbers.ts';
import { ownFigures, pointsOf, readingOf } from './readings.ts';
import type { Voice } from './voice.ts';

/** How the actions are ordered, for those who would have put another first. */
export const ORDER = 'Overdue first, then by cases short times weight, then by customers let down';

/** Said only where there is an order. */
export const orderOf = ({ actions }: GapReport): string => (actions.length > 1 ? ORDER : '');

/** The cell that an action is about. */
export const cellOf = (action: Pick<ActionReport, 'promise' | 'channel'>, { promises }: GapReport) =>
  promises.find(({ id }) => id === action.promise)?.channels.find(({ channel }) => channel === action.channel);

/** The action that is asked for by a cell; undefined: none is. */
export const actionOf = (promise: string, channel: string, { actions }: GapReport): ActionReport | undefined =>
  actions.find((action) => action.promise === promise && action.channel === channel);

/** `58 more in time would have kept it`, `1 h 14 min less on average would have kept it`; empty where no number is known. */
export function setsRightText({ sets_right: right }: ActionReport, cell: CellReport, { numbers }: Voice): string {
  if (right === null) return '';
  const n = count(Math.abs(right.number), numbers);
  switch (right.of) {
    case 'kept':
      return `${n} more kept would have been enough`;
    case 'in-time':
      return `${n} more in time would have kept it`;
    case 'within':
      return `${n} more within ${limitText(cell, numbers)} would have kept it`;
    case 'reaching':
      return `${n} more of at least ${limitText(cell, numbers)} would have kept it`;
    case 'fewer':
    case 'more':
      return `${n} ${right.of}${cell.measure === 'distinct' ? ' different ones' : ''} would have kept it`;
    case 'promoters':
      return `${n} ${right.number === 1 ? 'detractor won over as a promoter' : 'detractors won over as promoters'} would have kept it`;
    default: {
      const amount = `${sizeText(cell, numbers)} ${right.number < 0 ? 'less' : 'more'}`;
      return `${amount} ${right.of === 'average' ? 'on average' : 'in all'} would have kept it`;
    }
  }
}

/** The target without its sign: `18 h`. */
export function limitText({ unit, target, ...cell }: CellReport, numbers: NumberStyle): string {
  if (unit === null) return '';
  return ownFigures({ unit, target, ...cell }, numbers)
    .target(target, unit)
    .replace(/^\S+\s/u, '');
}

/** How far off it was, from the figure as it is shown. */
function sizeText(cell: CellReport, numbers: NumberStyle): string {
  const reading = readingOf(cell);
  return reading === null ? '' : ownFigures(cell, numbers).distance(reading, pointsOf(cell)).size;
}
