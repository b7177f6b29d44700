import { NO_FIGURE, waiting, wrongSample } from './figure.ts';
import { LEVEL_TARGET, readLevelOf } from './level.ts';
import type { MeasureDefinition } from './measure.ts';
import { operandInWords, operandSchema, operandUnit } from './operand.ts';
import { compileOperand } from './operand-levels.ts';

/** Smallest value. */
export const min: MeasureDefinition<'min'> = {
  kind: 'min',
  teaches: {
    what: 'The smallest value.',
    why: 'For promises without exception from below: never fewer than two at the desk, no review under three stars. One wrong cell decides it, so look at that row before you look at the verdict. The more rows there are, the lower it gets: windows of different length do not compare.',
    formula: 'the smallest of the values',
    source: 'What happened, not an estimate, so it bears no interval.',
  },
  example: {
    promise: ['min: Staff', 'target: at least 2'],
    channel: ['at: Shift'],
    rows: ['Shift,Staff', '2026-03-02 08:00,4', '2026-03-02 16:00,3', '2026-03-03 08:00,2', '2026-03-03 16:00,5'],
    value: 2,
    interval: null,
    because: 'The morning of 3 March had the fewest: 2.',
  },
  schema: operandSchema,
  target: LEVEL_TARGET,
  hasInterval: false,
  additive: false,
  bottom: 0,
  read: readLevelOf('min', (operand) => ({ kind: 'min', operand })),
  unit: ({ operand }, settled) => operandUnit(operand, settled),
  words: ({ operand }) => `smallest value of ${operandInWords(operand)}`,
  compile: ({ operand }, context) => ({ kind: 'moments', run: compileOperand(operand, context) }),
  sample: 'moments',
  figure: (sample, _measure, context) => {
    if (sample.kind !== 'moments') throw wrongSample(sample, 'moments');
    const { moments, open } = sample;
    // What has not ended may still undercut or not: of the smallest it says nothing.
    return {
      ...NO_FIGURE,
      ...waiting(open, context),
      value: moments.count === 0 ? null : moments.min,
      cases: moments.count,
    };
  },
};
