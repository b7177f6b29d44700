import type { CellReport, PromiseReport } from '../../../model/report.ts';
import { fixed } from '../../numbers.ts';
import { worstOf } from '../../worst-segment.ts';
import { betweenText, pointsOf, valueText } from './figures.ts';
import type { Setting } from './setting.ts';

/** What is told of a channel beside its figure, a sentence each. */
export function notesOf(cell: CellReport, promise: PromiseReport, setting: Setting): readonly string[] {
  const { words, isPublic, pageOf, say } = setting;
  const remedy = cell.verdict === 'missed' ? (pageOf(promise, cell)?.remedy ?? null) : null;
  const all: readonly (string | null)[] = [
    ...verdictNotes(cell, setting),
    ...(isPublic ? [] : countNotes(cell, setting)),
    worstNote(cell, setting),
    changeNote(cell, setting),
    isPublic && remedy !== null ? words.undertakings.remedy(say(remedy)) : null,
  ];
  return all.flatMap((note) => (note === null || note === '' ? [] : [note]));
}

/** Why the verdict is what it is, where the figure beside its target does not say so. */
function verdictNotes(cell: CellReport, setting: Setting): readonly (string | null)[] {
  const { words, say, locale, isPublic, figuresOf, amount } = setting;
  const { verdict, waived, reason, shortfall, value, pending, value_if_pending_missed: pessimistic, target } = cell;
  if (value === null) return [];
  const meets = (figure: number): boolean => (target.op === '>=' ? figure >= target.value : figure <= target.value);
  const ifMissed =
    pessimistic !== null && pending > 0 && meets(value) && !meets(pessimistic)
      ? words.ifPendingMissed(valueText(pessimistic, cell, figuresOf(cell)), cell.events !== null)
      : null;
  const named = isPublic || reason === '' ? null : words.sentence(say(reason));
  const short = isPublic || shortfall === null || shortfall <= 0 ? null : words.shortfall(amount(shortfall));
  switch (verdict) {
    case 'missed':
      return [short, ifMissed];
    case 'waived':
      return [
        waived === null ? named : words.sentence(words.waivedUntil(locale.day(waived.until), say(waived.reason))),
      ];
    case 'close':
      return [ifMissed ?? named];
    case 'unproven':
      return [named];
    default:
      return [ifMissed];
  }
}

/** What went into the figure and what did not. */
function countNotes(cell: CellReport, { words, amount, figuresOf, numbers, say }: Setting): readonly (string | null)[] {
  const { cases, pending, value, events, per, against, measure, value_answered_only: alone, unit } = cell;
  if (value === null || unit === null) return [];
  const isOpen = alone !== null;
  const every = per === null ? null : fixed(per, Number.isInteger(per) ? 0 : 2, numbers);
  return [
    words.casesAndPending(amount(cases), amount(isOpen ? 0 : pending)),
    events === null || measure === 'count'
      ? null
      : words.counted(amount(events).text, amount(cases).text, against === null ? null : say(against), every),
    isOpen ? words.answeredOnly(amount(pending), amount(cases), valueText(alone, cell, figuresOf(cell))) : null,
  ];
}

function worstNote(cell: CellReport, { words, say, amount, figuresOf, isPublic }: Setting): string | null {
  const worst = worstOf(cell);
  if (worst === null || worst.value === null || cell.unit === null) return null;
  const figure = valueText(worst.value, cell, figuresOf(cell));
  const missed = isPublic || worst.missed === null ? null : amount(worst.missed);
  const text = words.worst(say(worst.by), say(worst.is), figure, missed, isPublic ? null : amount(worst.cases));
  return worst.stands_out === false ? `${text} ${words.chanceAlone}` : text;
}

/** Against the earlier report, where there is one. */
export function changeNote(cell: CellReport, setting: Setting): string | null {
  const { words, report, locale, figuresOf, isPublic } = setting;
  const { change, unit } = cell;
  if (report.baseline === undefined || change === undefined) return null;
  const since = words.span(locale.span(report.baseline.window));
  if (change === null) return words.newCell(since);
  const { value, interval, verdict_before: before, withheld, moved } = change;
  const why = withheld === null ? null : words.changeWithheld[withheld];
  if (value === null || unit === null) return why;
  const figures = figuresOf(cell);
  const text = (figure: number): string => figures.difference(figure, unit, pointsOf(cell, setting));
  const bounds = interval === null ? null : betweenText(interval, text, setting);
  const verdict = (isPublic ? words.publicVerdict : words.verdict)[before];
  const said = words.change(since, text(value), bounds, verdict);
  return [said, moved === null ? why : words.changeMoved[moved]].filter((part) => part !== null).join(' ');
}
