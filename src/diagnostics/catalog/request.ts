import { didYouMean, entry } from '../entry.ts';

/** What is asked for beside the promise file: SD085x. Errors here end with exit 2. */
export const request = {
  'no-such-promise': entry<{ name: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0850',
    severity: 'error',
    message: ({ name }) => `no promise '${name}' in the file`,
    help: ({ known, nearest }) => `it declares ${known.join(', ')}${didYouMean(nearest)}`,
  }),
  'no-such-channel': entry<{ name: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0851',
    severity: 'error',
    message: ({ name }) => `no channel '${name}' in the file`,
    help: ({ known, nearest }) => `it declares ${known.join(', ')}${didYouMean(nearest)}`,
  }),
  'bad-moment': entry<{ option: string; text: string }>({
    id: 'SD0853',
    severity: 'error',
    message: ({ option, text }) => `${option} cannot be '${text}'`,
    help: ({ option }) =>
      option === '--as-of'
        ? 'expected now, a date such as 2026-03-31 (its end) or a time such as 2026-03-31T18:00+02:00'
        : 'expected a date such as 2026-03-31',
  }),
  'bad-last': entry<{ text: string }>({
    id: 'SD0854',
    severity: 'error',
    message: ({ text }) => `--last cannot be '${text}'`,
    help: ({ text }) =>
      `expected a number of days such as 90d, or day, week, month or quarter${/^\d+$/.test(text.trim()) ? `; did you mean ${text.trim()}d?` : ''}`,
  }),
  'two-windows': entry<Record<string, never>>({
    id: 'SD0855',
    severity: 'error',
    message: () => '--last and --from or --to name two windows',
    help: () => 'leave out one of them',
  }),
  'window-backwards': entry<{ from: string; to: string }>({
    id: 'SD0856',
    severity: 'error',
    message: ({ from, to }) => `the window ends on ${to}, before it begins on ${from}`,
    help: () => 'expected --from to be a day not after --to',
  }),
  'no-horizon': entry<{ last: string }>({
    id: 'SD0857',
    severity: 'error',
    message: ({ last }) => `the last ${last} of what? no row says when it was`,
    help: () => 'give the day with --as-of 2026-03-31, or name `at` on a channel that holds rows',
  }),
} as const;
