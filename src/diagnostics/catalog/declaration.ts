import { didYouMean, entry, oneOf } from '../entry.ts';

/** SD02xx: keys and values of the promise file. Errors end with exit 2. */
export const declaration = {
  'unknown-key': entry<{ key: string; of: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0201',
    severity: 'error',
    message: ({ key, of }) => `unknown key '${key}' in ${of}`,
    help: ({ known, nearest }) =>
      known.length === 0 ? 'expected another name' : `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'missing-key': entry<{ key: string; of: string; example: string }>({
    id: 'SD0202',
    severity: 'error',
    message: ({ key, of }) => `'${key}' is missing in ${of}`,
    help: ({ example }) => `write it, for example: ${example}`,
  }),
  'wrong-shape': entry<{ key: string; found: string; expected: string; example: string }>({
    id: 'SD0203',
    severity: 'error',
    message: ({ key, found }) => `'${key}' is ${found}`,
    help: ({ expected, example }) => `expected ${expected}, for example: ${example}`,
  }),
  'unknown-value': entry<{ key: string; value: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0204',
    severity: 'error',
    message: ({ key, value }) => `'${key}' is '${value}'`,
    help: ({ known, nearest }) => `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'empty-value': entry<{ key: string; expected: string; example: string }>({
    id: 'SD0205',
    severity: 'error',
    message: ({ key }) => `nothing stands after '${key}:'`,
    help: ({ expected, example }) => `expected ${expected}, for example: ${example}`,
  }),
  'bad-value': entry<{ key: string; value: string; expected: string; example: string }>({
    id: 'SD0206',
    severity: 'error',
    message: ({ key, value }) => `'${key}' is '${value}'`,
    help: ({ expected, example }) => `expected ${expected}, for example: ${example}`,
  }),
  'unknown-comparison': entry<{ found: string; proposal: string | null }>({
    id: 'SD0207',
    severity: 'error',
    message: ({ found }) => `unknown comparison '${found}'`,
    help: ({ proposal }) => `expected at least, at most, over or under${didYouMean(proposal)}`,
  }),
  'target-direction': entry<{ found: string; proposal: string }>({
    id: 'SD0208',
    severity: 'error',
    message: ({ found }) => `'${found}' is no direction of a target`,
    help: ({ proposal }) => `a target includes its value: expected at least or at most; did you mean ${proposal}?`,
  }),
  'target-without-direction': entry<{ value: string }>({
    id: 'SD0209',
    severity: 'error',
    message: ({ value }) => `the target '${value}' does not say which side is good`,
    help: ({ value }) => `expected at least ${value} or at most ${value}`,
  }),
  'share-as-number': entry<{ key: string; value: string; proposal: string | null }>({
    id: 'SD0210',
    severity: 'error',
    message: ({ key, value }) => `'${key}' is '${value}', a number where a share is needed`,
    help: ({ proposal }) => `a share is written with its sign, such as 95%${didYouMean(proposal)}`,
  }),
  'share-out-of-range': entry<{ key: string; value: string; low: string; high: string }>({
    id: 'SD0211',
    severity: 'error',
    message: ({ key, value }) => `'${key}' is '${value}', which is out of range`,
    help: ({ low, high }) => `expected ${low} to ${high}`,
  }),
  'wrong-unit': entry<{ key: string; value: string; measure: string; expected: string; example: string }>({
    id: 'SD0212',
    severity: 'error',
    message: ({ key, value, measure }) => `'${key}' is '${value}', but ${measure} gives another unit`,
    help: ({ expected, example }) => `expected ${expected}, for example: ${example}`,
  }),
  'direction-of-measure': entry<{ found: string; measure: string; proposal: string }>({
    id: 'SD0213',
    severity: 'error',
    message: ({ found, measure }) => `'${found}' is no direction for a target of ${measure}`,
    help: ({ proposal }) => `the more is kept, the better: write ${proposal}, and say in the condition what is kept`,
  }),
  'warn-never-reached': entry<{ channel: string; warn: string; target: string; better: string }>({
    id: 'SD0214',
    severity: 'warning',
    message: ({ channel, warn, target }) =>
      `warn ${warn} can never be reached on channel ${channel}: the target is ${target}`,
    help: ({ better }) => `what passes warn but meets the target is close: expected a value ${better} the target's`,
  }),
  'floor-beyond-target': entry<{ channel: string; floor: string; target: string; worse: string }>({
    id: 'SD0215',
    severity: 'warning',
    message: ({ channel, floor, target }) =>
      `floor ${floor} gives no score on channel ${channel}: the target is ${target}`,
    help: ({ worse }) => `the score is 0 at floor and 100 at the target: expected a value ${worse} the target's`,
  }),
  'two-measures': entry<{ first: string; second: string; of: string }>({
    id: 'SD0216',
    severity: 'error',
    message: ({ first, second, of }) => `'${first}' and '${second}' are two measures in ${of}`,
    help: () => 'a promise is measured in one way on one channel: make two promises of it',
  }),
  'no-measure': entry<{ promise: string; channel: string; known: readonly string[] }>({
    id: 'SD0217',
    severity: 'error',
    message: ({ promise, channel }) => `nothing says how promise '${promise}' is measured on channel '${channel}'`,
    help: ({ known }) =>
      `expected ${oneOf(known)} on the promise or on this channel of it, for example: kept_when: { replied: { within: 4h } }`,
  }),
  'no-target': entry<{ promise: string; channel: string }>({
    id: 'SD0218',
    severity: 'error',
    message: ({ promise, channel }) => `promise '${promise}' has no target on channel '${channel}'`,
    help: () => 'expected a target on the promise or on this channel of it, for example: target: 95%',
  }),
  'window-forms': entry<{ found: readonly string[] }>({
    id: 'SD0219',
    severity: 'error',
    message: ({ found }) =>
      found.length === 0 ? 'the window is empty' : `the window says ${found.join(' and ')} at once`,
    help: () =>
      'expected one of { from: 2026-01-01, to: 2026-03-31 }, { last: 90d }, { last: month }, { month: 2026-03 }, { quarter: 2026-Q1 }',
  }),
  'days-reversed': entry<{ from: string; to: string }>({
    id: 'SD0220',
    severity: 'error',
    message: ({ from, to }) => `the days end (${to}) before they begin (${from})`,
    help: ({ from, to }) => `did you mean from: ${to}, to: ${from}?`,
  }),
  'repeats-needs-case': entry<{ repeats: string; channel: string }>({
    id: 'SD0221',
    severity: 'error',
    message: ({ repeats, channel }) => `repeats: ${repeats} on channel '${channel}', but nothing names its cases`,
    help: () => 'name the column that tells one case from another, for example: case: ticket',
  }),
  'updated-needs-latest': entry<{ channel: string }>({
    id: 'SD0222',
    severity: 'error',
    message: ({ channel }) =>
      `updated: on channel '${channel}' chooses among repeated cases, but repeats: is not latest`,
    help: () => 'write repeats: latest beside it, or take updated: away',
  }),
  'needs-at': entry<{ what: string; channel: string }>({
    id: 'SD0223',
    severity: 'error',
    message: ({ what, channel }) => `${what} on channel '${channel}' needs to know when an occasion began`,
    help: () => 'name the column that says so, for example: at: opened',
  }),
  'bad-format': entry<{ format: string; detail: string; meant: string | null }>({
    id: 'SD0225',
    severity: 'error',
    message: ({ format, detail }) => `the format '${format}' cannot be read: ${detail}`,
    help: ({ meant }) =>
      `expected Unicode tokens such as dd.MM.yyyy HH:mm; epoch-seconds or epoch-milliseconds; for durations h:mm, m:ss or h:mm:ss${didYouMean(meant)}`,
  }),
  'type-clash': entry<{ column: string; here: string; there: string; line: number }>({
    id: 'SD0226',
    severity: 'error',
    message: ({ column, here, there, line }) =>
      `column '${column}' is used as ${here} here and as ${there} at line ${line}`,
    help: () =>
      'a column has one type; change one of the two places, or declare the same header under a second name in columns:',
  }),
  'compared-types': entry<{ column: string; other: string; type: string; otherType: string }>({
    id: 'SD0227',
    severity: 'error',
    message: ({ column, other, type, otherType }) =>
      `'${column}' is ${type} and '${other}' is ${otherType}: they cannot be compared`,
    help: () =>
      'compare columns of one type, or declare how one is read: columns: { NAME: { column: HEADER, type: number } }',
  }),
} as const;
