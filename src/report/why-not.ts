import type { CellReport } from '../model/report.ts';
import { count, type Figures } from './numbers.ts';
import { verdictWord } from './verdict-word.ts';
import type { Voice } from './voice.ts';

/** Why a channel has no figure, for the place where it would stand. */
export function whyNot(cell: CellReport, own: Figures, { say, numbers }: Voice): string {
  const { verdict, reason, pending, unit, target, value_answered_only: alone } = cell;
  // What was never reached is judged all the same, so its target is to be seen.
  const isJudged = verdict !== 'unmeasured' && (verdict !== 'unproven' || alone !== null);
  const beside = [
    ...(isJudged && unit !== null ? [`target ${own.target(target, unit)}`] : []),
    ...(pending === 0 ? [] : [`${count(pending, numbers)} ${isJudged ? 'still open' : 'pending'}`]),
  ].join(', ');
  return `${verdictWord[verdict]}${reason === '' ? '' : `: ${say(reason)}`}${beside === '' ? '' : ` (${beside})`}`;
}
