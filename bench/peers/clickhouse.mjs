// ClickHouse in process (chdb): one scan a file, types given, all breakdowns by grouping sets.
// `node bench/peers/clickhouse.mjs FOLDER [THREADS]`
import { query } from 'chdb';
import { OF_CALLS, OF_TICKETS, printRows } from './print-rows.mjs';

const [folder = '.', threads] = process.argv.slice(2);
const settings = [
  "date_time_input_format = 'best_effort'",
  'group_by_use_nulls = 1',
  'output_format_json_quote_denormals = 1',
  ...(threads === undefined ? [] : [`max_threads = ${threads}`]),
];

/** @param {string} sql */
function ask(sql) {
  const lines = query(`${sql} SETTINGS ${settings.join(', ')}`, 'JSONEachRow')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

const TYPES = { TIME: "DateTime('UTC')", WORD: 'LowCardinality(String)' };

/** @param {string} name @param {string} columns */
function scan(name, columns) {
  const types = columns.replace(/\b(TIME|WORD)\b/g, (type) => TYPES[/** @type {keyof TYPES} */ (type)]);
  return `file('${folder}/${name}', 'CSVWithNames', '${types.replaceAll("'", "\\'")}')`;
}

/** Sums by group in one query, figures of the sums in another around it: months are named at the end. */
const month = (/** @type {string} */ starts) => `formatDateTime(${starts}, '%Y-%m') AS month`;

const tickets = ask(`
  SELECT channel, region, ${month('starts')}, quick / total AS first_reply_4h, total AS first_reply_4h_n,
    p90 AS first_reply_p90, replied AS first_reply_p90_n, middle AS resolution_median, solved AS resolution_median_n,
    same / answered AS language_match, answered AS language_match_n, liked / preferring AS preferred_channel,
    preferring AS preferred_channel_n, top / rated AS csat_top2, rated AS csat_top2_n, people AS customers_affected,
    total - quick AS customers_affected_n
  FROM (
    SELECT channel, region, starts, count() AS total, countIf(reply <= 14400) AS quick, count(reply) AS replied,
      quantileExactInclusive(0.9)(reply) AS p90, count(solve) AS solved, quantileExactInclusive(0.5)(solve) AS middle,
      countIf(reply_language != '') AS answered, countIf(reply_language != '' AND reply_language = language) AS same,
      countIf(preferred_channel != '') AS preferring, countIf(preferred_channel = channel) AS liked, count(csat) AS rated,
      countIf(csat >= 4) AS top, uniqExactIf(customer_id, reply IS NULL OR reply > 14400) AS people
    FROM (
      SELECT channel, region, toStartOfMonth(created_at) AS starts, language, reply_language, preferred_channel, csat,
        customer_id, toInt32(first_response_at) - toInt32(created_at) AS reply,
        toInt32(resolved_at) - toInt32(created_at) AS solve
      FROM ${scan(
        'tickets.csv',
        `id String, channel WORD, created_at TIME, first_response_at Nullable(TIME), resolved_at Nullable(TIME),
         language WORD, reply_language WORD, preferred_channel WORD, csat Nullable(UInt8), customer_id String, region WORD,
         priority WORD, agent String, subject String`,
      )}
    )
    GROUP BY GROUPING SETS ((channel), (channel, region), (channel, starts))
  )`);
printRows(tickets, OF_TICKETS);

const calls = ask(`
  SELECT region, ${month('starts')}, good / total AS service_level, total AS service_level_n, given_up / total AS abandonment,
    total AS abandonment_n, people AS customers_affected, total - good AS customers_affected_n
  FROM (
    SELECT region, starts, count() AS total, countIf(served) AS good, countIf(gone) AS given_up,
      uniqExactIf(customer_id, NOT served) AS people
    FROM (
      SELECT region, toStartOfMonth(queued_at) AS starts, customer_id, abandoned = 'Y' AS gone,
        answered = 'Y' AND wait <= '00:00:20' AS served
      FROM ${scan(
        'calls.csv',
        `call_id String, queued_at TIME, wait String, answered WORD, abandoned WORD, talk_seconds Nullable(UInt32),
         customer_id String, agent String, region WORD`,
      )}
      WHERE answered = 'Y' OR abandoned = 'Y'
    )
    GROUP BY GROUPING SETS ((), (region), (starts))
  )`);
printRows(calls, OF_CALLS, 'phone');

const survey = ask(`
  SELECT region, ${month('starts')}, 100 * (promoters - detractors) / total AS nps, total AS nps_n
  FROM (
    SELECT region, starts, count(nps) AS total, toInt64(countIf(nps >= 9)) AS promoters,
      toInt64(countIf(nps <= 6)) AS detractors
    FROM (
      SELECT region, toStartOfMonth(answered_at) AS starts, nps
      FROM ${scan('survey.csv', 'respondent String, answered_at TIME, nps Nullable(UInt8), comment String, region WORD')}
    )
    GROUP BY GROUPING SETS ((), (region), (starts))
  )`);
printRows(survey, ['nps'], 'survey');

const orders = ask(`
  SELECT by_asking, region, ${month('if(by_asking, asks, starts)')}, delivered / total AS on_time_delivery,
    total AS on_time_delivery_n, paid / requests AS refund_5d, requests AS refund_5d_n
  FROM (
    SELECT grouping(asks) = 0 AS by_asking, region, starts, asks, count() AS total, countIf(in_time) AS delivered,
      countIf(asked) AS requests, countIf(refunded) AS paid
    FROM (
      SELECT region, toStartOfMonth(ordered_at) AS starts, toStartOfMonth(refund_requested_at) AS asks,
        toDate(delivered_at) <= promised_by AS in_time, refund_requested_at IS NOT NULL AS asked,
        toInt32(refunded_at) - toInt32(refund_requested_at) <= 432000 AS refunded
      FROM ${scan(
        'orders.csv',
        `order_id String, ordered_at TIME, promised_by Date, delivered_at Nullable(TIME), region WORD,
         refunded_at Nullable(TIME), refund_requested_at Nullable(TIME)`,
      )}
    )
    GROUP BY GROUPING SETS ((), (region), (starts), (asks))
  )`);
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
