import { NO_FIGURE, waiting, wrongSample } from './figure.ts';
import { blanks, LEVEL_TARGET, leftOut, readLevelOf } from './level.ts';
import type { MeasureDefinition } from './measure.ts';
import { operandInWords, operandSchema, operandUnit } from './operand.ts';
import { compileOperand } from './operand-levels.ts';

/** Largest value. */
export const max: MeasureDefinition<'max'> = {
  kind: 'max',
  teaches: {
    what: 'The largest value.',
    why: 'For promises without exception: every refund within 14 days, no call in the queue longer than half an hour. One case breaks it, as it should; one wrong cell breaks it too. What has not ended yet is left out of the value; the largest will be at least as long as that lasts so far. To see how many are let down take kept_when.',
    formula: 'the largest of the values',
    source: 'What happened, not an estimate, so it bears no interval.',
  },
  example: {
    promise: ['max: { from: Returned, to: Refunded }', 'target: at most 14d'],
    channel: ['at: Returned'],
    rows: ['Returned,Refunded', '2026-03-02,2026-03-06', '2026-03-03,2026-03-14', '2026-03-10,2026-03-12'],
    value: 950_400,
    interval: null,
    because: 'From 3 to 14 March are 11 whole days, 950 400 seconds.',
  },
  schema: operandSchema,
  target: LEVEL_TARGET,
  hasInterval: false,
  additive: false,
  bottom: 0,
  read: readLevelOf('max', (operand) => ({ kind: 'max', operand })),
  unit: ({ operand }, settled) => operandUnit(operand, settled),
  words: ({ operand }) => `largest value of ${operandInWords(operand)}`,
  compile: ({ operand }, context) => ({ kind: 'moments', run: compileOperand(operand, context) }),
  sample: 'moments',
  figure: (sample, { operand }, context) => {
    if (sample.kind !== 'moments') throw wrongSample(sample, 'moments');
    const { moments, open } = sample;
    const withOpen = (): number => {
      let most = moments.max;
      for (const age of open) if (age > most) most = age;
      return most;
    };
    return {
      ...NO_FIGURE,
      ...waiting(open, context),
      ...leftOut(moments.count === 0 ? null : moments.max, open, blanks(operand, sample, context), withOpen),
      cases: moments.count,
    };
  },
};
