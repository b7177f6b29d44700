import type { Pledge } from '../model/declaration.ts';
import type { CellReport, IsoInstant } from '../model/report.ts';
import type { ChannelTally } from '../model/tally.ts';
import type { DayRange } from '../model/time.ts';
import { conditionInWords } from '../vocabulary/conditions/index.ts';
import { isoDate } from '../vocabulary/time/civil.ts';
import { customerFigures, owedFor } from './customers.ts';
import { budget, score, shortfall, tidy } from './figures.ts';
import { type JudgeContext, type Judged, judge } from './judge.ts';
import { periodReports, trendReport } from './periods.ts';
import { type JudgedSegment, judgeSegments, segmentReports } from './segments.ts';
import { settleShare, whole } from './share.ts';
import { isMeasured } from './worst.ts';

export interface CellContext extends JudgeContext {
  readonly asOfText: IsoInstant | null;
  /** Days of the window, else of the rows that entered. */
  readonly days: DayRange | null;
  /** Segments that the channel names. */
  readonly segments: readonly string[];
}

/** What stands of a pledge where there is nothing to measure. */
export function unmeasuredCell(pledge: Pledge, reason: string): CellReport {
  const { target, waived, benchmark } = pledge;
  return {
    channel: pledge.channel,
    measure: pledge.measure?.kind ?? null,
    unit: pledge.measure === null ? null : target.unit,
    formula: pledge.measure === null ? null : formula(pledge),
    line: pledge.position.line,
    as_of: null,
    value: null,
    value_if_pending_missed: null,
    value_answered_only: null,
    interval: null,
    target: { op: target.op, value: target.value },
    gap: null,
    score: null,
    verdict: 'unmeasured',
    reason,
    waived: waived === null ? null : { until: isoDate(waived.until), reason: waived.reason },
    occasions: 0,
    cases: 0,
    kept: null,
    missed: null,
    pending: 0,
    excluded: 0,
    unreadable: 0,
    filtered: 0,
    shortfall: null,
    budget: null,
    customers: null,
    owed: null,
    benchmark,
    periods: [],
    trend: null,
    segments: [],
  };
}

/** Measures one promise on one channel from its tally. */
export function scoreCell(index: number, tally: ChannelTally, context: CellContext): CellReport {
  const { pledge, asOf, confidence } = context;
  const cell = tally.cells[index];
  if (cell === undefined) throw new TypeError(`no tally of cell ${index} on ${tally.channel}`);
  const settled = settleShare(cell, tally.groups, asOf);
  const judged = withRows(judge(whole(settled), context), tally);
  const { counts, cases, value } = judged;
  const target = pledge.target.value;
  const every = pledge.every.flatMap((split) => judgeSegments(settled, tally.groups, split, context));
  const splits = [...context.segments.map((name) => [name]), ...pledge.every.filter((split) => split.length > 1)];
  const segments = splits.flatMap((split) => judgeSegments(settled, tally.groups, split, context));
  const periods = periodReports(settled, tally.groups, pledge.period, context.days, context);
  const { verdict, reason } = withEvery(judged, every);
  const customers = tally.customers === 0 ? null : customerFigures(settled.customers);
  // An interval that holds the target leaves the verdict open, but not the figure.
  const isJudged =
    isMeasured(verdict) || (verdict === 'unproven' && pledge.judge === 'interval' && cases >= pledge.minCases);
  return {
    ...unmeasuredCell(pledge, reason),
    as_of: context.asOfText,
    value,
    value_if_pending_missed: judged.valueIfPendingMissed,
    interval: judged.interval === null ? null : { ...judged.interval, method: 'wilson' },
    gap: value === null ? null : tidy(value - target),
    score: isJudged ? score(value, pledge) : null,
    verdict,
    reason,
    occasions: cases + counts.pending + counts.excluded + counts.unreadable + counts.filtered,
    cases,
    kept: counts.kept,
    missed: counts.missed,
    pending: counts.pending,
    excluded: counts.excluded,
    unreadable: counts.unreadable,
    filtered: counts.filtered,
    shortfall: cases === 0 ? null : shortfallOf(judged, every, target),
    budget: budget(counts, target),
    customers,
    owed: owedFor(pledge, counts.missed, customers),
    periods,
    trend: trendReport(periods, pledge.period, confidence),
    segments: segmentReports(segments, target),
  };
}

/** Where nothing entered, says what became of the rows. */
function withRows(judged: Judged, { files }: ChannelTally): Judged {
  const { excluded, unreadable, filtered, pending } = judged.counts;
  if (judged.cases + pending + excluded + unreadable + filtered > 0) return judged;
  const count = (part: 'rows' | 'outsideWindow' | 'excepted' | 'filtered' | 'undated'): number =>
    files.reduce((sum, file) => sum + file[part], 0);
  const rows = count('rows');
  if (rows === 0) return { ...judged, reason: 'the export has no rows' };
  const of = rows === 1 ? 'its one row' : `its ${rows} rows`;
  if (count('filtered') === rows) return { ...judged, reason: `the where of the channel takes none of ${of}` };
  if (count('undated') === rows) return { ...judged, reason: `none of ${of} says when it began` };
  if (count('outsideWindow') === rows) return { ...judged, reason: `none of ${of} lies in the window` };
  return { ...judged, reason: `none of ${of} takes part` };
}

/** With `every`, a segment that misses makes the cell missed, whatever the whole comes to, and is named. */
function withEvery(judged: Judged, every: readonly JudgedSegment[]): Pick<Judged, 'verdict' | 'reason'> {
  const missing = every.filter((segment) => segment.judged.verdict === 'missed' || segment.judged.verdict === 'waived');
  const [first] = missing;
  if (first === undefined || judged.verdict === 'missed' || judged.verdict === 'waived') return judged;
  const named = missing
    .slice(0, 3)
    .map(({ names, values }) => names.map((name, at) => `${name} ${values[at] ?? ''}`).join(' and '));
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : '';
  const reason = `not every segment meets the target: ${named.join(', ')}${more}`;
  return { verdict: first.judged.verdict, reason };
}

/** With `every`, each segment has to reach the target: what they lack together, where that is more. */
function shortfallOf(judged: Judged, every: readonly JudgedSegment[], target: number): number {
  const bySplit = new Map<string, number>();
  for (const { by, judged: segment } of every) {
    if (segment.verdict !== 'missed' && segment.verdict !== 'waived') continue;
    bySplit.set(by, (bySplit.get(by) ?? 0) + shortfall(segment.counts, target));
  }
  return Math.max(shortfall(judged.counts, target), ...bySplit.values());
}

/** The formula in words, with its `where`. */
export function formula({ measure, where }: Pledge): string {
  if (measure === null) return '';
  const of = where === null ? '' : `, of occasions where ${conditionInWords(where)}`;
  return `share of occasions on which ${conditionInWords(measure.condition)}${of}`;
}
