import { didYouMean, entry, oneOf } from '../entry.ts';

/** SD03xx: channels, columns and zones by their names. Errors end with exit 2. */
export const names = {
  'unknown-channel': entry<{ channel: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0301',
    severity: 'error',
    message: ({ channel }) => `unknown channel '${channel}'`,
    help: ({ known, nearest }) => `expected ${oneOf(known)}${didYouMean(nearest)}`,
  }),
  'extends-cycle': entry<{ chain: readonly string[] }>({
    id: 'SD0302',
    severity: 'error',
    message: ({ chain }) => `channels extend each other in a circle: ${chain.join(' -> ')}`,
    help: () => 'take one extends: away',
  }),
  'unknown-timezone': entry<{ timezone: string; nearest: string | null }>({
    id: 'SD0303',
    severity: 'error',
    message: ({ timezone }) => `unknown time zone '${timezone}'`,
    help: ({ nearest }) => `expected a name of the IANA database, such as Europe/Oslo or UTC${didYouMean(nearest)}`,
  }),
  'channel-twice': entry<{ channel: string; first: number }>({
    id: 'SD0304',
    severity: 'error',
    message: ({ channel, first }) => `channel '${channel}' is already named at line ${first}`,
    help: () => 'a promise names each of its channels once: keep one of the two',
  }),
  'unused-channel': entry<{ channel: string }>({
    id: 'SD0305',
    severity: 'warning',
    message: ({ channel }) => `no promise is measured on channel '${channel}'`,
    help: ({ channel }) => `name it under channels: of a promise, or take it away: channels: [${channel}]`,
  }),
  'unused-column': entry<{ column: string; channel: string }>({
    id: 'SD0306',
    severity: 'warning',
    message: ({ column, channel }) => `column '${column}' of channel '${channel}' is declared, but nothing uses it`,
    help: () => 'is its name misspelt where it is used? else take it away',
  }),
} as const;
