import { MomentSum, momentsOf, sumOf } from '../../statistics/moments.ts';
import { NO_FIGURE, waiting, wrongSample } from './figure.ts';
import { blanks, LEVEL_TARGET, leftOut, readLevelOf } from './level.ts';
import type { MeasureDefinition } from './measure.ts';
import { operandInWords, operandSchema, operandUnit } from './operand.ts';
import { compileOperand } from './operand-levels.ts';

/** Sum of the values. */
export const sum: MeasureDefinition<'sum'> = {
  kind: 'sum',
  teaches: {
    what: 'The sum of the values.',
    why: 'For promises about a total: at most so many minutes of outage a month, at least so much given back. Like a count it grows with the window, so a period or a segment is shown and not judged. A sum of waiting times says nothing of any customer’s.',
    formula: 'the values added up exactly and rounded once',
    source: 'A plain total of what happened, not an estimate, so it bears no interval.',
  },
  example: {
    promise: ['sum: Outage', 'target: at most 45m'],
    channel: ['at: Day', 'columns: { Outage: { column: Minutes down, unit: minutes } }'],
    rows: ['Day,Minutes down', '2026-03-02,12.5', '2026-03-09,20', '2026-03-23,7.5'],
    value: 2400,
    interval: null,
    because: '12.5 + 20 + 7.5 = 40 minutes.',
  },
  schema: operandSchema,
  target: LEVEL_TARGET,
  hasInterval: false,
  additive: true,
  bottom: 0,
  read: readLevelOf('sum', (operand) => ({ kind: 'sum', operand })),
  unit: ({ operand }, settled) => operandUnit(operand, settled),
  words: ({ operand }) => `sum of ${operandInWords(operand)}`,
  compile: ({ operand }, context) => ({ kind: 'moments', run: compileOperand(operand, context) }),
  sample: 'moments',
  figure: (sample, { operand }, context) => {
    if (sample.kind !== 'moments') throw wrongSample(sample, 'moments');
    const { moments, open } = sample;
    const withOpen = (): number | null => {
      const all = new MomentSum();
      all.absorb(moments);
      all.absorb(momentsOf(open));
      return sumOf(all.toMoments());
    };
    return {
      ...NO_FIGURE,
      ...waiting(open, context),
      ...leftOut(sumOf(moments), open, blanks(operand, sample, context), withOpen),
      cases: moments.count,
    };
  },
};
