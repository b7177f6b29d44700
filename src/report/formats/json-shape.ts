import type {
  ActionReport,
  BaselineReport,
  CellReport,
  ChangeReport,
  FindingReport,
  GapReport,
  IntervalReport,
  OwedReport,
  PeriodReport,
  PromiseReport,
  SegmentReport,
  SourceReport,
  TrendReport,
} from '../../model/report.ts';

/** The keys of a value and of all below it, in their order. A list has the shape of its items. */
export type Shape = 'scalar' | { readonly [key: string]: Shape };

type ShapeOf<T> = T extends readonly (infer Item)[]
  ? ShapeOf<Item>
  : T extends string | number | boolean
    ? 'scalar'
    : { readonly [Key in keyof T]-?: ShapeOf<NonNullable<T[Key]>> };

const _ = 'scalar';

const interval: ShapeOf<IntervalReport> = { low: _, high: _, method: _ };
const owed = { amount: _, currency: _ } as const;

const period: ShapeOf<PeriodReport> = {
  from: _,
  to: _,
  value: _,
  cases: _,
  kept: _,
  missed: _,
  pending: _,
  verdict: _,
};

const trend: ShapeOf<TrendReport> = { direction: _, p: _, change: _, interval, slope: _ };

const segment: ShapeOf<SegmentReport> = {
  by: _,
  is: _,
  value: _,
  cases: _,
  kept: _,
  missed: _,
  pending: _,
  excess: _,
  stands_out: _,
  verdict: _,
};

const change: ShapeOf<ChangeReport> = { value: _, interval, verdict_before: _, withheld: _, moved: _ };

const cell: ShapeOf<CellReport> = {
  channel: _,
  measure: _,
  unit: _,
  formula: _,
  clock: _,
  calendars: _,
  line: _,
  as_of: _,
  value: _,
  value_if_pending_missed: _,
  value_answered_only: _,
  tail: { median: _, p90: _ },
  dropped: { cases: _, value: _ },
  interval,
  target: { op: _, value: _ },
  gap: _,
  score: _,
  verdict: _,
  reason: _,
  waived: { until: _, reason: _ },
  occasions: _,
  cases: _,
  kept: _,
  missed: _,
  events: _,
  per: _,
  against: _,
  events_aside: { excluded: _, unreadable: _, filtered: _ },
  pending: _,
  excluded: _,
  unreadable: _,
  filtered: _,
  shortfall: _,
  budget: { allowed: _, spent: _, left: _ },
  customers: { affected: _, let_down: _, let_down_again: _, kept_share: _ },
  owed,
  benchmark: { value: _, source: _ },
  periods: period,
  trend,
  segments: segment,
  change,
};

const promise: ShapeOf<PromiseReport> = {
  id: _,
  says: _,
  owner: _,
  weight: _,
  line: _,
  verdict: _,
  score: _,
  channels_measured: _,
  channels_declared: _,
  channels: cell,
};

const action: ShapeOf<ActionReport> = {
  promise: _,
  channel: _,
  weight: _,
  shortfall: _,
  sets_right: { number: _, of: _, unit: _ },
  let_down: _,
  let_down_again: _,
  owed,
  owner: _,
  act: _,
  by: _,
  overdue: _,
};

const owedInAll: ShapeOf<OwedReport> = {
  currency: _,
  amount: _,
  promises: { promise: _, channel: _, amount: _, customers: _ },
};

const finding: ShapeOf<FindingReport> = { code: _, severity: _, message: _, file: _, line: _ };

const source: ShapeOf<SourceReport> = {
  channel: _,
  file: _,
  bytes: _,
  as_of: _,
  newest_event: _,
  rows: _,
  entered: _,
  outside_window: _,
  excepted: _,
  filtered: _,
  repeated: _,
  undated: _,
  unreadable: _,
  sha256: _,
  encoding: _,
  delimiter: _,
};

const baseline: ShapeOf<BaselineReport> = { as_of: _, window: { from: _, to: _ }, overlaps: _ };

/** Keys that stand only where an earlier report is held against this one. */
export const optionalKeys: ReadonlySet<string> = new Set(['change', 'baseline']);

/** Every key of the report, in the order in which it is written; the compiler holds it against the type. */
export const shape: ShapeOf<GapReport> = {
  saydo: _,
  schema: _,
  brand: _,
  as_of: _,
  window: { from: _, to: _ },
  confidence: _,
  verdict: _,
  score: _,
  promises_kept: _,
  promises_measured: _,
  promises_declared: _,
  promises: promise,
  actions: action,
  owed: owedInAll,
  findings: finding,
  sources: source,
  baseline,
};
