import type { IntervalReport } from '../../model/report.ts';
import { type JudgedPeriod, judgePeriods } from '../../score/periods.ts';
import { ENOUGH_CASES, POOLED } from '../../score/pooled.ts';
import { changeInterval, comparable, settledPeriods } from '../../score/trend.ts';
import { kitagawa } from '../../statistics/kitagawa.ts';
import { sumOf } from '../../statistics/moments.ts';
import { isAdditive } from '../../vocabulary/measures/index.ts';
import { type Divided, type Division, weigh } from './divide.ts';
import type { Weight, Yardstick } from './yardstick.ts';

/** One value of a split, before and after. */
export interface MovedPart {
  readonly is: string;
  readonly before: Moment;
  readonly after: Moment;
  /** What its changed figure comes to; null where it has cases on one side only. */
  readonly rate: number | null;
  /** What its changed weight comes to, held against the figure of the whole: more of what is better than the whole adds. */
  readonly mix: number;
}

export interface Moment {
  readonly cases: number;
  readonly value: number | null;
}

export interface MovedSplit {
  readonly by: string;
  /** `rate` + `mix` is the change of the whole. */
  readonly rate: number;
  readonly mix: number;
  /** Those that contribute most first. */
  readonly parts: readonly MovedPart[];
  /** The whole moved one way, and every value the other (Simpson's paradox), each with enough cases on both sides. */
  readonly isReversed: boolean;
}

export interface FoundChange {
  readonly before: JudgedPeriod;
  readonly after: JudgedPeriod;
  readonly difference: number;
  readonly interval: IntervalReport | null;
  /** The interval does not hold 0; null where there is none. */
  readonly isBeyondChance: boolean | null;
  /** None where the measure is no weighted mean of its parts. */
  readonly splits: readonly MovedSplit[];
  readonly isPooled: boolean;
}

/** The last settled period against the one before it; null where there are no two. */
export function changeOf(divided: Divided): FoundChange | null {
  const { settled, context } = divided.open;
  const { measure, pledge, confidence, days } = context;
  const periods = judgePeriods(settled, pledge.period, days, context);
  const settledOnes = comparable(settledPeriods(periods, !isAdditive(measure.kind)));
  const [before, after] = [settledOnes.at(-2), settledOnes.at(-1)];
  const [then, now] = [before?.judged.figure.value ?? null, after?.judged.figure.value ?? null];
  if (before === undefined || after === undefined || then === null || now === null) return null;
  const interval = changeInterval(before, after, settled, measure, confidence);
  const { low = null, high = null } = interval ?? {};
  const { yardstick } = divided;
  const isPooled = yardstick !== null && POOLED.has(measure.kind);
  return {
    before,
    after,
    difference: now - then,
    interval,
    isBeyondChance: low === null || high === null ? null : low > 0 || high < 0,
    splits: isPooled
      ? divided.divisions.flatMap((division) => movedSplit(divided, yardstick, division, before, after) ?? [])
      : [],
    isPooled,
  };
}

function movedSplit(
  divided: Divided,
  yardstick: Yardstick,
  division: Division,
  before: JudgedPeriod,
  after: JudgedPeriod,
): MovedSplit | null {
  // Hours are counted beside the periods, and of a pair one period has a few cases.
  if (division.kind !== 'segment') return null;
  const [early, late] = [new Set(before.groups), new Set(after.groups)];
  const amounts = division.parts.map(({ is, groups }) => {
    const [old, young] = [early, late].map((period) =>
      amountOf(
        weigh(
          division.of,
          yardstick,
          groups.filter((group) => period.has(group)),
        ),
        yardstick,
        divided,
      ),
    );
    return { name: is, before: old ?? NOTHING, after: young ?? NOTHING };
  });
  const parts = kitagawa(amounts);
  if (parts === null) return null;
  const [earlier, later] = [casesOf(amounts, 'before'), casesOf(amounts, 'after')];
  const middle = (parts.before + parts.after) / 2;
  const moved = parts.groups.map(({ name, rate, mix }, index): MovedPart => {
    const { before: old, after: young } = amounts[index] ?? { before: NOTHING, after: NOTHING };
    const weight = young.cases / later - old.cases / earlier;
    return { is: name, before: momentOf(old), after: momentOf(young), rate, mix: mix - middle * weight };
  });
  const seen = moved.filter((part) => part.before.cases + part.after.cases > 0);
  return {
    by: division.by,
    rate: parts.rate,
    mix: parts.mix,
    parts: seen.toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.is < b.is ? -1 : a.is > b.is ? 1 : 0)),
    isReversed: isReversed(seen, parts.difference),
  };
}

/** A sum of the value over the cases: `kept / cases` is the figure, in its unit. */
interface Amount {
  readonly kept: number;
  readonly cases: number;
}
const NOTHING: Amount = { kept: 0, cases: 0 };

function amountOf({ cases, against, moments }: Weight, { scale }: Yardstick, { open }: Divided): Amount {
  if (moments !== null) return { kept: scale * (sumOf(moments) ?? 0), cases };
  const bad = against ?? 0;
  // What is to stay low is itself what is counted.
  return { kept: scale * (open.context.pledge.target.op === '<=' ? bad : cases - bad), cases };
}

function momentOf({ kept, cases }: Amount): Moment {
  return { cases, value: cases === 0 ? null : kept / cases };
}

function casesOf(amounts: readonly { before: Amount; after: Amount }[], side: 'before' | 'after'): number {
  return amounts.reduce((sum, one) => sum + one[side].cases, 0);
}

const sizeOf = ({ rate, mix }: MovedPart): number => Math.abs((rate ?? 0) + mix);

function isReversed(parts: readonly MovedPart[], difference: number): boolean {
  return (
    parts.length > 1 &&
    parts.every(({ before, after }) => {
      if (before.cases < ENOUGH_CASES || after.cases < ENOUGH_CASES || before.value === null || after.value === null)
        return false;
      return (after.value - before.value) * difference < 0;
    })
  );
}
