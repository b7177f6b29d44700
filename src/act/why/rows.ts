import type { Divided } from './divide.ts';
import type { Looked } from './look.ts';
import { chanceText, type Phrases, partText } from './phrases.ts';
import type { Counts, WhyRow, WhySplit } from './types.ts';
import { allowedOf, excessOf } from './weights.ts';
import type { Weight, Yardstick } from './yardstick.ts';

/** The counts of some occasions, beside the gap of the whole. */
export function countsOf(weight: Weight, yardstick: Yardstick, gap: number): Counts {
  const { cases, against } = weight;
  const excess = excessOf(weight, yardstick);
  return {
    cases,
    // Of a ratio, what is counted is no part of what it is held against.
    kept: against === null || !weight.isPart ? null : cases - against,
    missed: against,
    allowed: allowedOf(weight, yardstick),
    excess,
    part: gap > 0 ? excess / gap : null,
  };
}

/** Every split with its rows, the worst first. */
export function splitsOf(divided: Divided, rows: readonly Looked[], phrases: Phrases): readonly WhySplit[] {
  const isAtLeast = divided.open.context.pledge.target.op === '>=';
  return divided.divisions.map((division) => ({
    by: division.by,
    kind: division.kind,
    rows: rows
      .filter((row) => row.division === division)
      .map((row) => rowOf(row, divided, phrases))
      .toSorted((a, b) => badness(b, isAtLeast) - badness(a, isAtLeast) || byName(a, b)),
  }));
}

/** Without an excess, by the value; last what has neither, or no case yet. */
function badness({ excess, value, cases, missed }: WhyRow, isAtLeast: boolean): number {
  if (excess !== null) return cases === 0 && !missed ? -Number.MAX_VALUE : excess;
  return value === null ? -Number.MAX_VALUE : isAtLeast ? -value : value;
}

const byName = (a: WhyRow, b: WhyRow): number => (a.is < b.is ? -1 : a.is > b.is ? 1 : 0);

function rowOf(row: Looked, { yardstick, whole }: Divided, phrases: Phrases): WhyRow {
  const { part, p, pAdjusted, stands, isWorse, isBeyondParts } = row;
  const { figure } = part.judged;
  const { value, pending, interval } = figure;
  const { weight } = part;
  const counts: Counts =
    yardstick === null || weight === null || whole === null
      ? { cases: figure.cases, kept: figure.kept, missed: figure.missed, allowed: null, excess: null, part: null }
      : countsOf(weight, yardstick, excessOf(whole, yardstick));
  return {
    is: part.is,
    ...counts,
    // Of a quantile, what has outlasted the target is decided.
    pending: pending - (weight === null ? 0 : weight.cases - figure.cases),
    value,
    interval: interval === null || (interval.low === null && interval.high === null) ? null : interval,
    p,
    p_adjusted: pAdjusted,
    stands,
    worse: isWorse,
    beyond_its_parts: isBeyondParts,
    sentence: sentenceOf(counts, row, value, phrases),
  };
}

function sentenceOf(counts: Counts, { part, stands, isWorse }: Looked, value: number | null, phrases: Phrases): string {
  const { excess } = counts;
  if (counts.cases === 0 && (counts.missed ?? 0) === 0) return 'nothing is decided yet';
  if (part.weight === null || excess === null) return value === null ? 'no figure' : phrases.value(value);
  const figure = part.weight.moments === null || value === null ? '' : `${phrases.value(value)} in `;
  const chance = chanceText(stands, isWorse);
  return `${figure}${phrases.found(part.weight)}, ${phrases.excess(excess)}${partText(counts)}; ${chance}`;
}
