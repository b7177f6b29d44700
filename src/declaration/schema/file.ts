import { z } from 'zod';
import { calendars } from './calendar.ts';
import { channel } from './channel.ts';
import { promise } from './promise.ts';
import { DATE, orVariable, pattern, SHARE, say, text, ZONE } from './words.ts';

const window = say(
  z.strictObject({
    from: say(pattern(orVariable(DATE)), 'First day.', 'a date', 'from: 2026-01-01').exactOptional(),
    to: say(pattern(orVariable(DATE)), 'Last day, included.', 'a date', 'to: 2026-03-31').exactOptional(),
    last: say(
      pattern(orVariable('^([0-9]+\\s*[dw]|day|week|month|quarter)$')),
      'Whole days up to the newest, or the last whole period.',
      'days or a period',
      'last: 90d',
    ).exactOptional(),
    day: say(pattern(orVariable(DATE)), 'One day.', 'a date', 'day: 2026-03-31').exactOptional(),
    week: say(pattern(orVariable('^[0-9]{4}-W[0-9]{2}$')), 'One ISO week.', 'a week', 'week: 2026-W07').exactOptional(),
    month: say(pattern(orVariable('^[0-9]{4}-[0-9]{2}$')), 'One month.', 'a month', 'month: 2026-03').exactOptional(),
    quarter: say(
      pattern(orVariable('^[0-9]{4}-Q[1-4]$')),
      'One quarter.',
      'a quarter',
      'quarter: 2026-Q1',
    ).exactOptional(),
  }),
  'The days that are audited; left out: all.',
  'a map',
  'window: { from: 2026-01-01, to: 2026-03-31 }',
);

/** The promise file: every key that there is. */
export const promiseFile = say(
  z.strictObject({
    saydo: say(
      z.union([z.literal(1), z.literal('1')]),
      'Version of the promise language.',
      'the version of the language',
      'saydo: 1',
    ).exactOptional(),
    brand: say(text, 'Whose promises these are.', 'a name', 'brand: Fjellrute Cycles'),
    timezone: say(
      pattern(orVariable(ZONE)),
      'Of times without a zone, of days and of periods; default UTC.',
      'a time zone',
      'timezone: Europe/Oslo',
    ).exactOptional(),
    window: window.exactOptional(),
    as_of: say(
      z.string(),
      'The moment that the data speaks for: a date means its end.',
      'a date or a time',
      'as_of: 2026-03-31',
    ).exactOptional(),
    period: say(
      z.enum(['day', 'week', 'month', 'quarter']),
      'The grain of the trend; default month.',
      'a period',
      'period: month',
    ).exactOptional(),
    confidence: say(
      pattern(orVariable(SHARE)),
      'Of the intervals; default 95%.',
      'a share over 50%',
      'confidence: 95%',
    ).exactOptional(),
    calendars: calendars.exactOptional(),
    channels: say(
      z.record(z.string(), channel),
      'Where the brand meets people.',
      'a map from name to channel',
      'channels: { email: { source: email.csv, at: Created at } }',
    ),
    promises: say(
      z.record(z.string(), promise),
      'What the brand promises.',
      'a map from id to promise',
      'promises: { quick-reply: { says: We answer within four hours., kept_when: { replied: { within: 4h } }, target: 95%, channels: [email] } }',
    ),
  }),
  'What a brand promises, where each promise is measured, and what counts as keeping it.',
  'a map',
  'saydo: 1',
);

/** JSON Schema (draft 2020-12) of the promise file, for editors. */
export function declarationJsonSchema(): object {
  return { title: 'saydo promise file', ...z.toJSONSchema(promiseFile, { io: 'input' }) };
}
