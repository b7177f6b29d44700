import { span } from '../../report/dates.ts';
import type { JudgedPeriod } from '../../score/periods.ts';
import { isoDate } from '../../vocabulary/time/civil.ts';
import type { FoundChange, MovedPart, MovedSplit } from './change.ts';
import type { Confounded } from './confounded.ts';
import { nameOf, type Phrases } from './phrases.ts';
import type { WhyChange, WhyPeriod, WhyReversal } from './types.ts';
import { badnessOf } from './weights.ts';
import type { Yardstick } from './yardstick.ts';

const MOST_NAMED = 3;

/** The change since the previous period, in figures and sentences. */
export function changeReport(found: FoundChange, phrases: Phrases): WhyChange {
  const { difference, interval, isBeyondChance, splits } = found;
  const [before, after] = [periodOf(found.before), periodOf(found.after)];
  const head = `${phrases.value(before.value)} (${span(before.from, before.to)}) to ${phrases.value(after.value)} (${span(after.from, after.to)}): ${phrases.difference(difference)}`;
  const chance =
    isBeyondChance === null
      ? 'whether by chance cannot be said'
      : isBeyondChance
        ? 'beyond chance'
        : 'which cannot be told from chance';
  return {
    before,
    after,
    adjacent: found.after.place - found.before.place === 1,
    difference,
    interval,
    beyond_chance: isBeyondChance,
    splits: splits.map((split) => ({
      by: split.by,
      rate: split.rate,
      mix: split.mix,
      parts: split.parts.map((part) => ({
        is: part.is,
        cases_before: part.before.cases,
        value_before: part.before.value,
        cases: part.after.cases,
        value: part.after.value,
        rate: part.rate,
        mix: part.mix,
      })),
      sentence: splitSentence(split, phrases),
    })),
    sentence: `${head}, ${chance}${found.isPooled ? '' : '; such a figure cannot be split into rate and mix'}`,
  };
}

function periodOf({ from, to, judged }: JudgedPeriod): WhyPeriod {
  const { value, cases } = judged.figure;
  return { from: isoDate(from), to: isoDate(to), value: value ?? 0, cases };
}

function splitSentence({ by, rate, mix, parts }: MovedSplit, { difference }: Phrases): string {
  const named = parts
    .filter((part) => partSize(part) !== 0)
    .slice(0, MOST_NAMED)
    .map((part) => `${part.is} ${difference(partSize(part))}`);
  const most = named.length === 0 ? '' : `; most of it ${named.join(', ')}`;
  return `by ${by}: ${difference(rate)} as each of them changed, ${difference(mix)} as their weights shifted${most}`;
}

const partSize = ({ rate, mix }: MovedPart): number => (rate ?? 0) + mix;

/** Wholes that tell the opposite of their parts, over time. */
export function reversedOverTime({ difference, splits }: FoundChange, phrases: Phrases): readonly WhyReversal[] {
  return splits
    .filter(({ isReversed }) => isReversed)
    .map((split) => ({
      kind: 'time',
      by: split.by,
      is: null,
      within: null,
      sentence: `the whole moved by ${phrases.difference(difference)}, and every ${split.by} the other way: not they changed, but how much each of them weighs (${phrases.difference(split.mix)})`,
    }));
}

/** The same across the segments: what is worse as a whole, and within no value of another. */
export function reversedAcross(
  { row, by, moreOf, own, others, values }: Confounded,
  phrases: Phrases,
  yardstick: Yardstick,
): WhyReversal {
  const name = nameOf(row.part.names, row.part.values);
  const bad = (size: number): string => phrases.value(size);
  const figures = [own, others].map((weight) => {
    const badness = badnessOf(weight, yardstick) ?? 0;
    if (yardstick.kind === 'share') return `${phrases.found(weight)}`;
    return bad((yardstick.isCeiling ? badness : -badness) * yardstick.scale);
  });
  const sentence = `${name} is worse as a whole (${figures.join(' against ')}), but within every ${by} that can be compared (${values}) it is as good or better: it has more of ${by} ${moreOf}`;
  return { kind: 'across', by: row.part.by, is: row.part.is, within: by, sentence };
}
