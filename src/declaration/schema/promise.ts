import { z } from 'zod';
import { measures } from '../../vocabulary/measures/index.ts';
import { where } from './channel.ts';
import { DATE, number, orVariable, pattern, readElsewhere, say, text } from './words.ts';

/** Every measure's key, with the shape that its own file gives. */
const measureKeys: Record<string, z.ZodType> = {};
for (const { kind, schema, teaches, example } of Object.values(measures)) {
  const described = say(schema(z), teaches.what, 'a measure', example.promise[0] ?? kind);
  readElsewhere.add(described);
  measureKeys[kind] = described;
}

const remedy = say(
  z.strictObject({
    text: say(text, 'What a customer gets where the promise was missed.', 'a text', 'text: A voucher'),
    cost: say(
      pattern(orVariable('^[0-9]+([.][0-9]+)?\\s+[A-Z]{3}$')),
      'What that costs us, with its currency.',
      'an amount and a currency',
      'cost: 10 EUR',
    ).exactOptional(),
    per: say(
      z.enum(['occasion', 'customer']),
      'For what it is owed once.',
      'occasion or customer',
      'per: customer',
    ).exactOptional(),
  }),
  'What a missed occasion is made good with.',
  'a map',
  'remedy: { text: A voucher, cost: 10 EUR }',
);

const act = say(
  z.strictObject({
    text: say(text, 'What is done about it.', 'a text', 'text: Staff the Monday peak'),
    by: say(pattern(orVariable(DATE)), 'Until when.', 'a date', 'by: 2026-05-01').exactOptional(),
  }),
  'What is being done.',
  'a map',
  'act: { text: Staff the Monday peak, by: 2026-05-01 }',
);

const level = z.union([z.string(), z.number()]);

/** Keys that a promise sets for all of its channels, and a channel of it for itself. */
const pledgeKeys: Record<string, z.ZodType> = {
  ...measureKeys,
  where,
  target: say(level, 'The level to reach: 95%, at least 45, at most 4h.', 'a level', 'target: 95%'),
  warn: say(
    level,
    'Better than the target: what meets the target but is worse than this is close.',
    'a level without at least or at most',
    'warn: 97%',
  ),
  floor: say(level, 'Where the score is 0; may lie below zero.', 'a level without at least or at most', 'floor: 50%'),
  benchmark: say(
    z.union([
      level,
      z.strictObject({
        value: say(level, 'What others reach.', 'a level', 'value: 88%'),
        source: say(text, 'Who says so.', 'a text', 'source: industry report 2025').exactOptional(),
      }),
    ]),
    'What others reach.',
    'a level, or a map with value and source',
    'benchmark: { value: 88%, source: industry report 2025 }',
  ),
  min_cases: say(
    number('^[0-9]+$'),
    'Decided cases that a verdict needs; 0: silence is fine.',
    'a whole number',
    'min_cases: 30',
  ),
  weight: say(number('^[0-9]+([.][0-9]+)?$'), 'Weight in the score.', 'a number over 0', 'weight: 3'),
  every: say(
    z.union([text, z.array(z.union([text, z.array(text)]))]),
    'Segments of which each must reach the target by itself; [[a, b]] crosses two.',
    'a list of segments',
    'every: [language]',
  ),
  period: say(z.enum(['day', 'week', 'month', 'quarter']), 'The grain of the trend.', 'a period', 'period: month'),
  judge: say(
    z.enum(['value', 'interval']),
    'interval: unproven where the confidence interval holds the target.',
    'value or interval',
    'judge: interval',
  ),
  waived: say(
    z.strictObject({
      until: say(pattern(orVariable(DATE)), 'Last day of the waiver.', 'a date', 'until: 2026-06-30'),
      reason: say(text, 'Why a miss is no miss until then.', 'a text', 'reason: new switchboard'),
    }),
    'A miss that is known and accepted for a time.',
    'a map with until and reason',
    'waived: { until: 2026-06-30, reason: new switchboard }',
  ),
  remedy,
  act,
  owner: say(text, 'Who answers for it.', 'a text', 'owner: Customer Care'),
};

function optional(
  keys: Record<string, z.ZodType>,
  change: (schema: z.ZodType) => z.ZodType,
): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(keys).map(([key, schema]) => [key, change(schema).exactOptional()]));
}

const override = say(
  z.strictObject(optional(pledgeKeys, (schema) => schema.nullable())),
  'What differs on this channel; nothing: as the promise says.',
  'a map, or nothing',
  'chat: { target: 90% }',
);

export const promise = say(
  z.strictObject({
    says: say(
      text,
      'The promise, in the words that customers read.',
      'a text',
      'says: We answer within four working hours.',
    ),
    ...optional(pledgeKeys, (schema) => schema),
    channels: say(
      z.union([z.array(text), z.record(z.string(), override.nullable())]),
      'Where it is measured: a list, or a map with what differs on each.',
      'a list or a map of channels',
      'channels: [email, chat]',
    ),
  }),
  'A promise of the brand.',
  'a map',
  'quick-reply: { says: We answer within four hours., kept_when: { replied: { within: 4h } }, target: 95%, channels: [email] }',
);
