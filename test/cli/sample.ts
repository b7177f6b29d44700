import type { Audited } from '../../src/audit.ts';
import type { CellReport, ChangeReport, GapReport, PromiseReport, Verdict } from '../../src/model/report.ts';
import type { GateFacts } from '../../src/report/gate.ts';

export interface SampleCell {
  readonly verdict: Verdict;
  /** false: declared without a source. */
  readonly source?: boolean;
  /** `min_cases: 0` */
  readonly silent?: boolean;
  /** How its figure moved since the baseline, or why that is not said; `new`: the baseline lacks it. */
  readonly since?: 'better' | 'worse' | 'within-chance' | 'redefined' | 'overlap' | 'no-value' | 'no-interval' | 'new';
}

/** Promise, then channel, then the cell. */
export type Sample = Readonly<Record<string, Readonly<Record<string, SampleCell>>>>;

export const kept: Sample = { quick: { email: { verdict: 'kept' } } };
export const missed: Sample = { quick: { email: { verdict: 'missed' }, chat: { verdict: 'kept' } } };

export function facts(sample: Sample): GateFacts {
  return {
    hasSource: (promise, channel) => sample[promise]?.[channel]?.source ?? true,
    silenceIsFine: (promise, channel) => sample[promise]?.[channel]?.silent ?? false,
  };
}

export function audited(sample: Sample): Audited {
  return { report: report(sample), page: [], warnings: [], findings: [], facts: facts(sample) };
}

export function report(sample: Sample): GapReport {
  const promises = Object.entries(sample).map(([id, cells]) => promise(id, cells));
  return {
    saydo: '0.1.0',
    schema: 1,
    brand: 'Fjellrute Cycles',
    as_of: '2026-03-31T18:04:00+02:00',
    window: { from: '2026-01-01', to: '2026-03-31' },
    confidence: 0.95,
    verdict: 'kept',
    score: 100,
    promises_kept: 1,
    promises_measured: 1,
    promises_declared: promises.length,
    promises,
    actions: [],
    owed: [],
    findings: [],
    sources: [],
  };
}

function promise(id: string, cells: Readonly<Record<string, SampleCell>>): PromiseReport {
  const channels = Object.entries(cells).map(([channel, sample]) => cell(channel, sample));
  return {
    id,
    says: 'We answer within four working hours.',
    owner: null,
    weight: 1,
    line: 3,
    verdict: channels[0]?.verdict ?? 'unmeasured',
    score: 100,
    channels_measured: channels.length,
    channels_declared: channels.length,
    channels,
  };
}

function changeOf(since: NonNullable<SampleCell['since']>): ChangeReport | null {
  const base = { value: 0.01, interval: null, verdict_before: 'kept', withheld: null, moved: null } as const;
  if (since === 'new') return null;
  return since === 'better' || since === 'worse' || since === 'within-chance'
    ? { ...base, moved: since }
    : { ...base, withheld: since };
}

function cell(channel: string, { verdict, since }: SampleCell): CellReport {
  const measured = verdict !== 'unmeasured';
  return {
    channel,
    measure: 'kept_when',
    unit: 'share',
    formula: 'replied within 4 hours',
    clock: null,
    calendars: [],
    line: 4,
    as_of: '2026-03-31T18:04:00+02:00',
    value: measured ? 0.9 : null,
    value_if_pending_missed: measured ? 0.9 : null,
    value_answered_only: null,
    tail: null,
    dropped: null,
    interval: null,
    target: { op: '>=', value: 0.9 },
    gap: measured ? 0 : null,
    score: measured ? 100 : null,
    verdict,
    reason: 'a reason',
    waived: null,
    occasions: 10,
    cases: 10,
    kept: 9,
    missed: 1,
    events: null,
    per: null,
    against: null,
    events_aside: null,
    pending: 0,
    excluded: 0,
    unreadable: 0,
    filtered: 0,
    shortfall: 0,
    budget: null,
    customers: null,
    owed: null,
    benchmark: null,
    periods: [],
    trend: null,
    segments: [],
    ...(since === undefined ? {} : { change: changeOf(since) }),
  };
}
