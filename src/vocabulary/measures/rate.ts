import { wilson } from '../../statistics/wilson.ts';
import { compileCondition, conditionInWords, conditionSchema, readCondition } from '../conditions/index.ts';
import { interval, NO_FIGURE, worstEvents, wrongSample } from './figure.ts';
import { readMap } from './map-value.ts';
import type { MeasureDefinition } from './measure.ts';
import { perSchema, readPer } from './per.ts';
import { leftOut } from './timed.ts';

const FORM = {
  key: 'rate',
  known: ['of', 'per'],
  required: ['of', 'per'],
  example: 'rate: { of: { damaged: yes }, per: 1000 }',
};

/** How many of `per` occasions fulfil a condition. */
export const rate: MeasureDefinition<'rate'> = {
  kind: 'rate',
  teaches: {
    what: 'How many of every so many occasions fulfil a condition.',
    why: 'For what is rare: 3 damaged parcels in 1000 says more to people than 99.7% undamaged. It is the share of kept_when in another unit, and takes a target in both directions. Unlike a count it stays comparable when the business grows. What is counted must be a row of the same export; for complaints in one file and orders in another take a ratio.',
    formula: 'per x occasions on which the condition holds / decided occasions',
    source: 'A proportion, scaled. Interval: E. B. Wilson, JASA 22 (1927), scaled alike.',
  },
  example: {
    promise: ['rate: { of: { Damaged: yes }, per: 1000 }', 'target: at most 5'],
    channel: ['at: Delivered'],
    rows: ['Delivered,Damaged', '2026-03-02,no', '2026-03-02,yes', '2026-03-03,no', '2026-03-04,no', '2026-03-04,'],
    value: 250,
    interval: { low: 45.5873, high: 699.3582 },
    because:
      'One of the four parcels that say so came damaged: 1000 x 1 / 4 = 250. From four parcels little is known: the interval is wide.',
  },
  schema: (z) =>
    z.strictObject({
      of: conditionSchema(z).describe('what is counted'),
      per: perSchema(z),
    }),
  target: { ops: ['>=', '<='], unit: 'number' },
  hasInterval: true,
  additive: false,
  bottom: 0,
  read: (raw, path, reading) => {
    const map = readMap(raw, path, reading, FORM);
    if (map === null) return () => null;
    const draft = map['of'] === undefined ? null : readCondition(map['of'], [...path, 'of'], reading, 'kept_when');
    const per = readPer(map, path, reading);
    return (settled) => {
      const condition = draft === null ? null : draft(settled);
      return condition === null || per === null ? null : { kind: 'rate', condition, per };
    };
  },
  unit: () => 'number',
  words: ({ condition, per }) => `occasions on which ${conditionInWords(condition)}, in every ${per}`,
  compile: ({ condition }, context) => ({
    kind: 'outcomes',
    run: compileCondition(condition, { ...context, place: 'kept_when' }),
  }),
  sample: 'outcomes',
  figure: (sample, { condition, per }, context) => {
    if (sample.kind !== 'outcomes') throw wrongSample(sample, 'outcomes');
    const { kept, missed, pending } = sample;
    const cases = kept + missed;
    const all = cases + pending;
    const out = leftOut(condition, sample);
    const isAtMost = context.target.op === '<=';
    return {
      ...NO_FIGURE,
      value: cases === 0 ? null : (per * kept) / cases,
      cases,
      events: kept,
      interval: interval(cases, wilson(kept, cases, context.confidence), 'wilson', per),
      ifPendingMissed: all === 0 ? null : (per * worstEvents(sample, context)) / all,
      pending,
      unsettled: pending,
      dropped: out > 0 ? { cases: out, value: (per * (isAtMost ? kept + out : kept)) / (cases + out) } : null,
    };
  },
};
