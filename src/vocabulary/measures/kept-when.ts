import { wilson } from '../../statistics/wilson.ts';
import { compileCondition, conditionInWords, conditionSchema, readCondition } from '../conditions/index.ts';
import { interval, NO_FIGURE, wrongSample } from './figure.ts';
import type { MeasureDefinition } from './measure.ts';
import { leftOut } from './timed.ts';

/** Share of occasions on which the promise was kept. */
export const keptWhen: MeasureDefinition<'kept_when'> = {
  kind: 'kept_when',
  teaches: {
    what: 'The share of occasions on which a condition holds: how often the promise was kept.',
    why: 'A promise is made to each customer and kept or broken on each occasion, so this is the measure to begin with. An average can meet its target while one customer in five waits a day; a share cannot. Whoever never got an answer counts as missed once the deadline has passed, which tools that average answered tickets leave out.',
    formula: 'kept / (kept + missed); what can still be kept is pending and enters neither',
    source:
      'The service level of the field: achieved / (achieved + breached), where what is open past its target is breached. Interval: E. B. Wilson, JASA 22 (1927).',
  },
  example: {
    promise: ['kept_when: { Replied: { within: 4h } }', 'target: 75%'],
    channel: ['at: Opened'],
    rows: [
      'Opened,Replied',
      '2026-03-02 09:00,2026-03-02 10:00',
      '2026-03-02 10:00,2026-03-02 15:00',
      '2026-03-02 11:00,2026-03-02 12:30',
      '2026-03-03 09:00,',
      '2026-03-03 15:00,2026-03-03 16:00',
      '2026-03-03 15:30,',
    ],
    value: 0.6,
    interval: { low: 0.2307, high: 0.8824 },
    because:
      'The newest event, 3 March 16:00, is as_of. Three replies came within four hours; one took five; the ticket of 3 March 09:00 has had no reply for seven hours and is missed; the one of 15:30 has until 19:30 and is pending. 3 / (3 + 2) = 60%.',
  },
  schema: conditionSchema,
  target: { ops: ['>='], unit: 'share' },
  hasInterval: true,
  additive: false,
  bottom: 0,
  read: (raw, path, reading) => {
    const draft = readCondition(raw, path, reading, 'kept_when');
    return (settled) => {
      const condition = draft(settled);
      return condition === null ? null : { kind: 'kept_when', condition };
    };
  },
  unit: () => 'share',
  words: ({ condition }) => `share of occasions on which ${conditionInWords(condition)}`,
  compile: ({ condition }, context) => ({
    kind: 'outcomes',
    run: compileCondition(condition, { ...context, place: 'kept_when' }),
  }),
  sample: 'outcomes',
  figure: (sample, { condition }, { confidence }) => {
    if (sample.kind !== 'outcomes') throw wrongSample(sample, 'outcomes');
    const { kept, missed, pending } = sample;
    const cases = kept + missed;
    const out = leftOut(condition, sample);
    return {
      ...NO_FIGURE,
      value: cases === 0 ? null : kept / cases,
      cases,
      kept,
      missed,
      interval: interval(cases, wilson(kept, cases, confidence), 'wilson'),
      ifPendingMissed: cases + pending === 0 ? null : kept / (cases + pending),
      pending,
      unsettled: pending,
      dropped: out > 0 ? { cases: out, value: kept / (cases + out) } : null,
    };
  },
};
