import type {
  CellReport,
  GapReport,
  PeriodReport,
  PromiseReport,
  SegmentReport,
  SourceReport,
  Verdict,
} from '../../src/model/report.ts';

const DESK = 'desk is open Mon-Fri 08:00-17:00 (Europe/Oslo), but for 2026-01-01, 2026-04-02, 2026-04-03, 2026-04-06';

/** A cell that nothing is known of; samples say only what they are about. */
export function cell(channel: string, known: Partial<CellReport> = {}): CellReport {
  return {
    channel,
    measure: 'kept_when',
    unit: 'share',
    formula: 'share of occasions on which replied within 4 h of opened, in desk hours',
    clock: null,
    calendars: [DESK],
    line: 44,
    as_of: '2026-03-31T18:04:00+02:00',
    value: null,
    value_if_pending_missed: null,
    value_answered_only: null,
    tail: null,
    dropped: null,
    interval: null,
    target: { op: '>=', value: 0.95 },
    gap: null,
    score: null,
    verdict: 'unmeasured',
    reason: '',
    waived: null,
    occasions: 0,
    cases: 0,
    kept: null,
    missed: null,
    events: null,
    per: null,
    against: null,
    events_aside: null,
    pending: 0,
    excluded: 0,
    unreadable: 0,
    filtered: 0,
    shortfall: null,
    budget: null,
    customers: null,
    owed: null,
    benchmark: null,
    periods: [],
    trend: null,
    segments: [],
    ...known,
  };
}

const MONTHS = [
  ['2026-01-01', '2026-01-31'],
  ['2026-02-01', '2026-02-28'],
  ['2026-03-01', '2026-03-31'],
] as const;

/** Three months of a share; null: a deadline has not passed yet. */
function months(target: number, cases: number, ...missed: readonly (number | null)[]): PeriodReport[] {
  return missed.map((count, index) => {
    const [from, to] = MONTHS[index] ?? ['', ''];
    const lost = count ?? 0;
    const value = (cases - lost) / cases;
    const verdict: Verdict | null = count === null ? null : value >= target ? 'kept' : 'missed';
    return { from, to, value, cases, kept: cases - lost, missed: lost, pending: count === null ? 12 : 0, verdict };
  });
}

/** A share with its counts, its gap and what is short. */
export function share(
  channel: string,
  kept: number,
  cases: number,
  target: number,
  known: Partial<CellReport> = {},
): CellReport {
  const value = kept / cases;
  const half = 1.96 * Math.sqrt((value * (1 - value)) / cases);
  const pending = known.pending ?? 0;
  return cell(channel, {
    value,
    value_if_pending_missed: kept / (cases + pending),
    interval: { low: Math.max(0, value - half), high: Math.min(1, value + half), method: 'wilson' },
    target: { op: '>=', value: target },
    gap: value - target,
    score: Math.min(100, (100 * value) / target),
    verdict: value >= target ? 'kept' : 'missed',
    reason: value >= target ? 'the value meets the target' : 'the value does not meet the target',
    occasions: cases + pending,
    cases,
    kept,
    missed: cases - kept,
    shortfall: Math.max(0, Math.ceil(target * cases - 1e-9) - kept),
    ...known,
  });
}

export function promise(
  id: string,
  says: string,
  channels: readonly CellReport[],
  known: Partial<PromiseReport> = {},
): PromiseReport {
  const worst = (['missed', 'waived', 'close', 'kept', 'unproven', 'unmeasured'] as const).find((verdict) =>
    channels.some((channel) => channel.verdict === verdict),
  );
  const scores = channels.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    id,
    says,
    owner: null,
    weight: 1,
    line: 36,
    verdict: worst ?? 'unmeasured',
    score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    channels_measured: channels.filter(({ verdict }) => verdict !== 'unproven' && verdict !== 'unmeasured').length,
    channels_declared: channels.length,
    channels,
    ...known,
  };
}

export function report(promises: readonly PromiseReport[], known: Partial<GapReport> = {}): GapReport {
  const count = (...verdicts: readonly Verdict[]): number =>
    promises.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return {
    saydo: '0.1.0',
    schema: 1,
    brand: 'Fjellrute Cycles',
    as_of: '2026-03-31T18:04:00+02:00',
    window: { from: '2026-01-01', to: '2026-03-31' },
    confidence: 0.95,
    verdict: promises.some(({ verdict }) => verdict === 'missed') ? 'missed' : (promises[0]?.verdict ?? 'unmeasured'),
    score: promises.length === 0 ? null : 86.4,
    promises_kept: count('kept', 'close'),
    promises_measured: count('kept', 'close', 'waived', 'missed'),
    promises_declared: promises.length,
    promises,
    actions: [],
    owed: [],
    findings: [],
    sources: [],
    ...known,
  };
}

function source(channel: string, file: string, rows: number, known: Partial<SourceReport> = {}): SourceReport {
  const aside = { outside_window: 0, excepted: 0, filtered: 0, repeated: 0, undated: 0, unreadable: 0, ...known };
  const { outside_window, excepted, filtered, repeated, undated, unreadable } = aside;
  return {
    channel,
    file,
    bytes: rows * 87,
    as_of: '2026-03-31T18:04:00+02:00',
    newest_event: '2026-03-31T18:04:00+02:00',
    rows,
    entered: rows - outside_window - excepted - filtered - repeated - undated - unreadable,
    ...aside,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    encoding: 'utf-8',
    delimiter: ',',
    ...known,
  };
}

const segment = (
  is: string,
  cases: number,
  missed: number,
  target: number,
  by = 'region',
  stands_out: boolean | null = true,
): SegmentReport => ({
  by,
  is,
  value: (cases - missed) / cases,
  cases,
  kept: cases - missed,
  missed,
  pending: 0,
  excess: missed - (1 - target) * cases,
  stands_out,
  verdict: (cases - missed) / cases >= target ? 'kept' : 'missed',
});

const email = share('email', 2690, 2950, 0.95, {
  occasions: 3010,
  pending: 12,
  excluded: 46,
  filtered: 2,
  budget: { allowed: 147.5, spent: 1.7627, left: 0 },
  customers: { affected: 2011, let_down: 241, let_down_again: 17, kept_share: 1770 / 2011 },
  owed: { amount: 2600, currency: 'EUR' },
  benchmark: { value: 0.88, source: 'Zendesk Benchmark 2025' },
  periods: months(0.95, 980, 69, 88, 103),
  trend: {
    direction: 'falling',
    p: 0.02,
    change: -0.0347,
    interval: { low: -0.058, high: -0.011, method: 'newcombe' },
    slope: -0.0174,
  },
  segments: [
    segment('nb', 2400, 190, 0.95, 'language'),
    segment('west', 1300, 110, 0.95, 'region', false),
    segment('de', 550, 70, 0.95, 'language'),
    segment('north', 410, 57, 0.95),
    segment('south', 1240, 93, 0.95, 'region', false),
  ],
});

const quickReply = promise(
  'quick-reply',
  'We answer within four working hours, wherever you write.',
  [
    email,
    share('chat', 1132, 1204, 0.9, {
      periods: months(0.9, 401, 30, 24, 18),
      formula: 'share of occasions on which replied within 2 min of opened',
      calendars: [],
    }),
    share('phone', 3153, 4410, 0.8, {
      verdict: 'waived',
      pending: 3,
      waived: { until: '2026-06-30', reason: 'new switchboard' },
      periods: months(0.8, 1470, 395, 420, null),
      formula: 'share of occasions on which wait is at most 20 s and answered is yes',
      calendars: [],
    }),
    cell('fax', { reason: 'no export yet', formula: null, measure: null, unit: null }),
  ],
  { owner: 'Customer Care', weight: 3 },
);

const inYourLanguage = promise('in-your-language', 'We answer in the language you wrote in.', [
  share('email', 2921, 2960, 0.98, {
    formula: 'share of occasions on which reply language is asked language',
    calendars: [],
    verdict: 'close',
    pending: 30,
    reason: 'it would be missed if every pending occasion were missed',
    periods: months(0.98, 986, 12, 14, 13),
  }),
  share('chat', 1187, 1204, 0.98, {
    formula: 'share of occasions on which reply language is asked language',
    calendars: [],
    verdict: 'close',
    reason: 'the interval of 97.8% to 99.2% reaches below the target',
    periods: months(0.98, 401, 6, 5, 6),
  }),
]);

const onTheDay = promise(
  'on-the-day',
  'Your bike arrives on the day we said.',
  [
    share('orders', 802, 880, 0.95, {
      formula: 'share of occasions on which delivered by promised',
      calendars: [],
      periods: months(0.95, 293, 26, 26, 26),
    }),
    cell('complaints', {
      measure: 'p90',
      unit: 'seconds',
      formula: '90th percentile of the time from opened to closed',
      calendars: [],
      value: 18_720,
      value_answered_only: 15_120,
      interval: { low: 17_000, high: 21_000, method: 'log-log' },
      target: { op: '<=', value: 14_400 },
      gap: -4320,
      score: 76.9,
      verdict: 'missed',
      reason: 'the value does not meet the target',
      occasions: 96,
      cases: 90,
      pending: 6,
    }),
  ],
  { owner: 'Logistics' },
);

const recommended = promise('recommended', 'Riders recommend us.', [
  cell('survey', {
    measure: 'nps',
    unit: 'number',
    formula: 'share of likely at 9 or 10 less share at 0 to 6, in points',
    calendars: [],
    value: 47.3,
    interval: { low: 38.1, high: 55.9, method: 'adjusted-wald' },
    target: { op: '>=', value: 45 },
    gap: 2.3,
    score: 100,
    verdict: 'kept',
    reason: 'the value meets the target',
    occasions: 512,
    cases: 391,
    excluded: 121,
  }),
]);

const openLate = promise('open-late', 'Our workshop answers until eight.', [
  share('workshop', 4, 5, 0.9, {
    formula: 'share of occasions on which picked up is yes',
    calendars: [],
    verdict: 'unproven',
    reason: '5 cases, at least 30 are needed',
    shortfall: 1,
  }),
  cell('night line', {
    formula: 'share of occasions on which picked up is yes',
    calendars: [],
    verdict: 'unproven',
    pending: 9,
    occasions: 9,
    reason: 'no deadline has passed yet',
  }),
]);

const greenPower = promise('green-power', 'Every charge is green.', [
  cell('meters', { reason: 'no source', formula: null, measure: null, unit: null }),
]);

/** Weeks of January and February, each with its value and cases; null: it can still change. */
function weeks(
  values: readonly (number | null)[],
  cases: number,
  verdictOf: (value: number) => Verdict | null,
): PeriodReport[] {
  return values.map((value, index) => {
    const date = (day: number): string => new Date(Date.UTC(2026, 0, 5 + index * 7 + day)).toISOString().slice(0, 10);
    return {
      ...{ from: date(0), to: date(6), value: value ?? 3000, cases, kept: null, missed: null },
      ...{ pending: value === null ? 4 : 0, verdict: value === null ? null : verdictOf(value) },
    };
  });
}

const level = (
  by: string,
  is: string,
  value: number | null,
  cases: number,
  verdict: Verdict | null,
): SegmentReport => ({
  ...{ by, is, value, cases, kept: null, missed: null, pending: 0, excess: null, stands_out: null, verdict },
});

const quick = promise(
  'quick-help',
  'Half of you have an answer within three hours.',
  [
    cell('email', {
      measure: 'median',
      unit: 'seconds',
      formula: 'median of the time from opened to replied, in desk hours',
      clock: 'desk',
      value: 12_240,
      value_answered_only: 11_400,
      interval: { low: 11_160, high: 13_980, method: 'log-log' },
      target: { op: '<=', value: 10_800 },
      gap: -1440,
      score: 88.2,
      verdict: 'missed',
      reason: 'above the target',
      occasions: 360,
      cases: 340,
      pending: 12,
      excluded: 8,
      periods: weeks([10_200, 10_500, 11_400, 12_000, 12_600, 13_500, null], 51, (value) =>
        value <= 10_800 ? 'kept' : 'missed',
      ),
      trend: { direction: 'rising', p: 0.0085, change: 3300, interval: null, slope: 660 },
      segments: [level('region', 'north', 15_300, 41, 'missed'), level('region', 'south', 10_500, 299, 'kept')],
    }),
    cell('letters', {
      measure: 'median',
      unit: 'seconds',
      formula: 'median of the time from received to answered',
      calendars: [],
      value_answered_only: 864_000,
      interval: { low: 950_400, high: null, method: 'log-log' },
      target: { op: '<=', value: 864_000 },
      verdict: 'missed',
      reason: 'above the target: not yet reached after 14 d',
      occasions: 50,
      cases: 12,
      pending: 38,
    }),
    cell('chat', {
      measure: 'p90',
      unit: 'seconds',
      formula: '90th percentile of wait',
      calendars: [],
      value: 41,
      interval: { low: 24, high: null, method: 'order-statistic' },
      target: { op: '<=', value: 60 },
      gap: 19,
      score: 100,
      verdict: 'close',
      reason: 'meets the target, but with so few cases its confidence interval has no upper bound',
      occasions: 17,
      cases: 17,
    }),
  ],
  { owner: 'Customer Care' },
);

const short = promise('short-calls', 'We take the time you need, and no more.', [
  cell('phone', {
    measure: 'mean',
    unit: 'seconds',
    formula: 'mean of handling time',
    calendars: [],
    value: 287.4,
    tail: { median: 130, p90: 664 },
    dropped: { cases: 6, value: null },
    interval: { low: 271.2, high: 303.6, method: 'student-t' },
    target: { op: '<=', value: 300 },
    gap: 12.6,
    score: 100,
    verdict: 'close',
    reason: 'meets the target, but its confidence interval reaches above it',
    occasions: 1210,
    cases: 1204,
    excluded: 6,
    trend: {
      direction: 'steady',
      p: 0.452,
      change: -8.2,
      interval: { low: -20.1, high: 3.7, method: 'welch' },
      slope: -1.1,
    },
  }),
]);

const few = promise('no-outage', 'The bike app does not go down.', [
  cell('status page', {
    measure: 'count',
    unit: 'number',
    formula: 'number of occasions on which Kind is outage',
    calendars: [],
    value: 3,
    target: { op: '<=', value: 2 },
    gap: -1,
    score: 66.7,
    verdict: 'missed',
    reason: 'above the target',
    occasions: 214,
    cases: 214,
    events: 3,
    periods: weeks([0, 1, 0, 0, 2, 0, null], 35, () => null).map((week) => ({
      ...week,
      value: week.pending ? 0 : week.value,
    })),
    segments: [level('region', 'north', 2, 90, null), level('region', 'south', 1, 124, null)],
  }),
]);

const rare = promise('whole-bikes', 'Your bike arrives whole, and you have nothing to complain of.', [
  cell('orders', {
    measure: 'rate',
    unit: 'number',
    formula: 'occasions on which Damaged is yes, in every 1000',
    calendars: [],
    value: (1000 * 17) / 5210,
    value_if_pending_missed: 4.6,
    interval: { low: 2.04, high: 5.22, method: 'wilson' },
    target: { op: '<=', value: 4 },
    gap: 4 - (1000 * 17) / 5210,
    score: 100,
    verdict: 'close',
    reason: 'meets the target, but its confidence interval reaches above it',
    occasions: 5217,
    cases: 5210,
    events: 17,
    per: 1000,
    pending: 7,
  }),
  cell('complaints', {
    measure: 'ratio',
    unit: 'number',
    formula: 'occasions of complaints where Kind is damage, for every 1000 of orders',
    calendars: [],
    value: (1000 * 8) / 5210,
    interval: { low: 0.664, high: 3.026, method: 'garwood' },
    target: { op: '<=', value: 5 },
    gap: 5 - (1000 * 8) / 5210,
    score: 100,
    verdict: 'kept',
    reason: 'meets the target',
    occasions: 5210,
    cases: 5210,
    events: 8,
    per: 1000,
    against: 'orders',
    events_aside: { excluded: 0, unreadable: 3, filtered: 41 },
  }),
]);

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Around the clock: every hour of the week, the nights of the weekend without a call. */
const always = promise('always-open', 'A person answers around the clock.', [
  share('hotline', 6400, 6720, 0.9, {
    formula: 'share of occasions on which wait is at most 2 min',
    calendars: [],
    verdict: 'missed',
    reason: 'not every segment meets the target: hour_of_week Mon 03, hour_of_week Tue 03 and 4 more',
    segments: DAYS.flatMap((day, index) =>
      Array.from({ length: 24 }, (_, hour): SegmentReport => {
        const is = `${day} ${String(hour).padStart(2, '0')}`;
        if (index > 4 && hour > 1 && hour < 6) return level('hour_of_week', is, null, 0, 'unmeasured');
        return segment(is, 42, hour === 3 ? 8 : index % 3, 0.9, 'hour_of_week', hour === 3);
      }),
    ).sort((a, b) => (b.excess ?? -99) - (a.excess ?? -99)),
  }),
]);

/** By the clock of a desk: days of 8 hours, so that nothing is told in days of 24. */
const slow = promise('first-ride', 'Your bike is ready for its first ride within two working weeks.', [
  cell('workshop', {
    measure: 'p90',
    unit: 'seconds',
    formula: '90th percentile of the time from ordered to ready, in desk hours',
    clock: 'desk',
    value: 414_000,
    interval: { low: 388_800, high: 450_000, method: 'order-statistic' },
    target: { op: '<=', value: 288_000 },
    gap: -126_000,
    score: 69.6,
    verdict: 'missed',
    reason: 'above the target',
    occasions: 210,
    cases: 210,
  }),
  cell('dealers', {
    measure: 'max',
    unit: 'seconds',
    formula: 'largest value of the time from ordered to ready, in desk hours',
    clock: 'desk',
    value: 259_200,
    dropped: { cases: 3, value: 374_400 },
    target: { op: '<=', value: 288_000 },
    gap: 28_800,
    score: 76.9,
    verdict: 'missed',
    reason: 'above the target: with the 3 still open at what they last so far it is 104 h already',
    occasions: 40,
    cases: 37,
    pending: 3,
  }),
  cell('papers', {
    measure: 'median',
    unit: 'seconds',
    formula: 'median of the time from bought to sent, in desk hours',
    clock: 'desk',
    value: 172_800,
    interval: { low: 86_400, high: 259_200, method: 'order-statistic' },
    target: { op: '<=', value: 432_000 },
    gap: 259_200,
    score: 100,
    verdict: 'kept',
    reason: 'meets the target',
    occasions: 96,
    cases: 96,
  }),
]);

/** Every measure that is no share, with what only such a one can be: open, one-sided, never reached, added up. */
export const everyMeasure = report([quick, short, slow, few, rare, recommended, always], {
  window: { from: '2026-01-05', to: '2026-02-22' },
  findings: [
    {
      code: 'mean-tail',
      severity: 'warning',
      message:
        'the mean of short-calls on phone (4 min 47 s) tells little of its tail: the median is 2 min 10 s, but a tenth lies above 11 min 4 s, more than twice the target (at most 5m)',
      file: 'promises.yaml',
      line: 52,
    },
    {
      code: 'no-arrivals',
      severity: 'note',
      message:
        'nobody came in 8 of the 168 hours of the week (Sat 02 to Sat 05, Sun 02 to Sun 05): whether always-open holds there on hotline was not checked',
      file: 'promises.yaml',
      line: 71,
    },
  ],
  actions: [
    {
      promise: 'quick-help',
      channel: 'email',
      weight: 1,
      shortfall: null,
      sets_right: null,
      let_down: null,
      let_down_again: null,
      owed: null,
      owner: 'Customer Care',
      act: 'Answer from the oldest',
      by: '2026-04-01',
      overdue: false,
    },
    {
      promise: 'quick-help',
      channel: 'letters',
      weight: 0.5,
      shortfall: null,
      sets_right: null,
      let_down: null,
      let_down_again: null,
      owed: null,
      owner: null,
      act: null,
      by: null,
      overdue: false,
    },
    {
      promise: 'no-outage',
      channel: 'status page',
      weight: 1,
      shortfall: null,
      sets_right: { number: 1, of: 'fewer', unit: null },
      let_down: null,
      let_down_again: null,
      owed: null,
      owner: null,
      act: null,
      by: null,
      overdue: false,
    },
    {
      promise: 'first-ride',
      channel: 'workshop',
      weight: 1,
      shortfall: null,
      sets_right: { number: 41, of: 'within', unit: null },
      let_down: null,
      let_down_again: null,
      owed: null,
      owner: null,
      act: null,
      by: null,
      overdue: false,
    },
    {
      promise: 'first-ride',
      channel: 'dealers',
      weight: 1,
      shortfall: null,
      sets_right: null,
      let_down: null,
      let_down_again: null,
      owed: null,
      owner: null,
      act: null,
      by: null,
      overdue: false,
    },
  ],
});

/** Every verdict, for channels and promises: the sample that the documentation shows. */
export const everyVerdict = report(
  [
    quickReply,
    inYourLanguage,
    onTheDay,
    recommended,
    promise('phone-first', 'Pick up the phone and a person answers.', [
      share('phone', 3153, 4410, 0.8, {
        formula: 'share of occasions on which wait is at most 20 s and answered is yes',
        calendars: [],
        verdict: 'waived',
        waived: { until: '2026-06-30', reason: 'new switchboard' },
      }),
    ]),
    openLate,
    greenPower,
  ],
  {
    owed: [
      {
        currency: 'EUR',
        amount: 2979.5,
        promises: [
          { promise: 'quick-reply', channel: 'email', amount: 2600, customers: 241 },
          { promise: 'on-the-day', channel: 'orders', amount: 379.5, customers: null },
        ],
      },
      {
        currency: 'NOK',
        amount: 4554,
        promises: [{ promise: 'in-your-language', channel: 'email', amount: 4554, customers: 1 }],
      },
    ],
    actions: [
      {
        promise: 'on-the-day',
        channel: 'orders',
        weight: 1,
        shortfall: 34,
        sets_right: { number: 34, of: 'in-time', unit: null },
        let_down: 36,
        let_down_again: 0,
        owed: { amount: 379.5, currency: 'EUR' },
        owner: 'Logistics',
        act: null,
        by: '2026-03-01',
        overdue: true,
      },
      {
        promise: 'quick-reply',
        channel: 'email',
        weight: 3,
        shortfall: 113,
        sets_right: { number: 113, of: 'in-time', unit: null },
        let_down: 241,
        let_down_again: 17,
        owed: { amount: 2600, currency: 'EUR' },
        owner: 'Customer Care',
        act: 'Staff the Monday peak',
        by: '2026-05-01',
        overdue: false,
      },
      {
        promise: 'on-the-day',
        channel: 'complaints',
        weight: 1,
        shortfall: null,
        sets_right: { number: 4, of: 'within', unit: null },
        let_down: null,
        let_down_again: null,
        owed: null,
        owner: null,
        act: null,
        by: null,
        overdue: false,
      },
    ],
    findings: [
      {
        code: 'partial_export',
        severity: 'warning',
        message: 'fixtures/email-*.csv covers 1 Jan to 28 Mar; the window ends on 31 Mar',
        file: null,
        line: null,
      },
      {
        code: 'value_never_held',
        severity: 'warning',
        message: "no cell of `Status` says 'spam'; it holds open, solved, closed",
        file: 'promises.yaml',
        line: 41,
      },
      {
        code: 'odd_hours',
        severity: 'note',
        message: '2 local times were repeated by the clock change',
        file: 'fixtures/chat.csv',
        line: null,
      },
    ],
    sources: [
      source('email', 'fixtures/email-01.csv', 2112, { outside_window: 310, excepted: 96, filtered: 48, repeated: 5 }),
      source('email', 'fixtures/email-02.csv', 1371, {
        filtered: 12,
        undated: 1,
        unreadable: 1,
        sha256: null,
        delimiter: ';',
      }),
      source('chat', 'fixtures/chat.csv', 1204),
      source('phone', 'fixtures/calls.csv', 4413),
    ],
  },
);

export const allKept = report(
  [
    promise('quick-reply', 'We answer within four hours.', [
      share('email', 99_999, 100_000, 0.95),
      share('chat', 50, 50, 0.95),
    ]),
  ],
  { score: 99.8 },
);

export const allMissed = report(
  [promise('quick-reply', 'We answer within four hours.', [share('email', 0, 1_234_567, 0.999)])],
  {
    score: 0,
    actions: [
      {
        promise: 'quick-reply',
        channel: 'email',
        weight: 1,
        shortfall: 1_233_333,
        sets_right: { number: 1_233_333, of: 'in-time', unit: null },
        let_down: null,
        let_down_again: null,
        owed: null,
        owner: null,
        act: null,
        by: null,
        overdue: false,
      },
    ],
  },
);

export const nothingMeasured = report([greenPower], { as_of: null, window: { from: null, to: null }, score: null });

export const empty = report([], { as_of: null });

const LONG = 'A promise of many words '.repeat(13).trim().slice(0, 300);

/** Text that wants to be more than text. */
export const hostile = report(
  [
    promise('=1+2";=1+2', '\u001b[31mWe\u001b[0m | answer\r\nin `time`, <b>"always"</b>', [
      share('@SUM(A1:A9)', 90, 100, 0.95, { reason: '+cmd|calc', segments: [segment('-\u202Etxt.exe', 40, 20, 0.95)] }),
      share('\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007', 95, 100, 0.95),
      cell('\u0007bell\t', { reason: '\u0000nothing\u2066 to see\u2069' }),
    ]),
    promise('x'.repeat(300), LONG, [share('y'.repeat(300), 1, 3, 0.5, { verdict: 'unproven', reason: LONG })], {
      owner: LONG,
    }),
    promise('约定', '我们在四个小时之内回复您的每一封来信无论您在哪里写信给我们都一样我们会一直在这里等候您的来信', [
      share('电子邮件', 90, 100, 0.95, { segments: [segment('北方', 40, 20, 0.95)] }),
      share('👩‍👩‍👧‍👦 family 🇳🇴', 96, 100, 0.95),
      share('cafe\u0301 e\u0301te\u0301', 96, 100, 0.95),
      share('שלום', 96, 100, 0.95),
    ]),
  ],
  {
    brand: '\u202Eevil\u202C \u001b[2JBrand & "Söhne"\n=cmd',
    findings: [{ code: 'x', severity: 'error', message: 'a\u001b[1Ab\r\nc', file: 'a\u001b[2Jb\n.csv', line: 3 }],
    actions: [
      {
        promise: '=1+2";=1+2',
        channel: '@SUM(A1:A9)',
        weight: 1,
        shortfall: 5,
        sets_right: { number: 5, of: 'kept', unit: null },
        let_down: 1,
        let_down_again: 0,
        owed: null,
        owner: '\u001b[5mme',
        act: LONG,
        by: '2026-05-01',
        overdue: false,
      },
    ],
    sources: [source('@SUM(A1:A9)', 'dir/\u001b[2Jname\n.csv', 100)],
  },
);

export const samples = { everyVerdict, everyMeasure, allKept, allMissed, nothingMeasured, empty, hostile } as const;
