import { compileCondition, conditionInWords, conditionSchema, readCondition } from '../conditions/index.ts';
import { NO_FIGURE, worstEvents, wrongSample } from './figure.ts';
import type { MeasureDefinition } from './measure.ts';
import { leftOut } from './timed.ts';

/** How many occasions fulfil a condition. */
export const count: MeasureDefinition<'count'> = {
  kind: 'count',
  teaches: {
    what: 'How many occasions fulfil a condition.',
    why: 'For promises with a number in them: no data breach, at most two outages a quarter, at least twelve open days. It grows with the window and with the business, so the same target means less after a year of growth: to compare months or shops take a rate. A period or a segment is shown, not judged, for the target is that of the whole.',
    formula: 'the number of occasions on which the condition holds; none where no occasion was decided',
    source: 'A plain count of what happened, not an estimate, so it bears no interval.',
  },
  example: {
    promise: ['count: { Topic: outage }', 'target: at most 2'],
    channel: ['at: Opened'],
    rows: [
      'Opened,Topic',
      '2026-03-02 09:00,billing',
      '2026-03-02 10:00,outage',
      '2026-03-03 11:00,delivery',
      '2026-03-04 08:30,Outage',
      '2026-03-05 16:00,',
    ],
    value: 2,
    interval: null,
    because: 'Letter case does not matter, so two of the rows are about an outage. The blank one is excluded.',
  },
  schema: conditionSchema,
  target: { ops: ['>=', '<='], unit: 'number' },
  hasInterval: false,
  additive: true,
  bottom: 0,
  read: (raw, path, reading) => {
    const draft = readCondition(raw, path, reading, 'kept_when');
    return (settled) => {
      const condition = draft(settled);
      return condition === null ? null : { kind: 'count', condition };
    };
  },
  unit: () => 'number',
  words: ({ condition }) => `number of occasions on which ${conditionInWords(condition)}`,
  compile: ({ condition }, context) => ({
    kind: 'outcomes',
    run: compileCondition(condition, { ...context, place: 'kept_when' }),
  }),
  sample: 'outcomes',
  figure: (sample, { condition }, context) => {
    if (sample.kind !== 'outcomes') throw wrongSample(sample, 'outcomes');
    const { kept, missed, pending } = sample;
    const cases = kept + missed;
    const out = leftOut(condition, sample);
    const isAtMost = context.target.op === '<=';
    return {
      ...NO_FIGURE,
      value: cases === 0 ? null : kept,
      cases,
      events: kept,
      ifPendingMissed: cases + pending === 0 ? null : worstEvents(sample, context),
      pending,
      unsettled: pending,
      dropped: out > 0 ? { cases: out, value: isAtMost ? kept + out : kept } : null,
    };
  },
};
