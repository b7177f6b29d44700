import { verdictWord } from '../../../verdict-word.ts';
import type { Amount, Span, Words } from './words.ts';

/** `1 case`, `1,445 cases` */
const some = ({ n, text }: Amount, one: string, many = `${one}s`): string => `${text} ${n === 1 ? one : many}`;

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const QUARTERS = ['first', 'second', 'third', 'fourth'] as const;

const MEASURES: Readonly<Record<string, string>> = {
  kept_when: 'kept',
  tally: 'kept',
  median: 'median',
  p75: '75th percentile',
  p90: '90th percentile',
  p95: '95th percentile',
  p99: '99th percentile',
  quantile: 'quantile',
  mean: 'on average',
  sum: 'in all',
  min: 'the least',
  max: 'the most',
  count: 'counted',
  distinct: 'different ones',
  nps: 'net promoter score',
  difference: 'found less expected',
};

/** `in the first quarter of 2026`; empty for all rows. */
const during = (span: Span): string => {
  switch (span.kind) {
    case 'year':
      return `in ${span.year}`;
    case 'quarter':
      return `in the ${QUARTERS[span.quarter - 1]} quarter of ${span.year}`;
    case 'days':
      return `in the period ${span.text}`;
    case 'from':
      return `since ${span.text}`;
    case 'to':
      return `up to ${span.text}`;
    default:
      return '';
  }
};

/** The page in English. */
export const en: Words = {
  lang: 'en',
  units: { d: 'd', h: 'h', min: 'min', s: 's', bytes: 'bytes' },
  points: 'points',
  weekdays: [
    ['Mon', 'Monday'],
    ['Tue', 'Tuesday'],
    ['Wed', 'Wednesday'],
    ['Thu', 'Thursday'],
    ['Fri', 'Friday'],
    ['Sat', 'Saturday'],
    ['Sun', 'Sunday'],
  ],
  list,
  quoted: (text) => `“${text}”`,
  sentence: (text) => {
    const [first = ''] = text;
    const begun = `${first.toUpperCase()}${text.slice(first.length)}`;
    return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
  },
  moment: (day, time) => `${day}, ${time}`,
  between: (low, high) =>
    low === null ? `at most ${high ?? ''}` : high === null ? `at least ${low}` : `${low} to ${high}`,

  title: (brand, span) => `${brand}: promises and what became of them, ${span}`,
  kicker: { internal: 'Gap report', public: 'What we promised, and what we did' },
  span: (span) => {
    switch (span.kind) {
      case 'year':
        return span.year;
      case 'quarter':
        return `${QUARTERS[span.quarter - 1]} quarter of ${span.year}`;
      case 'from':
        return `since ${span.text}`;
      case 'to':
        return `up to ${span.text}`;
      case 'days':
        return span.text;
      default:
        return 'all rows';
    }
  },
  asOf: (moment) => `data as of ${moment}`,
  compared: (since, overlaps) =>
    overlaps
      ? `compared with ${since}, which shares days with it: nothing is said of chance`
      : `compared with ${since}`,
  answer: (brand, { kept, measured, declared, isSeen }, span) => {
    const when = during(span);
    const ended = when === '' ? '.' : ` ${when}.`;
    if (declared === 0) return `${brand} has declared no promise.`;
    const judged = isSeen ? 'be judged' : 'be measured';
    if (measured === 0 && declared === 1) return `The one promise of ${brand} could not ${judged}${ended}`;
    if (measured === 0) return `None of the promises of ${brand} could ${judged}${ended}`;
    if (measured === 1)
      return `${brand} ${kept === 1 ? 'kept' : 'did not keep'} the one promise that could be measured${ended}`;
    const all = measured === 2 ? 'both' : `all ${measured}`;
    if (kept === measured) return `${brand} kept ${all} promises that could be measured${ended}`;
    if (kept === 0) return `${brand} kept none of the ${measured} promises that could be measured${ended}`;
    return `${brand} kept ${kept} of the ${measured} promises that could be measured${ended}`;
  },
  score: 'score',
  outOf100: 'of 100',
  noScore: 'no score',

  verdict: verdictWord,
  publicVerdict: {
    kept: 'kept',
    close: 'kept, but only just',
    waived: 'missed for a known reason',
    missed: 'missed',
    unproven: 'not proven yet',
    unmeasured: 'not measured',
  },
  meaning: {
    missed: 'The figure does not meet the target.',
    waived: 'It does not meet the target, for a reason that is known and ends on a day that is named.',
    unproven: 'Too few cases, or too early: nothing is claimed.',
    close: 'It meets the target, but chance, what is still pending or a warning level leaves doubt.',
    kept: 'The figure meets the target.',
    unmeasured: 'There is no data, or nothing happened. That is no proof of anything.',
  },
  open: 'open',

  skip: 'To the promises',
  headings: {
    glance: 'At a glance',
    promises: 'The promises, one by one',
    undertakings: 'What is being done about it',
    owed: 'What we owe',
    waivers: 'Waivers',
    blindSpots: 'What is not measured',
    findings: 'Findings',
    origin: 'How these figures were made',
    method: 'The method',
  },
  filter: {
    label: 'Show',
    all: 'all',
    shown: (count, of) => `${count.text} of ${of.text} promises shown`,
  },
  sortBy: (column) => `sort by ${column}`,

  owner: (name) => name,
  channelsMeasured: (measured, declared) => `${measured.text} of ${some(declared, 'channel')} measured`,
  noChannels: 'No channel is declared for it.',
  scored: (score) => `score ${score}`,
  withoutFigure: (verdict, reason, aim) =>
    `${verdict}${reason === '' ? '' : `: ${reason}`}${aim === null ? '' : ` (promised: ${aim})`}`,

  measure: (measure, per) =>
    per === null ? (MEASURES[measure] ?? measure) : measure === 'ratio' || measure === 'rate' ? `per ${per}` : measure,
  target: (text) => `promised: ${text}`,
  aim: (figure, isAtMost) => `${isAtMost ? 'at most' : 'at least'} ${figure}`,
  distance: ({ size, side, isAtMost }) => {
    if (side === 0) return 'on target';
    if (isAtMost) return `${size} ${side < 0 ? 'over' : 'under'}`;
    return `${size} ${side < 0 ? 'short' : 'beyond'}`;
  },
  notForAll: 'met on the whole, but not for everyone',
  benchmark: (figure, source) => (source === null ? figure : `${figure}, ${source}`),
  bulletLabel: ({ channel, value, target, interval, benchmark }) =>
    [
      `${channel}: ${value}, promised ${target}`,
      ...(interval === null ? [] : [`confidence interval ${interval}`]),
      ...(benchmark === null ? [] : [`benchmark ${benchmark}`]),
    ].join('; '),
  trendLabel: ({ from, to, first, last, direction }) =>
    `trend from ${first} (${from}) to ${last} (${to})${direction === null ? '' : `: ${direction}`}`,
  direction: { rising: 'rising', falling: 'falling', steady: 'steady' },
  worst: (by, is, figure, missed, cases) => {
    const counted =
      cases === null ? '' : missed === null ? `, ${some(cases, 'case')}` : `, ${missed.text} of ${cases.text} missed`;
    return `Worst: ${by} ${is} (${figure}${counted}).`;
  },
  chanceAlone: 'Chance alone can do as much.',
  shortfall: (more) => `${more.text} more kept would have met it.`,
  casesAndPending: (cases, pending) =>
    pending.n === 0 ? `${some(cases, 'case')}.` : `${some(cases, 'case')}; ${pending.text} more can still be kept.`,
  ifPendingMissed: (figure, isCounted) =>
    `It would be ${figure} if every pending one ${isCounted ? 'came out worst' : 'were missed'}.`,
  answeredOnly: (open, ended, figure) =>
    `${open.text} still open ${open.n === 1 ? 'counts' : 'count'} as waiting so far (Kaplan-Meier); the ${ended.text} that ended alone, the quicker ${ended.n === 1 ? 'one' : 'ones'}, would give ${figure}.`,
  counted: (events, of, against, per) =>
    `${events} ${against === null ? 'of' : 'against'} ${of}${against === null ? '' : ` of ${against}`}${per === null ? '' : `, told per ${per}`}.`,
  change: (since, change, interval, verdict) =>
    `Since ${since}: ${change}${interval === null ? '' : ` (${interval})`}; it was ${verdict}.`,
  changeWithheld: {
    redefined: 'It was measured in another way then.',
    overlap: 'The two share days, so nothing is said of chance.',
    'no-value': 'One of the two has no figure.',
    'no-interval': 'Without intervals nothing is said of chance.',
  },
  changeMoved: {
    better: 'Better beyond chance.',
    worse: 'Worse beyond chance.',
    'within-chance': 'That is within what chance does.',
  },
  newCell: (since) => `New since ${since}.`,

  legend: {
    value: 'measured',
    target: 'promised',
    interval: 'confidence interval',
    benchmark: 'benchmark',
    trend: 'promised, in the trend',
    open: 'a period that can still change',
  },
  made: 'How this figure was made',
  facts: {
    formula: 'Formula',
    hours: 'Hours',
    target: 'Target',
    benchmark: 'Benchmark',
    verdict: 'Verdict',
    waived: 'Waived',
    value: 'Value',
    interval: 'Interval',
    atWorst: 'At worst',
    followUp: 'Follow-up',
    tail: 'Tail',
    leftOut: 'Left out',
    trend: 'Trend',
    score: 'Score',
    shortfall: 'Shortfall',
    budget: 'Budget',
    customers: 'Customers',
    remedy: 'Remedy',
    owed: 'Owed',
    change: 'Change',
    asOf: 'As of',
    line: 'Promise file, line',
  },
  sure: (between, method, confidence) => `${between} (${method}, ${confidence} confidence)`,
  tail: (median, p90) => `median ${median}, 90th percentile ${p90}`,
  leftOut: (open, blank, figure, asMissed) => {
    const who = list([
      ...(open === null ? [] : [`${open.text} that ${open.n === 1 ? 'has' : 'have'} not ended`]),
      ...(blank === null ? [] : [`${blank.text} of which the time is blank`]),
    ]);
    if (figure === null) return `${who}; with them no end is in sight`;
    const as = blank === null ? ' at what they last so far' : asMissed ? ' as missed' : ' as without end';
    return `${who}; with them${as} it would be ${figure}`;
  },
  trend: ({ direction, change, interval, slope, p }) =>
    [
      `${direction}: ${change} from first to last`,
      interval === null ? '' : ` (${interval})`,
      slope === null ? '' : `, ${slope} a period`,
      p === null ? '' : `, p ${p}`,
    ].join(''),
  budget: (allowed, spent, left) =>
    [`${allowed} misses allowed`, ...(spent === null ? [] : [`${spent} of them spent`]), `${left} left`].join(', '),
  customers: (affected, letDown, again, keptShare) =>
    [
      `${affected.text} affected`,
      `${letDown.text} let down`,
      ...(again.n === 0 ? [] : [`${again.text} of them more than once`]),
      ...(keptShare === null ? [] : [`${keptShare} never let down`]),
    ].join(', '),
  waivedUntil: (day, reason) => `Waived until ${day}: ${reason}`,
  waiverEnded: (day, reason) => `was waived until ${day}: ${reason}`,

  ladder: {
    caption: 'From rows to cases',
    step: (name, files, against) => {
      switch (name) {
        case 'rows':
          return files === 1 ? 'rows in the file' : `rows in ${files} files`;
        case 'outside-window':
          return 'outside the window';
        case 'excepted':
          return 'excepted days';
        case 'channel-where':
          return 'filtered by the channel’s where';
        case 'repeated':
          return 'repeated';
        case 'undated':
          return 'undated';
        case 'entered':
          return 'rows that entered';
        case 'events-occasions':
          return 'occasions of what is counted';
        case 'events-where':
          return 'filtered by its where';
        case 'events-excluded':
          return 'excluded';
        case 'events':
          return 'counted';
        case 'held-against':
          return `occasions of ${against ?? ''}, which it is held against`;
        case 'tallied':
          return 'occasions, as its columns count';
        case 'joined':
          return 'joined to others of the same case';
        case 'occasions':
          return 'occasions';
        case 'own-where':
          return 'filtered by the promise’s own where';
        case 'blank':
          return 'excluded, a needed cell is blank';
        case 'not-applied':
          return 'excluded, the promise did not apply';
        case 'unreadable-row':
        case 'events-unreadable':
        case 'unreadable':
          return 'unreadable';
        case 'pending':
          return 'pending';
        case 'waiting':
          return 'still open, counted as waiting so far';
        case 'cases':
          return 'cases';
        case 'kept':
          return 'kept';
        case 'missed':
          return 'missed';
      }
    },
    keptShare: 'kept of cases',
  },
  periods: { caption: 'Period by period', head: 'period' },
  segments: {
    caption: (by) => `By ${by}`,
    more: (more) => `${more.text} more: saydo audit --format csv --by segment lists them all.`,
  },
  week: {
    caption: 'By the hour of the week in which it began',
    label: (worst) => (worst === null ? 'No hour of the week stands out.' : `Furthest from the target: ${worst}.`),
    hour: (day, hour) => `${day} ${hour}`,
    worse: 'worse than promised',
    better: 'better',
    less: 'less',
    more: 'more',
    fewCases: '(a small square: fewer than five cases)',
  },
  columns: {
    value: 'value',
    gap: 'against target',
    cases: 'cases',
    kept: 'kept',
    missed: 'missed',
    pending: 'pending',
    excess: 'excess misses',
    verdict: 'verdict',
    beyondChance: 'beyond chance',
  },
  yes: 'yes',
  noVerdicts: 'No verdicts: the target is that of the whole.',

  undertakings: {
    none: 'No promise is missed, so none asks for action.',
    nothingJudged:
      'Nothing could be judged. Look at the exports first: whether they are there, and how far they reach.',
    nothingNamed: 'No measure is named yet.',
    by: (day) => `by ${day}`,
    overdue: (day) => `overdue since ${day}`,
    order: 'Overdue first, then by cases short times weight, then by customers let down.',
    setsRight: ({ of, amount, limit, size, isLess, isDistinct }) => {
      switch (of) {
        case 'kept':
          return `${amount.text} more kept would have been enough`;
        case 'in-time':
          return `${amount.text} more in time would have kept it`;
        case 'within':
          return `${amount.text} more within ${limit} would have kept it`;
        case 'reaching':
          return `${amount.text} more of at least ${limit} would have kept it`;
        case 'fewer':
        case 'more':
          return `${amount.text} ${of}${isDistinct ? ' different ones' : ''} would have kept it`;
        case 'promoters':
          return `${some(amount, 'detractor won over as a promoter', 'detractors won over as promoters')} would have kept it`;
        default:
          return `${size} ${isLess ? 'less' : 'more'} ${of === 'average' ? 'on average' : 'in all'} would have kept it`;
      }
    },
    weight: (weight) => `weight ${weight}`,
    cases: (short) => `${some(short, 'case')} short`,
    letDown: (customers, again) =>
      `${some(customers, 'customer')} let down${again.n === 0 ? '' : ` (${again.text} more than once)`}`,
    owed: (money) => `${money} owed`,
    owedInAll: (money, parts) => `${money}: ${parts.join('; ')}`,
    owedPart: (promise, channel, money, customers) =>
      [
        `${promise}, ${channel}`,
        ...(money === null ? [] : [` ${money}`]),
        ...(customers === null ? [] : [` (${some(customers, 'customer')})`]),
      ].join(''),
    remedy: (text) => `Whom we let down we offer: ${text}.`,
  },
  blindSpot: (channel, reason, promises) => `${channel}: ${reason} (${promises})`,
  noReason: 'there is no data',
  noBlindSpots: 'Every promise is measured on every channel that it was given for.',
  severity: { error: 'error', warning: 'warning', note: 'note' },
  noFindings: 'Nothing else turned up in the data.',

  origin: {
    made: (version, exports, asOf) =>
      `Computed by saydo ${version} from ${some(exports, 'export')}${asOf === null ? '' : `, with data as of ${asOf}`}.`,
    confidence: (share) => `Intervals are of ${share} confidence.`,
    files: 'What was read',
    head: {
      file: 'file',
      channel: 'channel',
      rows: 'rows',
      entered: 'entered',
      size: 'size',
      asOf: 'judged as of',
      newest: 'newest event',
      format: 'read as',
      hash: 'sha256',
    },
    delimiter: (delimiter) => ({ ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' })[delimiter] ?? delimiter,
    noHash: 'none: over 256 MB',
  },
  method: [
    'A promise is kept or missed on each occasion: a row of an export is one occasion, and the promise file says what counts as keeping it. The value is kept / (kept + missed). What was never answered is a miss once its deadline has passed. What can still be kept is pending and stays out of the value; beside the value stands what it would be if all of it were missed.',
    'Deadlines are held against the moment that the page names: the newest event in the data, where no other was asked for. The same files and the same moment give the same page. A promise takes the verdict of its worst channel.',
  ],
  publicMethod: [
    'We hold each promise against every single occasion on which it applied, as our own records have it: either it was kept, or it was not. What was never answered counts as missed. What can still be kept is not counted yet.',
    'A promise counts as kept where it was kept on every channel on which we could measure it. Parts of fewer than ten customers are not shown; where we do not know the customers, of fewer than ten cases.',
  ],
};
