import { didYouMean, entry, oneOf } from '../entry.ts';

const listed = (names: readonly string[], more: number): string =>
  `${names.map((name) => `'${name}'`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;

/** Occasions to follow up: SD093x and SD094x. Errors end with exit 2, but for a column that no export knows: exit 3. */
export const cases = {
  'cases-limit': entry<{ value: string }>({
    id: 'SD0930',
    severity: 'error',
    message: ({ value }) => `--limit takes a whole number from 1 on, or none, not '${value}'`,
    help: () => '1000 where it is left out; none writes all in the order of the exports',
  }),
  'cases-segment': entry<{ text: string }>({
    id: 'SD0931',
    severity: 'error',
    message: ({ text }) => `--segment takes a name and a value, not '${text}'`,
    help: () => "as in --segment region=North, or --segment 'region=(blank)'",
  }),
  'no-such-segment': entry<{ segment: string; known: readonly string[]; nearest: string | null }>({
    id: 'SD0932',
    severity: 'error',
    message: ({ segment }) => `no channel asked for has a segment '${segment}'`,
    help: ({ known, nearest }) =>
      known.length === 0
        ? 'name the column under segments: of the channel'
        : `expected ${oneOf(known)}${didYouMean(nearest)}; others are to be named under segments: of the channel`,
  }),
  'segment-elsewhere': entry<{ segment: string; channels: readonly string[] }>({
    id: 'SD0933',
    severity: 'warning',
    message: ({ segment, channels }) =>
      `${channels.join(', ')} ${channels.length === 1 ? 'has' : 'have'} no segment '${segment}': left out`,
    help: () => null,
  }),
  'no-such-segment-value': entry<{
    segment: string;
    value: string;
    values: readonly string[];
    more: number;
    nearest: string | null;
  }>({
    id: 'SD0934',
    severity: 'warning',
    message: ({ segment, value }) => `no occasion lies in ${segment} '${value}'`,
    help: ({ values, more, nearest }) =>
      values.length === 0
        ? null
        : `there is ${listed(values, more)}${didYouMean(nearest === null ? null : `'${nearest}'`)}`,
  }),
  'no-such-column': entry<{
    column: string;
    channel: string;
    export: string;
    /** Where it stands, if it stands more than once. */
    places: readonly string[];
    headers: readonly string[];
    more: number;
    nearest: string | null;
  }>({
    id: 'SD0935',
    severity: 'error',
    message: ({ column, channel, export: file, places }) =>
      places.length === 0
        ? `--columns: channel ${channel} knows no column '${column}', nor does ${file}`
        : `--columns: ${file} has ${places.length} columns '${column}', at positions ${places.join(' and ')}`,
    help: ({ column, channel, places, headers, more, nearest }) => {
      if (places.length > 0) {
        return `name the one that is meant under columns: of channel ${channel}, as in mine: { column: ${places[0] ?? 1} }, and type --columns mine in the place of '${column}'`;
      }
      const known = headers.length === 0 ? '' : `its header holds ${listed(headers, more)}`;
      const meant = didYouMean(nearest === null ? null : `'${nearest}'`);
      return known + meant === '' ? 'expected a header of the export' : `${known}${meant}`.replace(/^; /, '');
    },
  }),
  'cases-table-unlimited': entry<{ path: string | null }>({
    id: 'SD0936',
    severity: 'error',
    message: ({ path }) =>
      `--limit none has no table${path === null ? '' : `, as ${path} would be`}: its columns are as wide as what is in them, which is known at the end`,
    help: ({ path }) =>
      path === null ? 'type --format csv, json or markdown' : 'name a file that ends with .csv, .json or .md',
  }),
  'owed-alone': entry<{ option: string }>({
    id: 'SD0937',
    severity: 'error',
    message: ({ option }) => `--owed and ${option} do not go together`,
    help: () => 'what is owed is summed over all that was missed, so that it is what the report says; leave one out',
  }),
  'cases-more': entry<{ more: number; limit: number }>({
    id: 'SD0938',
    severity: 'warning',
    message: ({ more, limit }) => `${more} more ${more === 1 ? 'is' : 'are'} not listed: --limit is ${limit}`,
    help: () => 'type --limit none for all of them, in the order of the exports',
  }),
  'no-remedy': entry<{ promises: readonly string[] }>({
    id: 'SD0939',
    severity: 'warning',
    message: ({ promises }) => `nothing can be owed: no remedy with a cost is declared for ${promises.join(', ')}`,
    help: () => 'write it into the promise, as in remedy: { text: The next delivery is free, cost: 99 NOK }',
  }),
  'owed-untold': entry<{ promise: string; channel: string; isTally: boolean }>({
    id: 'SD0940',
    severity: 'warning',
    message: ({ promise, channel, isTally }) =>
      `what ${promise} owes on ${channel} cannot be told: its remedy is per customer, and ${isTally ? 'a tally counts no customers' : 'no customer is known'}`,
    help: ({ channel, isTally }) =>
      isTally
        ? 'take per: customer away, so that it is owed for each occasion'
        : `name the column under customer: of channel ${channel}, or take per: customer away`,
  }),
  'cases-none': entry<{ reasons: readonly string[] }>({
    id: 'SD0941',
    severity: 'warning',
    message: ({ reasons }) => reasons.join('; '),
    help: () => null,
  }),
} as const;
