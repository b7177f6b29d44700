import { didYouMean, entry, oneOf } from '../entry.ts';

/** SD02xx and SD03xx: opening hours, and who names them. Errors end with exit 2. */
export const calendars = {
  'unknown-weekday': entry<{ day: string; nearest: string | null }>({
    id: 'SD0228',
    severity: 'error',
    message: ({ day }) => `'${day}' is no day of the week`,
    help: ({ nearest }) =>
      `expected mon, tue, wed, thu, fri, sat or sun, a range such as mon-fri, or a list such as 'mon, wed'${didYouMean(nearest)}`,
  }),
  'weekday-twice': entry<{ day: string; first: string; firstLine: number; key: string; line: number }>({
    id: 'SD0229',
    severity: 'error',
    message: ({ day, first, firstLine, key, line }) =>
      first === key
        ? `'${key}' names ${day} twice`
        : `both '${first}' and '${key}' name ${day}${firstLine === line ? '' : `: in line ${firstLine} and in line ${line}`}`,
    help: () => 'name each day once; several spans of a day are a list: [08:00-12:00, 12:30-17:00]',
  }),
  'bad-span': entry<{ value: string; meant: string | null }>({
    id: 'SD0230',
    severity: 'error',
    message: ({ value }) => `'${value}' is no span of opening hours`,
    help: ({ meant }) => `expected two times of a 24-hour clock, such as 08:00-17:00, or closed${didYouMean(meant)}`,
  }),
  'empty-span': entry<{ value: string }>({
    id: 'SD0231',
    severity: 'error',
    message: ({ value }) => `the span '${value}' ends where it begins`,
    help: () => 'expected 00:00-24:00 for the whole day, or closed for none of it',
  }),
  'spans-overlap': entry<{ first: string; second: string }>({
    id: 'SD0232',
    severity: 'error',
    message: ({ first, second }) => `the spans '${first}' and '${second}' of one day overlap`,
    help: () => 'expected spans one after the other, such as [08:00-12:00, 12:30-17:00]',
  }),
  'calendar-never-open': entry<{ calendar: string }>({
    id: 'SD0233',
    severity: 'error',
    message: ({ calendar }) => `calendar '${calendar}' never opens`,
    help: () => 'expected hours on at least one day, for example: hours: { mon-fri: 08:00-17:00 }',
  }),

  'unknown-calendar': entry<{ calendar: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0307',
    severity: 'error',
    message: ({ calendar }) => `unknown calendar '${calendar}'`,
    help: ({ calendar, known, nearest }) =>
      known.length === 0
        ? `declare it at the top of the file, for example: calendars: { ${calendar}: { hours: { mon-fri: 08:00-17:00 } } }`
        : `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'unused-calendar': entry<{ calendar: string }>({
    id: 'SD0308',
    severity: 'warning',
    message: ({ calendar }) => `nothing is measured by calendar '${calendar}'`,
    help: ({ calendar }) => `name it in a condition, as in { within: 4h, calendar: ${calendar} }, or take it away`,
  }),
} as const;
