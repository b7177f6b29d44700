import { entry } from '../entry.ts';

function times(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** What an audit noticed about the data and the promises: SD07xx. They never end a run. */
export const findings = {
  'partial-coverage': entry<{
    export: string;
    channel: string;
    covered: string;
    end: 'begins' | 'ends';
    window: string;
  }>({
    id: 'SD0701',
    severity: 'warning',
    message: ({ export: file, channel, covered, end, window }) =>
      `${file} (${channel}) covers ${covered}; the window ${end} on ${window}`,
    help: () => null,
  }),
  'as-of-behind': entry<{ channel: string; asOf: string; newest: string; days: number }>({
    id: 'SD0702',
    severity: 'warning',
    message: ({ channel, asOf, newest, days }) =>
      `the data of ${channel} ends ${times(days, 'day')} before the newest: ${asOf} against ${newest}`,
    help: () => null,
  }),
  'value-not-held': entry<{
    column: string;
    value: string;
    held: readonly string[];
    channel: string;
    redacted: boolean;
  }>({
    id: 'SD0703',
    severity: 'warning',
    message: ({ column, value, held, channel, redacted }) =>
      `no cell of '${column}' on ${channel} says '${value}'; it holds ${
        redacted ? 'other values' : held.length === 0 ? 'too many other values to name' : held.join(', ')
      }`,
    help: () => null,
  }),
  'misencoded-cells': entry<{ export: string; count: number }>({
    id: 'SD0704',
    severity: 'note',
    message: ({ export: file, count }) =>
      `${times(count, 'cell')} of ${file} ${count === 1 ? 'is' : 'are'} no UTF-8 and ${count === 1 ? 'was' : 'were'} read as Windows-1252`,
    help: () => null,
  }),
  'skipped-times': entry<{ export: string; count: number }>({
    id: 'SD0705',
    severity: 'note',
    message: ({ export: file, count }) =>
      `${times(count, 'local time')} of ${file} ${count === 1 ? 'does' : 'do'} not exist: the clock change skips ${count === 1 ? 'it' : 'them'}; read an hour on`,
    help: () => null,
  }),
  'repeated-times': entry<{ export: string; count: number }>({
    id: 'SD0706',
    severity: 'note',
    message: ({ export: file, count }) =>
      `${times(count, 'local time')} of ${file} ${count === 1 ? 'comes' : 'come'} twice: the clock change repeats ${count === 1 ? 'it' : 'them'}; read as the first`,
    help: () => null,
  }),
  'rows-not-taken': entry<{ export: string; count: number; channels: readonly string[] }>({
    id: 'SD0707',
    severity: 'warning',
    message: ({ export: file, count, channels }) =>
      `${times(count, 'row')} of ${file} ${count === 1 ? 'is' : 'are'} taken by none of ${channels.join(', ')}`,
    help: () => null,
  }),
  'records-set-aside': entry<{ count: number; lines: number }>({
    id: 'SD0711',
    severity: 'warning',
    message: ({ count, lines }) =>
      `${times(count, 'broken record')} ${count === 1 ? 'was' : 'were'} set aside${lines > 1 ? `; what the first one swallows is ${times(lines, 'line')}` : ''}`,
    help: () => null,
  }),
  'undated-rows': entry<{ channel: string; rows: number; of: number; at: string }>({
    id: 'SD0712',
    severity: 'warning',
    message: ({ channel, rows, of, at }) =>
      `${times(rows, 'row')} of ${of} on ${channel} ${rows === 1 ? 'has' : 'have'} no '${at}' and ${rows === 1 ? 'belongs' : 'belong'} to no window`,
    help: () => null,
  }),
  'as-of-ahead': entry<{ channel: string; asOf: string; before: string; days: number }>({
    id: 'SD0713',
    severity: 'warning',
    message: ({ channel, asOf, before, days }) =>
      `the newest event of ${channel} (${asOf}) lies ${times(days, 'day')} after all others (${before}): a misdated cell would settle all that is pending`,
    help: () => null,
  }),
  'waiver-ended': entry<{ promise: string; channel: string; until: string }>({
    id: 'SD0708',
    severity: 'warning',
    message: ({ promise, channel, until }) => `the waiver of ${promise} on ${channel} ran out on ${until}`,
    help: () => null,
  }),
  'waiver-unneeded': entry<{ promise: string; channel: string }>({
    id: 'SD0709',
    severity: 'note',
    message: ({ promise, channel }) => `the waiver of ${promise} on ${channel} is not needed: the target is met`,
    help: () => null,
  }),
  'rows-set-aside': entry<{ channel: string; rows: number; of: number; share: string; tolerate: string }>({
    id: 'SD0710',
    severity: 'warning',
    message: ({ channel, rows, of, share, tolerate }) =>
      `${times(rows, 'row')} of ${of} on ${channel} could not be read and ${rows === 1 ? 'was' : 'were'} set aside (${share}; tolerated up to ${tolerate})`,
    help: () => null,
  }),
} as const;
