import type { CellReport } from '../../model/report.ts';
import type { OpenCell } from '../../score/open-cell.ts';
import type { Examination } from '../examination.ts';
import { causesOf, sharedAmong } from './causes/causes.ts';
import { crossed, type Recount } from './causes/crossed.ts';
import { changeOf } from './change.ts';
import { confounded } from './confounded.ts';
import { type Divided, divide, type Times } from './divide.ts';
import { look } from './look.ts';
import { changeReport, reversedAcross, reversedOverTime } from './moved.ts';
import { notesOf } from './notes.ts';
import { phrasesOf } from './phrases.ts';
import { countsOf, splitsOf } from './rows.ts';
import { causeReport, summaryOf } from './summary.ts';
import { type TextInput, textOf } from './text-of.ts';
import { countedTimes, timesOf } from './times.ts';
import type { Counts, WhyChannel } from './types.ts';
import { excessOf } from './weights.ts';

interface WhyInput extends TextInput {
  readonly open: OpenCell;
  readonly recount: Recount;
}

/** Looks into one promise on one channel: from what was counted, and for words from its rows again. */
export async function whyChannel(examination: Examination, input: WhyInput): Promise<WhyChannel> {
  const { channel, cell, open } = input;
  const divided = divide(open, await timesIn(input));
  const { yardstick, whole } = divided;
  const phrases = phrasesOf(open.context, yardstick);
  const looked = look(divided);
  const explained = confounded(divided, looked.rows);
  const rows = new Set(explained.map(({ row }) => row));
  const alone = causesOf(divided, looked, (row) => rows.has(row));
  const found = await crossed(divided, looked, alone, input.recount);
  const excess = yardstick === null || whole === null ? null : excessOf(whole, yardstick);
  const gap = excess !== null && excess > 0 ? excess : 0;
  const text = await textOf(examination, input, divided, found, { gap, phrases });
  const moved = changeOf(divided);
  const change = moved === null ? null : changeReport(moved, phrases);
  const reversals =
    yardstick === null
      ? []
      : [
          ...explained.map((one) => reversedAcross(one, phrases, yardstick)),
          ...(moved === null ? [] : reversedOverTime(moved, phrases)),
        ];
  const causes = [
    ...(yardstick === null || whole === null
      ? []
      : sharedAmong(found, yardstick).map((cause) => causeReport(cause, { yardstick, whole, gap }, phrases))),
    ...(text.cause === null ? [] : [text.cause]),
  ].toSorted((a, b) => (b.excess ?? 0) - (a.excess ?? 0));
  const told = { look: looked, causes, reversals, change, words: text.words };
  const standing = looked.rows.filter(({ stands }) => stands === true).length;
  return {
    channel: cell.channel,
    measure: open.context.measure.kind,
    formula: cell.formula ?? '',
    unit: open.context.pledge.target.unit,
    clock: cell.clock,
    as_of: cell.as_of,
    target: { op: open.context.pledge.target.op, value: open.context.pledge.target.value },
    value: cell.value,
    interval: cell.interval,
    verdict: cell.verdict,
    reason: cell.reason,
    counts: yardstick === null ? null : yardstick.kind === 'share' ? 'occasions' : 'sum',
    ...wholeCounts(divided, cell),
    pending: cell.pending - ((whole?.cases ?? cell.cases) - cell.cases),
    tested: looked.tested,
    standing,
    summary: [
      ...summaryOf(divided, { ...told, value: cell.value, cases: cell.cases }, phrases),
      ...missedAllTheSame(cell, excess),
    ],
    causes,
    reversals,
    splits: splitsOf(divided, looked.rows, phrases),
    change,
    words: text.words,
    notes: notesOf(channel, divided, text.note).map(({ message, help }) =>
      help === null ? message : `${message}: ${help}`,
    ),
  };
}

/** A whole that has room, and a verdict that goes by something else: by a segment, or by what is still open. */
function missedAllTheSame({ verdict, reason }: CellReport, excess: number | null): readonly string[] {
  const isOther = (verdict === 'missed' || verdict === 'waived') && excess !== null && excess <= 0;
  return isOther && reason !== '' ? [`${verdict} all the same: ${reason}`] : [];
}

/** A date has no hour, but a weekday: such occasions are counted again by it. */
async function timesIn({ channel, open, recount }: WhyInput): Promise<Times | null> {
  // When the one of a ratio happened says nothing of when the other did.
  const names = open.context.measure.kind === 'ratio' ? [] : timesOf(channel);
  const counted = countedTimes(open, names);
  if (counted !== null || names.length === 0) return counted;
  const again = await recount(names);
  return again === null ? null : { of: again.settled, names };
}

function wholeCounts({ yardstick, whole }: Divided, cell: CellReport): Omit<Counts, 'part'> {
  if (yardstick === null || whole === null) {
    return { cases: cell.cases, kept: cell.kept, missed: cell.missed, allowed: null, excess: null };
  }
  const { part: _, ...counts } = countsOf(whole, yardstick, 0);
  return counts;
}
