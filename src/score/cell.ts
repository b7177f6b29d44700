import type { Condition } from '../model/condition.ts';
import type { BrandPromise } from '../model/declaration.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CellReport, IntervalReport, IsoInstant, SegmentReport, SetsRightReport } from '../model/report.ts';
import type { RowCounts } from '../model/tally.ts';
import type { DayRange } from '../model/time.ts';
import { bottomOf, type Interval, isAdditive } from '../vocabulary/measures/index.ts';
import { customerFigures, owedFor } from './customers.ts';
import { shortfallWithEvery, withEvery } from './every.ts';
import { budget, gap, score } from './figures.ts';
import { cellFindings } from './findings/index.ts';
import { type Judged, judge } from './judge.ts';
import { decidedCases, isLostAlready } from './meets.ts';
import { judgePeriods, periodReports } from './periods.ts';
import { setsRight } from './right/index.ts';
import { type JudgedSegment, segmentReports, worstFirst } from './segments.ts';
import { type Aside, type Cut, everyGroup, type Settled } from './settle/index.ts';
import { type SplitContext, splitsOf } from './splits.ts';
import { settledPeriods, trendReport } from './trend.ts';
import { unmeasuredCell } from './unmeasured.ts';
import { isMeasured } from './worst.ts';

export interface CellContext extends SplitContext {
  readonly promise: Pick<BrandPromise, 'id' | 'says'>;
  readonly asOfText: IsoInstant | null;
  /** Days of the window, else of the rows that entered. */
  readonly days: DayRange | null;
  /** Rows that the channel takes at all. */
  readonly channelWhere: Condition<string> | null;
  /** What became of the channel's rows, file by file. */
  readonly rows: readonly RowCounts[];
  /** Of a ratio, what was set aside of the occasions that it counts; else null. */
  readonly eventsAside: Aside | null;
  /** Rows of the channel whose occasions a ratio counts, before any `where` of the ratio; else null. */
  readonly eventsEntered: number | null;
}

export interface ScoredCell {
  readonly cell: CellReport;
  /** Those of the report, in its order. */
  readonly segments: readonly JudgedSegment[];
  readonly findings: readonly Diagnostic[];
  /** Of a missed cell, the number that would have kept it; null where there is none that is certain. */
  readonly setsRight: SetsRightReport | null;
}

/** Measures one promise on one channel from its settled tally. */
export function scoreCell(settled: Settled, context: CellContext): ScoredCell {
  const { pledge, measure, confidence } = context;
  const { target } = pledge;
  const judged = withEvents(withRows(judge(whole(settled), context), context), context);
  const { beside, figure } = judged;
  const addsUp = isAdditive(measure.kind);
  const periods = judgePeriods(settled, pledge.period, context.days, context);
  const compared = settledPeriods(periods, !addsUp);
  const splits = splitsOf(settled, context);
  const every = splits.filter(({ isPledged }) => isPledged).flatMap(({ segments }) => segments);
  const { verdict, reason } = withEvery(judged, every, target);
  const share = figure.kept === null || figure.missed === null ? null : { kept: figure.kept, missed: figure.missed };
  const isKeptWhen = measure.kind === 'kept_when';
  const customers =
    !isKeptWhen || settled.customers === null || settled.customers.length === 0
      ? null
      : customerFigures(settled.customers);
  // An interval that holds the target leaves the verdict open, but not the figure.
  const isJudged =
    isMeasured(verdict) ||
    (verdict === 'unproven' && pledge.judge === 'interval' && decidedCases(figure, target) >= pledge.minCases);
  const known = isLostAlready(figure, target) ? figure.atLeast : (figure.value ?? figure.above);
  const segments = new Map(
    splits.flatMap(({ segments: own, isPledged }) => {
      const reports = segmentReports(own, target, confidence, isPledged || !addsUp);
      return own.flatMap((segment, index): [SegmentReport, JudgedSegment][] => {
        const report = reports[index];
        return report === undefined ? [] : [[report, segment]];
      });
    }),
  );
  const worst = worstFirst([...segments.keys()], target);
  const cell: CellReport = {
    ...unmeasuredCell(pledge, reason),
    as_of: context.asOfText,
    value: figure.value,
    value_if_pending_missed: figure.ifPendingMissed,
    value_answered_only: figure.answeredOnly,
    tail: figure.tail,
    dropped: figure.dropped,
    interval: shownInterval(figure.interval),
    gap: figure.value === null ? null : gap(figure.value, target),
    // What was never reached scores no better than if it had been just then.
    score: isJudged ? score(known, pledge, bottomOf(measure.kind)) : null,
    verdict,
    reason,
    occasions: figure.cases + figure.pending + beside.excluded + beside.unreadable + beside.filtered,
    cases: figure.cases,
    kept: figure.kept,
    missed: figure.missed,
    events: figure.events,
    events_aside: context.eventsAside,
    pending: figure.pending,
    excluded: beside.excluded,
    unreadable: beside.unreadable,
    filtered: beside.filtered,
    shortfall: shortfallWithEvery(judged, every, target),
    budget: share === null || target.op === '<=' ? null : budget(share, target.value),
    customers,
    owed: share === null ? null : owedFor(pledge, share.missed, customers),
    periods: periodReports(periods, !addsUp),
    trend: trendReport(compared, settled, measure, confidence),
    segments: worst,
  };
  const findings = cellFindings({ judged, settled, compared, splits, context });
  const { shortfall } = cell;
  const right =
    verdict === 'missed' ? setsRight({ figure, shortfall, every, pledge, measure }, () => whole(settled)) : null;
  return { cell, segments: worst.flatMap((report) => segments.get(report) ?? []), findings, setsRight: right };
}

const whole = (settled: Settled): Cut => settled.cut(everyGroup(settled.keys));

/** Without either bound it says nothing. */
function shownInterval(interval: Interval | null): IntervalReport | null {
  return interval === null || (interval.low === null && interval.high === null) ? null : interval;
}

/** Where nothing entered, says what became of the rows. */
function withRows(judged: Judged, { measure, rows }: CellContext): Judged {
  const { figure, beside } = judged;
  const { excluded, unreadable, filtered } = beside;
  if (judged.verdict !== 'unmeasured') return judged;
  // A ratio lacks what it is held against, never what it counts: none of that is 0.
  const on = measure.kind === 'ratio' ? `${measure.to.channel}: ` : '';
  const none = figure.cases + figure.pending + excluded + unreadable + filtered === 0;
  return { ...judged, reason: `${on}${none ? whyNone(rows) : judged.reason}` };
}

/** No complaint is 0; no row in which a complaint could stand proves nothing, unless silence is fine. */
function withEvents(judged: Judged, { measure, pledge, eventsEntered }: CellContext): Judged {
  if (measure.kind !== 'ratio' || eventsEntered !== 0 || pledge.silenceIsFine) return judged;
  if (judged.verdict === 'unmeasured') return judged;
  const reason = `${measure.of.channel} has no row in the window, so that nothing was counted proves nothing`;
  return { ...judged, verdict: 'unproven', reason };
}

function whyNone(files: readonly RowCounts[]): string {
  const count = (part: 'rows' | 'outsideWindow' | 'excepted' | 'filtered' | 'undated'): number =>
    files.reduce((sum, file) => sum + file[part], 0);
  const rows = count('rows');
  if (rows === 0) return 'the export has no rows';
  const of = rows === 1 ? 'its one row' : `its ${rows} rows`;
  if (count('filtered') === rows) return `the where of the channel takes none of ${of}`;
  if (count('undated') === rows) return `none of ${of} says when it began`;
  if (count('outsideWindow') === rows) return `none of ${of} lies in the window`;
  return `none of ${of} takes part`;
}
