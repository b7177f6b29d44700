import { entry } from '../entry.ts';
import type { Rest } from './data.ts';

function rest({ more, moreLines, channel, declared }: Rest): string {
  const which =
    moreLines.length === 0
      ? ''
      : ` (line${moreLines.length === 1 ? '' : 's'} ${moreLines.join(', ')}${more > moreLines.length ? ', ...' : ''})`;
  const others = more > 0 ? `and ${more} more in this file${which}\n` : '';
  return `${others}mend the export, or set such rows aside: \`tolerate: 1%\` on channel ${channel} (${declared})`;
}

/** Rows that are well written but cannot be true together: SD065x. Errors here end with exit 3. */
export const rows = {
  'event-before-start': entry<Rest & { column: string; value: string | null; start: string | null }>({
    id: 'SD0650',
    severity: 'error',
    message: ({ column, value, start }) =>
      value === null || start === null
        ? `column '${column}' holds an event that comes before its start`
        : start === 'zero'
          ? `column '${column}' holds ${value}, an elapsed time below zero`
          : `column '${column}' holds ${value}, which comes before its start at ${start}`,
    help: (args) => rest(args),
  }),
  'date-without-time': entry<Rest & { column: string; value: string | null; start: string | null }>({
    id: 'SD0651',
    severity: 'error',
    message: ({ column, value, start }) =>
      value === null || start === null
        ? `column '${column}' is held against hours, but a date has no time of day`
        : start === 'hours'
          ? `column '${column}' holds ${value}: opening hours cannot be told where a date has no time of day`
          : `column '${column}' holds ${value} since ${start}: hours cannot be told where a date has no time of day`,
    help: (args) => `expected times, or a promise in days such as \`within: 2d\`\n${rest(args)}`,
  }),
  'off-scale': entry<Rest & { column: string; value: string | null; limit: string }>({
    id: 'SD0654',
    severity: 'error',
    message: ({ column, value, limit }) =>
      value === null
        ? `column '${column}' holds what is not ${limit}`
        : `column '${column}' holds ${value}, not ${limit}`,
    help: (args) =>
      `expected answers on the scale of the question; \`map:\` on the column turns others into them\n${rest(args)}`,
  }),
  'above-total': entry<Rest & { column: string; value: string | null; total: string | null }>({
    id: 'SD0655',
    severity: 'error',
    message: ({ column, value, total }) =>
      value === null || total === null
        ? `column '${column}' holds more than its total`
        : `column '${column}' holds ${value}, more than its total of ${total}`,
    help: (args) => `expected \`kept\` to be a part of \`of\`: are the two columns the right way round?\n${rest(args)}`,
  }),
  'no-count': entry<Rest & { column: string; value: string | null; limit: string }>({
    id: 'SD0656',
    severity: 'error',
    message: ({ column, value, limit }) =>
      value === null
        ? `column '${column}' holds what is not ${limit}`
        : `column '${column}' holds ${value}, not ${limit}`,
    help: (args) => `expected counts, not shares: \`tally\` adds them up\n${rest(args)}`,
  }),
  'repeated-case': entry<{
    column: string;
    first: string;
    again: string;
    more: number;
    channel: string;
    declared: string;
  }>({
    id: 'SD0652',
    severity: 'error',
    message: ({ column, first, again }) => `the same ${column} stands twice: at ${first} and again at ${again}`,
    help: ({ more, channel, declared }) =>
      `${more > 0 ? `and ${more} more\n` : ''}say what that means on channel ${channel} (${declared}): ` +
      '`repeats: latest` where exports overlap, `all` where a case has several rows, `each` where every row counts',
  }),
  'too-many-unreadable': entry<{ channel: string; rows: number; of: number; share: string; tolerate: string }>({
    id: 'SD0653',
    severity: 'error',
    message: ({ channel, rows: count, of, share }) =>
      `channel ${channel}: ${count} of ${of} rows that take part cannot be read (${share})`,
    help: ({ tolerate }) => `more than \`tolerate: ${tolerate}\` allows; the first of each kind are named above`,
  }),
} as const;
