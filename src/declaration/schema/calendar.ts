import { z } from 'zod';
import { DATE, oneOrMany, orVariable, pattern, say, ZONE } from './words.ts';

const SPAN = '[0-9]{1,2}:[0-9]{2}\\s*[-\\u2013]\\s*[0-9]{1,2}:[0-9]{2}';
const span = pattern(orVariable(`^${SPAN}$`));

const spans = say(
  z.union([pattern(orVariable(`^(${SPAN}|[Cc]losed|CLOSED)$`)), z.array(span)]),
  'One span of local time, a list of them, or closed; past midnight belongs to the day it starts on.',
  'a span, a list of spans, or closed',
  'mon-fri: [08:00-12:00, 12:30-17:00]',
);

const calendar = say(
  z.strictObject({
    hours: say(
      z.union([pattern(orVariable('^24/7$')), z.record(z.string(), spans)]),
      'Opening hours by weekday: mon to sun, ranges such as mon-fri, lists such as "mon, wed", daily; or 24/7.',
      'a map from days to spans, or 24/7',
      'hours: { mon-fri: 08:00-17:00, sat: 10:00-14:00 }',
    ),
    holidays: say(
      oneOrMany(pattern(orVariable(DATE))),
      'Days on which it does not open.',
      'a date or a list of dates',
      'holidays: [2026-01-01, 2026-05-17]',
    ).exactOptional(),
    overrides: say(
      z.record(z.string(), spans),
      'Days with hours of their own, also where they are holidays.',
      'a map from date to spans',
      'overrides: { 2026-12-24: 08:00-12:00 }',
    ).exactOptional(),
    timezone: say(
      pattern(orVariable(ZONE)),
      'That the hours are local to; else the file’s.',
      'a time zone',
      'timezone: Europe/Oslo',
    ).exactOptional(),
  }),
  'Opening hours of a desk.',
  'a map',
  'desk: { hours: { mon-fri: 08:00-17:00 } }',
);

export const calendars = say(
  z.record(z.string(), calendar),
  'Opening hours by name, for time that counts only while a desk is open.',
  'a map from name to calendar',
  'calendars: { desk: { hours: { mon-fri: 08:00-17:00 } } }',
);
