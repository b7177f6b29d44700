import type { QuantileOf } from '../../model/measure.ts';
import { type ByRank, quantile } from '../../statistics/quantile.ts';
import { quantileInterval } from '../../statistics/quantile-interval.ts';
import { type SortedValues, stretchesOfSorted } from '../../statistics/sorted-runs.ts';
import { type FollowedCases, survivalQuantileOf } from '../../statistics/survival-quantile.ts';
import { interval, NO_FIGURE, waiting } from './figure.ts';
import { blanks } from './level.ts';
import type { Figure, FigureContext, ValueSample } from './sample.ts';

/**
 * A quantile of what has ended; where something is still open, the first time at which Kaplan and Meier's estimate of
 * what has ended reaches q, for that of the ended alone would make the wait look shorter than it is.
 */
export function quantileFigure(sample: ValueSample, measure: QuantileOf<string>, context: FigureContext): Figure {
  const { values, open } = sample;
  const { q } = measure;
  const common = {
    ...NO_FIGURE,
    ...waiting(open, context),
    cases: values.length,
    dropped: withoutEnd(sample, measure, context),
  };
  if (open.length === 0) {
    return {
      ...common,
      value: level(values, q),
      interval: interval(values.length, quantileInterval(values, q, context.confidence), 'order-statistic'),
    };
  }
  const { value, low, high } = survivalQuantileOf(casesOf(values, open), q, context.confidence);
  return {
    ...common,
    value,
    interval: interval(values.length, { low, high }, 'log-log'),
    answeredOnly: level(values, q),
    above: value === null ? largest(values, open) : null,
  };
}

function casesOf(values: SortedValues, open: Float64Array): FollowedCases {
  return { length: values.length, ended: stretchesOfSorted(values), open };
}

/** Between two values fifteen digits are kept: 0.4 of the way from 900 to 1500 is 1140, also in binary fractions. */
export function level(values: ByRank, q: number): number | null {
  const found = quantile(values, q);
  const isValue = Number.isInteger((values.length - 1) * q);
  return found === null || isValue ? found : Number(found.toPrecision(15));
}

function largest(values: ByRank, open: Float64Array): number {
  let most = (values.length > 0 ? values.at(values.length - 1) : undefined) ?? 0;
  for (const age of open) if (age > most) most = age;
  return most;
}

/** What the figure would be if the blank cells of a duration column were times without end. */
function withoutEnd(
  sample: ValueSample,
  { operand, q }: QuantileOf<string>,
  context: FigureContext,
): Figure['dropped'] {
  const { values, open } = sample;
  const blank = blanks(operand, sample, context);
  if (blank === 0) return null;
  // Nothing is known to end later than the last that did, so the blanks only have to outlast that one.
  const most = largest(values, open);
  if (open.length > 0) {
    const followed = new Float64Array(open.length + blank).fill(most);
    followed.set(open);
    return { cases: blank, value: survivalQuantileOf(casesOf(values, followed), q, context.confidence).value };
  }
  const length = values.length + blank;
  // Fifteen digits, for 100 x 0.55 is a little over 55 in binary fractions.
  const last = Math.ceil(Number(((length - 1) * q).toPrecision(15)));
  const at = (rank: number): number | undefined => (rank < values.length ? values.at(rank) : most);
  return { cases: blank, value: last < values.length ? level({ length, at }, q) : null };
}
