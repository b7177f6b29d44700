import { MomentSum, meanOf } from '../../statistics/moments.ts';
import { type ByRank, quantile } from '../../statistics/quantile.ts';
import { momentsOfSorted } from '../../statistics/sorted-runs.ts';
import { studentInterval } from '../../statistics/student.ts';
import { interval, NO_FIGURE, waiting, wrongSample } from './figure.ts';
import { blanks, LEVEL_TARGET, leftOut, readLevelOf } from './level.ts';
import type { MeasureDefinition } from './measure.ts';
import { operandInWords, operandSchema, operandUnit } from './operand.ts';
import { compileOperand } from './operand-levels.ts';
import type { Figure } from './sample.ts';

/** Arithmetic mean. */
export const mean: MeasureDefinition<'mean'> = {
  kind: 'mean',
  teaches: {
    what: 'The arithmetic mean.',
    why: 'For what adds up: cost a case, items an order, minutes of work a call. For waits it is the wrong figure to promise: no customer waits the average, a few long ones carry it, and what has not ended cannot enter at all. The report shows median and p90 beside it, and how many it leaves out.',
    formula: 'sum of the values / their number',
    source: 'Interval: Student (W. S. Gosset), Biometrika 6 (1908). Sums are exact, rounded once.',
  },
  example: {
    promise: ['mean: wait', 'target: at most 5m'],
    channel: ['columns: { wait: { column: Wait, unit: minutes } }'],
    rows: ['Wait', '1', '2', '75', '1', '3', '2', '1', '2', '3'],
    value: 600,
    interval: { low: -524.7534, high: 1724.7534 },
    because:
      '90 minutes over 9 customers are 10. Eight of the nine waited three minutes or less: the median is 2. An interval that reaches below zero is the sign that a mean does not suit.',
  },
  schema: operandSchema,
  target: LEVEL_TARGET,
  hasInterval: true,
  additive: false,
  bottom: 0,
  read: readLevelOf('mean', (operand) => ({ kind: 'mean', operand })),
  unit: ({ operand }, settled) => operandUnit(operand, settled),
  words: ({ operand }) => `mean of ${operandInWords(operand)}`,
  compile: ({ operand }, context) => ({ kind: 'values', run: compileOperand(operand, context) }),
  sample: 'values',
  figure: (sample, { operand }, context) => {
    if (sample.kind !== 'values') throw wrongSample(sample, 'values');
    const { values, open } = sample;
    const moments = momentsOfSorted(values);
    const withOpen = (): number | null => {
      const all = new MomentSum();
      all.absorb(moments);
      for (const age of open) all.add(age);
      return meanOf(all.toMoments());
    };
    return {
      ...NO_FIGURE,
      ...waiting(open, context),
      ...leftOut(meanOf(moments), open, blanks(operand, sample, context), withOpen),
      cases: values.length,
      interval: interval(values.length, studentInterval(moments, context.confidence), 'student-t'),
      tail: tailOf(values),
    };
  },
};

function tailOf(values: ByRank): Figure['tail'] {
  const [middle, p90] = [quantile(values, 0.5), quantile(values, 0.9)];
  return middle === null || p90 === null ? null : { median: middle, p90 };
}
