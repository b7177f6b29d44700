/**
 * Prints the figures of rows as a database gives them: one row a group, in which the value of a metric stands under its
 * name and its n under the same name with `_n`. A row of all has neither region nor month.
 *
 * @param {readonly Record<string, unknown>[]} rows
 * @param {readonly string[]} metrics
 * @param {string} [channel] of all rows; else each row has its own
 */
export function printRows(rows, metrics, channel) {
  for (const row of rows) {
    const { region, month } = row;
    const dim = region !== null ? 'region' : month !== null ? 'month' : 'all';
    for (const metric of metrics) {
      const n = Number(row[`${metric}_n`]);
      if (n === 0) continue;
      const key = dim === 'all' ? '' : row[dim];
      console.log(JSON.stringify({ metric, channel: channel ?? row.channel, dim, key, value: Number(row[metric]), n }));
    }
  }
}

export const OF_TICKETS = [
  'first_reply_4h',
  'first_reply_p90',
  'resolution_median',
  'language_match',
  'preferred_channel',
  'csat_top2',
  'customers_affected',
];
export const OF_CALLS = ['service_level', 'abandonment', 'customers_affected'];
