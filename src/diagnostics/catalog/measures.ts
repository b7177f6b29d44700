import { didYouMean, entry } from '../entry.ts';

/** SD02xx: what a measure is taken of, and what may stand beside it. Errors end with exit 2. */
export const measures = {
  'operand-untyped': entry<{ column: string; measure: string }>({
    id: 'SD0240',
    severity: 'error',
    message: ({ column, measure }) => `nothing says what column '${column}' holds, of which '${measure}' is taken`,
    help: ({ column }) =>
      `a target with its unit says it, such as at most 4h; else say it under columns: { ${column}: { column: HEADER, type: number } }; types are number, percent and duration`,
  }),
  'operand-type': entry<{ column: string; holds: string; moment: boolean; measure: string }>({
    id: 'SD0241',
    severity: 'error',
    message: ({ column, holds, measure }) =>
      `'${measure}' is taken of numbers, and column '${column}' is read as ${holds}`,
    help: ({ column, moment, measure }) =>
      moment
        ? `the time between two moments is written ${measure}: { from: COLUMN, to: COLUMN }`
        : `say what it holds under columns: { ${column}: { column: HEADER, type: number } }, percent or duration; rows with a certain word are counted by count, rate or kept_when`,
  }),
  'elapsed-since-what': entry<{ measure: string; channel: string }>({
    id: 'SD0242',
    severity: 'error',
    message: ({ measure, channel }) => `'${measure}' of the time since what? channel '${channel}' has no at`,
    help: ({ measure, channel }) =>
      `expected ${measure}: { from: COLUMN, to: COLUMN }, or at: COLUMN on channel ${channel}`,
  }),
  'quantile-range': entry<{ value: string; meant: string | null }>({
    id: 'SD0243',
    severity: 'error',
    message: ({ value }) => `there is no quantile for q '${value}'`,
    help: ({ meant }) =>
      `expected more than 0 and less than 1, or more than 0% and less than 100%${didYouMean(meant === null ? null : `q: ${meant}`)}`,
  }),
  'unpaired-columns': entry<{ of: number; from: number }>({
    id: 'SD0244',
    severity: 'error',
    message: ({ of, from }) => `'of' names ${counted(of)} and 'from' ${counted(from)}: they make no pairs`,
    help: () =>
      'expected as many of one as of the other, in the same order: { of: [a, b], from: [a_expected, b_expected] }',
  }),
  'ratio-of-itself': entry<{ channel: string; per: number }>({
    id: 'SD0245',
    severity: 'error',
    message: ({ channel, per }) =>
      `the ratio of occasions of channel '${channel}' to the very same is always its per, ${per}`,
    help: () =>
      "expected another channel under to:, or a where: on one side; a part of one channel's rows is a rate: { of: CONDITION, per: 1000 }",
  }),
  'unit-of-measure': entry<{
    key: string;
    value: string;
    measure: string;
    expected: string;
    example: string;
    column: string | null;
    reads: string;
  }>({
    id: 'SD0247',
    severity: 'error',
    message: ({ key, value, measure, expected }) => `'${key}' is '${value}', but the ${measure} is ${expected}`,
    help: ({ example, column, reads }) =>
      `expected such as ${example}${column === null ? '' : `; or say how the column is read: columns: { ${column}: { column: HEADER, ${reads} } }`}`,
  }),
  'score-needs-floor': entry<{ measure: string; target: string; bottomless: boolean; number: boolean }>({
    id: 'SD0248',
    severity: 'warning',
    message: ({ measure, target, bottomless }) =>
      bottomless
        ? `the score stays empty without a floor: ${measure} can lie below zero`
        : `the score stays empty: ${measure} has no values below the target ${target} to count from`,
    help: ({ number }) =>
      number
        ? 'say at which value the score is 0, for example: floor: -50'
        : 'expected a target that can be missed; this one every value meets',
  }),

  'against-itself': entry<{ column: string; isAt: boolean }>({
    id: 'SD0234',
    severity: 'error',
    message: ({ column }) => `column '${column}' is held against itself`,
    help: ({ column, isAt }) =>
      isAt
        ? `where no other is named the channel's at is taken, and that is '${column}' too: name two columns`
        : 'every row would come out the same: expected another column here',
  }),
  'open-days': entry<{ key: string; value: string; calendar: string; example: string; instead: string }>({
    id: 'SD0235',
    severity: 'error',
    message: ({ key, value, calendar }) =>
      `'${key}' is '${value}', but open time is told in hours: a day of ${calendar} is no 24 hours`,
    help: ({ example, instead }) => `expected such as ${example}; open days are counted by ${instead}`,
  }),
  'where-of-ratio': entry<{ channel: string; parts: readonly string[] }>({
    id: 'SD0236',
    severity: 'error',
    message: ({ channel, parts }) =>
      `this where is for rows of channel '${channel}', and the ratio takes only those of ${parts.map((part) => `'${part}'`).join(' and ')}`,
    help: () =>
      'put it under of: or to: of the ratio: { channel: CHANNEL, where: CONDITION }; an empty where: on the channel takes the promise’s away',
  }),
  'judge-without-interval': entry<{ measure: string; channel: string; known: readonly string[] }>({
    id: 'SD0237',
    severity: 'error',
    message: ({ measure, channel }) =>
      `'${measure}' on channel '${channel}' has no interval to judge by: it tells what happened and estimates nothing`,
    help: ({ known }) => `take judge: interval away; these have one: ${known.join(', ')}`,
  }),
  'never-owed': entry<{ measure: string; channel: string; lacks: string }>({
    id: 'SD0238',
    severity: 'warning',
    message: ({ measure, channel, lacks }) =>
      `nothing will be owed on channel '${channel}': '${measure}' counts no ${lacks}`,
    help: ({ lacks }) =>
      lacks === 'misses'
        ? 'what is missed is counted by kept_when and tally: make a promise with one of them, or take cost: away'
        : 'customers are told apart by kept_when: make a promise with it, or write per: occasion',
  }),
} as const;

function counted(columns: number): string {
  return columns === 1 ? 'one column' : `${columns} columns`;
}
