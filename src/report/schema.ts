import { z } from 'zod';
import type { GapReport } from '../model/report.ts';

// Loads zod, which costs a tenth of a second: import this file only when the schema is asked for.

const count = z.int().min(0);
const number = z.number();
const share = z.number().min(0).max(1);
const text = z.string();
const date = z.string().regex(/^\d{4,6}-\d\d-\d\d$/);
const instant = z.string().regex(/^\d{4,6}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/);
const score = z.number().min(0).max(100).nullable();
const verdict = z.enum(['kept', 'close', 'waived', 'missed', 'unproven', 'unmeasured']);

const unit = z.enum(['share', 'seconds', 'number']);

const bound = number.nullable().describe('null: the sample is too small for this bound');
const interval = z.strictObject({ low: bound, high: bound, method: text });
const owed = z.strictObject({ amount: number, currency: text }).describe('What the remedy costs for what was missed');

const period = z.strictObject({
  from: date,
  to: date,
  value: number.nullable(),
  cases: count,
  kept: count.nullable(),
  missed: count.nullable(),
  pending: count,
  verdict: verdict
    .nullable()
    .describe(
      'null: it can still change, for a deadline has not passed yet; or its measure adds up, and the target is that of the whole',
    ),
});

const trend = z.strictObject({
  direction: z.enum(['rising', 'falling', 'steady']),
  p: share.nullable().describe('null: too few periods for a test'),
  change: number.describe('Last period less the first'),
  interval: interval.nullable(),
  slope: number.nullable().describe("Sen's slope, a period; null: too few periods"),
});

const segment = z.strictObject({
  by: text.describe('Column; names of crossed segments are joined by " x "'),
  is: text,
  value: number.nullable(),
  cases: count,
  kept: count.nullable(),
  missed: count.nullable(),
  pending: count,
  excess: number.nullable().describe('Misses beyond what the target allows in this segment'),
  stands_out: z
    .boolean()
    .nullable()
    .describe('Differs from the others by more than chance, as many as were looked at; null: there is no such test'),
  verdict: verdict.nullable().describe('null: its measure adds up, and the target is that of the whole'),
});

const change = z
  .strictObject({
    value: number.nullable().describe('Value less the earlier one'),
    interval: interval.nullable(),
    verdict_before: verdict,
    withheld: z
      .enum(['redefined', 'overlap', 'no-value', 'no-interval'])
      .nullable()
      .describe('Why nothing is said of chance; null: it is said'),
    moved: z.enum(['better', 'worse', 'within-chance']).nullable().describe('In the direction of the target'),
  })
  .nullable()
  .describe('Against the same cell of an earlier report; null: that one does not know it');

const cell = z.strictObject({
  channel: text,
  measure: text.nullable(),
  unit: unit.nullable(),
  formula: text.nullable().describe('In words, with its where'),
  clock: text.nullable().describe('Calendar by which its value counts time; null: real time, or no time'),
  calendars: z.array(text).describe('In words, the hours of every calendar that decides what counts'),
  line: count.describe('In the promise file'),
  as_of: instant.nullable(),
  value: number.nullable().describe('Shares 0..1, durations in seconds; null: not measured, never 0'),
  value_if_pending_missed: number.nullable(),
  value_answered_only: number.nullable().describe('The naive figure where open cases were censored'),
  tail: z.strictObject({ median: number, p90: number }).nullable().describe('Beside a mean'),
  dropped: z
    .strictObject({ cases: count, value: number.nullable().describe('null: without end') })
    .nullable()
    .describe('What the value leaves out, and what it would be with it'),
  interval: interval.nullable(),
  target: z.strictObject({ op: z.enum(['>=', '<=']), value: number }),
  gap: number.nullable().describe('Below zero is short of the target, whatever its direction'),
  score,
  verdict,
  reason: text,
  waived: z.strictObject({ until: date, reason: text }).nullable(),
  occasions: count.describe('cases + pending + excluded + unreadable + filtered'),
  cases: count.describe('kept + missed, or the values that entered a level measure'),
  kept: count.nullable(),
  missed: count.nullable(),
  events: count.nullable().describe('What count, rate and ratio count, of the cases'),
  per: number.nullable().describe('In how many rate and ratio tell their value'),
  against: z.string().nullable().describe('Channel whose occasions are the cases of a ratio'),
  events_aside: z
    .strictObject({ excluded: count, unreadable: count, filtered: count })
    .nullable()
    .describe('Of a ratio: occasions of the channel that is counted that came to no event'),
  pending: count,
  excluded: count,
  unreadable: count,
  filtered: count,
  shortfall: count.nullable().describe('Occasions more that had to be kept'),
  budget: z
    .strictObject({ allowed: number, spent: number.nullable(), left: number })
    .nullable()
    .describe('Misses that the target allows, the part spent, and how many more the window can bear'),
  customers: z
    .strictObject({ affected: count, let_down: count, let_down_again: count, kept_share: share.nullable() })
    .nullable(),
  owed: owed.nullable(),
  benchmark: z.strictObject({ value: number, source: text.nullable() }).nullable(),
  periods: z.array(period),
  trend: trend.nullable(),
  segments: z.array(segment),
  change: change.exactOptional(),
});

const promise = z.strictObject({
  id: text,
  says: text,
  owner: text.nullable(),
  weight: number,
  line: count.describe('In the promise file'),
  verdict,
  score,
  channels_measured: count,
  channels_declared: count,
  channels: z.array(cell),
});

const setsRight = z
  .strictObject({
    number: number.describe('Of an average or a total what has to be added: below zero it has to be less'),
    of: z.enum(['kept', 'in-time', 'within', 'reaching', 'fewer', 'more', 'promoters', 'average', 'total']),
    unit: unit.nullable().describe('Of an average or a total; null: it is counted'),
  })
  .nullable()
  .describe('The least that would have kept it; null: there is no such number, or none that is certain');

// What reports did not tell before: an earlier one is read as if it told that it has none.
const action = z.strictObject({
  promise: text,
  channel: text,
  weight: number.default(1).describe("The promise's weight times that of the channel"),
  shortfall: count.nullable(),
  sets_right: setsRight.default(null),
  let_down: count.nullable(),
  let_down_again: count.nullable(),
  owed: owed.nullable(),
  owner: text.nullable(),
  act: text.nullable(),
  by: date.nullable(),
  overdue: z.boolean().describe('The due day lies before the as_of of the report'),
});

const owedInAll = z.strictObject({
  currency: text,
  amount: number,
  promises: z.array(
    z.strictObject({
      promise: text,
      channel: text,
      amount: number,
      customers: count.nullable().describe('Let down there; null: not known'),
    }),
  ),
});

const finding = z.strictObject({
  code: text,
  severity: z.enum(['error', 'warning', 'note']),
  message: text,
  file: text.nullable(),
  line: count.nullable(),
});

const source = z.strictObject({
  channel: text,
  file: text,
  bytes: count,
  as_of: instant.nullable(),
  newest_event: instant.nullable().describe('How far the data of the source reaches, whatever the as_of'),
  rows: count.describe('entered + outside_window + excepted + filtered + repeated + undated + unreadable'),
  entered: count,
  outside_window: count,
  excepted: count,
  filtered: count,
  repeated: count,
  undated: count,
  unreadable: count,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('null: over 256 MB and --hashes was not given'),
  encoding: text,
  delimiter: text,
});

/** The gap report, schema 1, as a check at run time. */
export const gapReport = z.strictObject({
  saydo: text.describe('Version of saydo that wrote it'),
  schema: z.literal(1),
  brand: text,
  as_of: instant.nullable().describe('The moment that the data speaks for'),
  window: z.strictObject({ from: date.nullable(), to: date.nullable() }).describe('Whole days, both included'),
  confidence: share,
  verdict,
  score,
  promises_kept: count.describe('kept and close'),
  promises_measured: count,
  promises_declared: count,
  promises: z.array(promise),
  actions: z.array(action).describe('What is missed, in the order to act on it'),
  owed: z.array(owedInAll).default([]).describe('What all remedies cost together, by currency'),
  findings: z.array(finding),
  sources: z.array(source),
  baseline: z
    .strictObject({
      as_of: instant.nullable(),
      window: z.strictObject({ from: date.nullable(), to: date.nullable() }),
      overlaps: z.boolean().describe('The windows share days: their occasions are no two samples'),
    })
    .exactOptional()
    .describe('The earlier report that `change` of each cell speaks of'),
});

type Frozen<T> = T extends string | number | boolean | null ? T : { readonly [Key in keyof T]: Frozen<T[Key]> };
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Does not compile where the schema and the model's type part ways. */
export const schemaIsTheType: Equal<Frozen<z.output<typeof gapReport>>, Frozen<GapReport>> = true;

/** JSON Schema (2020-12) of what `--format json` prints. */
export function reportSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(gapReport, { io: 'output', target: 'draft-2020-12' });
  return { $schema, title: 'saydo gap report, schema 1', ...schema };
}
