import { entry } from '../entry.ts';

/** What `why` could not look into, and what it takes. */
export const why = {
  'why-without-promise': entry<{ file: string | null }>({
    id: 'SD0956',
    severity: 'error',
    message: () => 'no promise is named',
    help: ({ file }) => `expected the id of a promise: saydo why PROMISE${file === null ? '' : ` ${file}`}`,
  }),
  'why-no-segments': entry<{ channel: string }>({
    id: 'SD0950',
    severity: 'note',
    message: ({ channel }) => `channel ${channel} names no segments to break misses down by`,
    help: ({ channel }) => `add \`segments: [COLUMN]\` to channel ${channel}`,
  }),
  'why-no-time': entry<{ channel: string }>({
    id: 'SD0951',
    severity: 'note',
    message: ({ channel }) =>
      `channel ${channel} does not say when an occasion began, so nothing is known of hours and weekdays`,
    help: ({ channel }) => `add \`at: COLUMN\` to channel ${channel}`,
  }),
  'why-no-text': entry<{ channel: string }>({
    id: 'SD0952',
    severity: 'note',
    message: () => 'no text column to look for words in',
    help: ({ channel }) => `add \`text: COLUMN\` to channel ${channel}`,
  }),
  'why-no-occasions': entry<{ measure: string }>({
    id: 'SD0953',
    severity: 'note',
    message: ({ measure }) => `words were not looked for: of a ${measure}, no single row is kept or missed`,
    help: () => null,
  }),
  'why-no-shared-segments': entry<{ of: string; to: string }>({
    id: 'SD0955',
    severity: 'note',
    message: ({ of, to }) =>
      `a ratio is divided by segments that both of its channels name, and ${of} and ${to} share none`,
    help: () => 'name the same column in `segments` of both, under the same name',
  }),
  'why-tally': entry<{ channel: string }>({
    id: 'SD0957',
    severity: 'note',
    message: ({ channel }) =>
      `a row of ${channel} counts several occasions, which are taken as independent; as those of a row tend to fare alike, chance does more here than the tests allow for`,
    help: () => null,
  }),
  'why-redacted': entry<{ column: string }>({
    id: 'SD0954',
    severity: 'note',
    message: ({ column }) => `words of ${column} were not looked for, as --redact leaves out what cells hold`,
    help: () => null,
  }),
} as const;
