// DuckDB, as one would write it who knows it well: one scan a file, types given, all breakdowns by grouping sets, spans as
// whole seconds in integers, columns read that are used. `node bench/peers/duckdb.mjs FOLDER [THREADS]`
import { DuckDBInstance } from '@duckdb/node-api';
import { OF_CALLS, OF_TICKETS, printRows } from './print-rows.mjs';

const [folder = '.', threads] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', threads === undefined ? {} : { threads });
const connection = await instance.connect();

/** @param {string} sql */
async function ask(sql) {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

/** @param {string} name @param {string} columns `name TYPE, ...` */
function scan(name, columns) {
  const types = columns.split(',').map((column) => column.trim().replace(/^(\w+) (\w+)$/, "'$1': '$2'"));
  return `read_csv('${folder}/${name}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    new_line = '\\n', columns = {${types.join(', ')}})`;
}

const seconds = (/** @type {string} */ from, /** @type {string} */ to) =>
  `CAST(date_diff('second', ${from}, ${to}) AS INTEGER)`;

const tickets = await ask(`
  WITH ticket AS (
    SELECT channel, region, date_trunc('month', created_at) AS starts, language, reply_language, preferred_channel, csat,
      customer_id, ${seconds('created_at', 'first_response_at')} AS reply, ${seconds('created_at', 'resolved_at')} AS solve
    FROM ${scan(
      'tickets.csv',
      `id VARCHAR, channel VARCHAR, created_at TIMESTAMP, first_response_at TIMESTAMP, resolved_at TIMESTAMP,
       language VARCHAR, reply_language VARCHAR, preferred_channel VARCHAR, csat TINYINT, customer_id VARCHAR,
       region VARCHAR, priority VARCHAR, agent VARCHAR, subject VARCHAR`,
    )}
  )
  SELECT channel, region, strftime(starts, '%Y-%m') AS month,
    count(*) FILTER (reply <= 14400) / count(*) AS first_reply_4h, count(*) AS first_reply_4h_n,
    quantile_cont(reply, 0.9) AS first_reply_p90, count(reply) AS first_reply_p90_n,
    quantile_cont(solve, 0.5) AS resolution_median, count(solve) AS resolution_median_n,
    count(*) FILTER (reply_language = language) / count(reply_language) AS language_match,
    count(reply_language) AS language_match_n,
    count(*) FILTER (preferred_channel = channel) / count(preferred_channel) AS preferred_channel,
    count(preferred_channel) AS preferred_channel_n,
    count(*) FILTER (csat >= 4) / count(csat) AS csat_top2, count(csat) AS csat_top2_n,
    count(DISTINCT customer_id) FILTER (reply IS NULL OR reply > 14400) AS customers_affected,
    count(*) - count(*) FILTER (reply <= 14400) AS customers_affected_n
  FROM ticket GROUP BY GROUPING SETS ((channel), (channel, region), (channel, starts))`);
printRows(tickets, OF_TICKETS);

const calls = await ask(`
  WITH call AS (
    SELECT region, date_trunc('month', queued_at) AS starts, customer_id, abandoned = 'Y' AS gone,
      answered = 'Y' AND wait <= TIME '00:00:20' AS served
    FROM ${scan(
      'calls.csv',
      `call_id VARCHAR, queued_at TIMESTAMP, wait TIME, answered VARCHAR, abandoned VARCHAR, talk_seconds INTEGER,
       customer_id VARCHAR, agent VARCHAR, region VARCHAR`,
    )}
    WHERE answered = 'Y' OR abandoned = 'Y'
  )
  SELECT region, strftime(starts, '%Y-%m') AS month,
    count(*) FILTER (served) / count(*) AS service_level, count(*) AS service_level_n,
    count(*) FILTER (gone) / count(*) AS abandonment, count(*) AS abandonment_n,
    count(DISTINCT customer_id) FILTER (NOT served) AS customers_affected,
    count(*) FILTER (NOT served) AS customers_affected_n
  FROM call GROUP BY GROUPING SETS ((), (region), (starts))`);
printRows(calls, OF_CALLS, 'phone');

const survey = await ask(`
  WITH answer AS (
    SELECT region, date_trunc('month', answered_at) AS starts, nps
    FROM ${scan('survey.csv', 'respondent VARCHAR, answered_at TIMESTAMP, nps TINYINT, comment VARCHAR, region VARCHAR')}
  )
  SELECT region, strftime(starts, '%Y-%m') AS month,
    100 * (count(*) FILTER (nps >= 9) - count(*) FILTER (nps <= 6)) / count(nps) AS nps, count(nps) AS nps_n
  FROM answer GROUP BY GROUPING SETS ((), (region), (starts))`);
printRows(survey, ['nps'], 'survey');

const orders = await ask(`
  WITH purchase AS (
    SELECT region, date_trunc('month', ordered_at) AS starts, date_trunc('month', refund_requested_at) AS asks,
      CAST(delivered_at AS DATE) <= promised_by AS in_time, refund_requested_at IS NOT NULL AS asked,
      date_diff('second', refund_requested_at, refunded_at) <= 432000 AS refunded
    FROM ${scan(
      'orders.csv',
      `order_id VARCHAR, ordered_at TIMESTAMP, promised_by DATE, delivered_at TIMESTAMP, region VARCHAR,
       refunded_at TIMESTAMP, refund_requested_at TIMESTAMP`,
    )}
  )
  SELECT grouping(asks) = 0 AS by_asking, region,
    strftime(if(grouping(asks) = 0, asks, starts), '%Y-%m') AS month,
    count(*) FILTER (in_time) / count(*) AS on_time_delivery, count(*) AS on_time_delivery_n,
    count(*) FILTER (refunded) / count(*) FILTER (asked) AS refund_5d, count(*) FILTER (asked) AS refund_5d_n
  FROM purchase GROUP BY GROUPING SETS ((), (region), (starts), (asks))`);
// Months of deliveries are those of the order, months of refunds those of the request.
printRows(
  orders.filter((row) => !row['by_asking']),
  ['on_time_delivery'],
  'orders',
);
printRows(
  orders.filter((row) => (row['by_asking'] ? row['month'] !== null : row['month'] === null)),
  ['refund_5d'],
  'orders',
);
