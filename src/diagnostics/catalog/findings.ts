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
  simpson: entry<{
    promise: string;
    channel: string;
    by: string;
    rises: boolean;
    before: string;
    after: string;
    named: readonly string[];
    more: number;
    /** null: the figures are no shares. */
    rate: string | null;
    mix: string | null;
  }>({
    id: 'SD0714',
    severity: 'warning',
    message: ({ promise, channel, by, rises, before, after, named, more, rate, mix }) =>
      `${promise} on ${channel} ${rises ? 'rose' : 'fell'} from ${before} to ${after}, but ${rises ? 'fell' : 'rose'} in every ${by} (${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}): ${rate === null || mix === null ? 'it is their weights that changed' : `changes within come to ${rate}, the changed mix to ${mix}`}`,
    help: ({ by }) =>
      `judge each on its own: \`every: [${by.includes(' and ') ? `[${by.split(' and ').join(', ')}]` : by}]\``,
  }),
  'dropped-cases': entry<{
    promise: string;
    channel: string;
    cases: number;
    value: string;
    would: string | null;
    isTally: boolean;
  }>({
    id: 'SD0715',
    severity: 'warning',
    message: ({ promise, channel, cases, value, would }) =>
      `${promise} on ${channel} meets its target (${value}) only because ${times(cases, 'occasion')} that ${cases === 1 ? 'is' : 'are'} blank or not over ${cases === 1 ? 'is' : 'are'} left out: ${would === null ? 'taken for endless, the figure has no end either' : `taken at worst, it would be ${would}`}`,
    help: ({ isTally }) =>
      isTally
        ? 'a blank count is no nought: where nothing was kept, let the export say 0'
        : 'a median or another quantile counts what is not over; under kept_when, `blank: missed` counts what never came',
  }),
  'mean-tail': entry<{
    promise: string;
    channel: string;
    mean: string;
    median: string;
    p90: string;
    target: string;
    isMet: boolean;
    differs: boolean;
  }>({
    id: 'SD0716',
    severity: 'warning',
    message: ({ promise, channel, mean, median, p90, target, isMet, differs }) =>
      differs
        ? `the mean of ${promise} on ${channel} (${mean}) ${isMet ? 'meets' : 'misses'} the target (${target}), the median (${median}) ${isMet ? 'misses' : 'meets'} it; a tenth lies above ${p90}`
        : `the mean of ${promise} on ${channel} (${mean}) tells little of its tail: the median is ${median}, but a tenth lies above ${p90}, more than twice the target (${target})`,
    help: () => 'where the promise is made to everyone, say `p90:` or `median:` in place of `mean:`',
  }),
  handful: entry<{
    promise: string;
    /** `email: 3 (43.9% to 100%)`, a channel each. */
    named: readonly string[];
    more: number;
    /** The one channel that it is about; null: there are several. */
    channel: string | null;
    cases: number;
    /** Of the one channel: null without an interval, empty where it says nothing. */
    range: string | null;
    /** null: no interval is named. */
    confidence: string | null;
  }>({
    id: 'SD0717',
    severity: 'note',
    message: ({ promise, named, more, channel, cases, range, confidence }) => {
      const sure = confidence === null ? '' : `with ${confidence} confidence`;
      if (channel === null) {
        return `few cases decide ${promise}${sure === '' ? '' : `, ${sure}`}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
      }
      const anything = range?.includes(' to ') === true ? 'anything from ' : '';
      const says =
        range === null
          ? ': too few for a confidence interval'
          : range === ''
            ? ''
            : `: ${sure} it is ${anything}${range}`;
      return `${times(cases, 'case')} ${cases === 1 ? 'decides' : 'decide'} ${promise} on ${channel}${says}`;
    },
    help: () => 'say `min_cases: 20`, or whatever number is enough for you: below it the cell is shown, not judged',
  }),
  'office-hours': entry<{
    promise: string;
    channel: string;
    calendar: string;
    says: string | null;
    every: string | null;
  }>({
    id: 'SD0718',
    severity: 'warning',
    message: ({ promise, channel, calendar, says, every }) =>
      `${promise} ${says === null ? `asks for every ${every}` : `says '${says}'`}, but on ${channel} only the hours of ${calendar} count: what happens outside them cannot break it`,
    help: ({ calendar }) => `leave ${calendar} out, or say in the promise which hours it holds for`,
  }),
  'no-arrivals': entry<{
    promise: string;
    channel: string;
    by: string;
    count: number;
    of: number;
    named: readonly string[];
    more: number;
  }>({
    id: 'SD0719',
    severity: 'note',
    message: ({ promise, channel, by, count, of, named, more }) =>
      `nobody came in ${count} of the ${of} ${by === 'weekday' ? 'days of the week' : by === 'hour' ? 'hours of the day' : 'hours of the week'} (${named.join(', ')}${more > 0 ? ` and ${more} more ${more === 1 ? 'stretch' : 'stretches'}` : ''}): whether ${promise} holds there on ${channel} was not checked`,
    help: () => 'a longer window has more arrivals; a test of your own at such an hour settles it',
  }),
  'every-unjudged': entry<{ promise: string; channel: string; by: string; count: number; minCases: number }>({
    id: 'SD0721',
    severity: 'warning',
    message: ({ promise, channel, by, count, minCases }) =>
      `${promise} on ${channel} asks it of every ${by}, and ${count === 1 ? 'the only one has fewer than' : `none of the ${count} has`} ${minCases} decided ${minCases === 1 ? 'case' : 'cases'} (min_cases): not one was judged`,
    help: () => 'a lower min_cases, a longer window, or a coarser segment under `every`',
  }),
  'answered-only': entry<{ promise: string; channel: string; column: string }>({
    id: 'SD0722',
    severity: 'warning',
    message: ({ promise, channel, column }) =>
      `${promise} on ${channel} waits for '${column}', and its where takes only rows that hold it: whoever still waits is left out`,
    help: ({ column }) =>
      `leave '${column}: present' out of where: a blank is then pending, and missed once its time is up`,
  }),
  'ratio-coverage': entry<{
    promise: string;
    channel: string;
    side: 'numerator' | 'denominator';
    lacking: string;
    days: string;
  }>({
    id: 'SD0720',
    severity: 'warning',
    message: ({ promise, channel, side, lacking, days }) =>
      `${promise} on ${channel} has no ${side} for ${days}: the export of ${lacking} does not reach there, that of the other side does`,
    help: () => 'take a window that both exports cover, or export the missing days',
  }),
} as const;
