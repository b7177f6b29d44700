import type { BaselineReport, CellReport, ChangeReport, IntervalReport } from '../model/report.ts';
import { windowText } from './dates.ts';
import type { Figures, NumberStyle } from './numbers.ts';
import { isWhole, ownFigures, pointsOf } from './readings.ts';
import { verdictWord } from './verdict-word.ts';
import type { Voice } from './voice.ts';

/** What became of the figure, as people say it. */
const movedWord: Readonly<Record<NonNullable<ChangeReport['moved']>, string>> = {
  better: 'better beyond chance',
  worse: 'worse beyond chance',
  'within-chance': 'within chance',
};

/** Why nothing is said of chance. */
const withheldWord: Readonly<Record<NonNullable<ChangeReport['withheld']>, string>> = {
  redefined: 'redefined, so the figures are not held against each other',
  overlap: 'the windows share days, so nothing is said of chance',
  'no-value': 'no figure to compare',
  'no-interval': 'no interval, so nothing is said of chance',
};

/** `−0.4 to +4.6`, `at least +0.2`: the bounds of a change, where the figure before them bears the unit. */
function boundsText({ low, high }: IntervalReport, text: (bound: number) => string): string {
  if (low === null) return high === null ? '' : `at most ${text(high)}`;
  return high === null ? `at least ${text(low)}` : `${text(low)} to ${text(high)}`;
}

/** Figures as fine as those of both reports; where these are whole numbers, as fine as the bounds of the change. */
function figuresOf(cell: CellReport, { value, interval }: ChangeReport, style: NumberStyle): Figures {
  if (cell.value === null || value === null || isWhole(cell)) return ownFigures(cell, style);
  const before = Number((cell.value - value).toPrecision(12));
  const bounds =
    Number.isInteger(cell.value) && Number.isInteger(before) ? [interval?.low ?? null, interval?.high ?? null] : [];
  return ownFigures(
    cell,
    style,
    [before, ...bounds].map((part) => ({ ...cell, value: part })),
  );
}

/** `+2.1 pts (−0.4 to +4.6), within chance`: how far the figure moved, and what that says; empty where there is none. */
export function movedText(cell: CellReport, change: ChangeReport, style: NumberStyle): string {
  const { value, interval, withheld, moved } = change;
  const { unit } = cell;
  const own = figuresOf(cell, change, style);
  const amount = value === null || unit === null ? '' : own.difference(value, unit, pointsOf(cell));
  const bounds =
    interval === null || unit === null ? '' : boundsText(interval, (bound) => own.difference(bound, unit, ''));
  const says = withheld === null ? (moved === null ? '' : movedWord[moved]) : withheldWord[withheld];
  return [`${amount}${bounds === '' ? '' : ` (${bounds})`}`, says]
    .filter((part) => part !== '')
    .join(withheld === null ? ', ' : '; ');
}

/**
 * A cell against the earlier report, in a line: `against 1 Oct to 31 Dec 2025: +2.1 pts (−0.4 to +4.6), within chance;
 * was missed`. Empty where no earlier report was held against this one, or where neither has anything to say.
 */
export function changeWords(cell: CellReport, baseline: BaselineReport | undefined, voice: Voice): string {
  const { change, verdict } = cell;
  if (baseline === undefined || change === undefined) return '';
  const when = voice.say(windowText(baseline.window));
  if (change === null) return verdict === 'unmeasured' ? '' : `not in the report of ${when}`;
  const before = change.verdict_before;
  if (verdict === 'unmeasured' && before === 'unmeasured') return '';
  const was = before === verdict ? [] : [`was ${verdictWord[before]}`];
  return `against ${when}: ${[movedText(cell, change, voice.numbers), ...was].join('; ')}`;
}
