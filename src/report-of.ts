import type { BrandPromise, Channel, Declaration, Pledge } from './model/declaration.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { TallyResult } from './model/engine.ts';
import type { CellPage, PageFacts } from './model/page.ts';
import type { Plan } from './model/plan.ts';
import type { GapReport } from './model/report.ts';
import type { DayNumber, DayRange, Instant } from './model/time.ts';
import { boundedBy, boundsOf } from './plan/window.ts';
import { findingReports, isoInstant, sourceReports } from './report/assemble.ts';
import { dataFindings, waiverFindings } from './report/findings.ts';
import { actionsOf, scoreBrand, scorePromise } from './score/brand.ts';
import { type CellContext, type ScoredCell, scoreCell } from './score/cell.ts';
import { type Counted, countedCells } from './score/counted.ts';
import { handful } from './score/findings/index.ts';
import { cellPage, emptyPage } from './score/page/cell-page.ts';
import { unmeasuredCell } from './score/unmeasured.ts';
import { wholeOf, withoutSource } from './score/whole.ts';
import { version } from './version.ts';
import { isoDate } from './vocabulary/time/civil.ts';
import { type Zone, zoneOf } from './vocabulary/time/zone.ts';

export interface ReportInput {
  /** What is asked for of the promise file. */
  readonly declaration: Declaration;
  readonly plan: Plan;
  readonly result: TallyResult;
  readonly window: DayRange | null;
  readonly redact: boolean;
}

/** The report, and its findings as diagnostics, for those whose format has no room for them. */
export interface Reported {
  readonly report: GapReport;
  /** Of each cell, in the order of the report; hours and customers only where the plan asks for them. */
  readonly page: PageFacts;
  readonly findings: readonly Diagnostic[];
}

/** Settles and scores what was counted, and puts the report together. Pure but for the version of the package. */
export function gapReport({ declaration, plan, result, window, redact }: ReportInput): Reported {
  const reached = newestEvents(plan, result);
  const asOf = momentsOf(plan, result);
  const known = asOf.filter((instant) => instant !== null);
  const newest = plan.asOf ?? (known.length === 0 ? null : Math.max(...known));
  const asOfDay = newest === null ? null : zoneOf(plan.timezone).dayOf(newest);
  const counted = countedCells(plan, result, asOf);
  const channels = new Map(declaration.channels.map((channel) => [channel.name, channel]));
  const days = reportDays(
    window,
    [...counted.channels.values()].map(({ tally }) => tally.days),
  );
  const scored = declaration.promises.map((promise) =>
    promise.channels.map((pledge) =>
      scoredCell({ promise, pledge, channels, counted, declaration, days: days.covered }),
    ),
  );
  const cells = scored.map((made) => made.map(({ cell }) => cell));
  const promises = declaration.promises.map((promise, index) => scorePromise(promise, cells[index] ?? []));
  const waivers = declaration.promises.flatMap(({ id, channels: pledges }, index) =>
    pledges.flatMap((pledge, place) => {
      const cell = cells[index]?.[place];
      const moment = counted.channels.get(pledge.channel)?.asOf ?? null;
      const zone = zoneOf(channels.get(pledge.channel)?.timezone ?? declaration.timezone);
      const day = moment === null ? null : zone.dayOf(moment);
      return cell === undefined ? [] : waiverFindings(id, pledge, cell, day);
    }),
  );
  const isExplicit = plan.asOf !== null;
  const shown = { declaration, plan, result, asOf, reached, window: days.window, isExplicit, redact };
  const figures = declaration.promises.flatMap((promise, index) => [
    ...(scored[index] ?? []).flatMap((made) => made.findings),
    ...handful(promise, cells[index] ?? [], declaration.confidence),
  ]);
  const findings = [...dataFindings(shown), ...figures, ...waivers, ...declaration.warnings].map(declaration.conceal);
  const report: GapReport = {
    saydo: version(),
    schema: 1,
    brand: declaration.brand,
    as_of: newest === null ? null : isoInstant(newest, plan.timezone),
    window: days.shown,
    confidence: declaration.confidence,
    ...scoreBrand(promises),
    actions: actionsOf(declaration.promises, promises, asOfDay),
    findings: findingReports(findings),
    sources: sourceReports(plan, result.sources, asOf, reached),
  };
  return { report, page: scored.flat().map(({ page }) => page), findings };
}

/** The moment that each source speaks for: the explicit as_of, else its newest event; null where there is none. */
export function momentsOf(plan: Plan, result: TallyResult): readonly (Instant | null)[] {
  return plan.asOf === null ? newestEvents(plan, result) : plan.sources.map(() => plan.asOf);
}

/** Of each source the newest event in any reading of the same files. */
function newestEvents(plan: Plan, { sources }: TallyResult): readonly (Instant | null)[] {
  const newest = new Map<string, Instant>();
  for (const [index, { group }] of plan.sources.entries()) {
    const event = sources[index]?.horizon.event;
    if (event != null) newest.set(group, Math.max(newest.get(group) ?? event, event));
  }
  return plan.sources.map(({ group }) => newest.get(group) ?? null);
}

interface CellInput {
  readonly promise: BrandPromise;
  readonly pledge: Pledge;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly counted: Counted;
  readonly declaration: Declaration;
  readonly days: DayRange | null;
}

type PagedCell = Omit<ScoredCell, 'segments'> & { readonly page: CellPage };

function scoredCell(input: CellInput): PagedCell {
  const { promise, pledge, channels, counted, declaration, days } = input;
  const { measure } = pledge;
  const channel = channels.get(pledge.channel);
  const unmeasured = (reason: string): PagedCell => {
    return { cell: unmeasuredCell(pledge, reason), findings: [], page: emptyPage(promise.id, pledge) };
  };
  if (channel === undefined || channel.source === null) return unmeasured(channel?.note ?? 'no source');
  if (measure === null) return unmeasured('no measure');
  const whole = wholeOf(promise.id, pledge, measure, counted);
  if (whole === null) return unmeasured(withoutSource(measure, channels) ?? 'no measure');
  const { asOf } = counted.channels.get(pledge.channel) ?? whole.on;
  const zone = zoneOf(channel.timezone);
  const asOfDay = asOf === null ? null : zone.dayOf(asOf);
  const context: CellContext = {
    promise,
    pledge,
    measure,
    confidence: declaration.confidence,
    asOf,
    asOfDay,
    asOfText: asOf === null ? null : isoInstant(asOf, declaration.timezone),
    // All cells share the days, so that their periods stand below each other; those of a ratio go on while either of
    // its channels has something to tell.
    days: whole.hasDays ? upTo(days, lastDay([asOf, whole.on.asOf, whole.base.asOf], zone)) : null,
    segments: channel.segments,
    derived: new Set(whole.on.plan.segments.filter(({ from }) => typeof from === 'string').map(({ name }) => name)),
    channelWhere: channel.where,
    rows: whole.base.tally.files,
    eventsAside: whole.eventsAside,
    eventsEntered:
      measure.kind === 'ratio' ? whole.on.tally.files.reduce((rows, { entered }) => rows + entered, 0) : null,
  };
  const { segments, ...scored } = scoreCell(whole.settle(asOf, zone), context);
  return { ...scored, page: cellPage(whole.page, segments, context, zone) };
}

function lastDay(moments: readonly (Instant | null)[], zone: Zone): DayNumber | null {
  const known = moments.filter((moment) => moment !== null);
  return known.length === 0 ? null : zone.dayOf(Math.max(...known));
}

/** Periods that lie after the data's moment have not begun. */
function upTo(days: DayRange | null, last: DayNumber | null): DayRange | null {
  if (days === null || last === null) return days;
  return last < days.from ? null : { from: days.from, to: Math.min(days.to, last) };
}

/** The window as the report shows it: as it was asked for, else the days that the rows cover. */
function reportDays(
  window: DayRange | null,
  covered: readonly (DayRange | null)[],
): { readonly window: DayRange | null; readonly covered: DayRange | null; readonly shown: GapReport['window'] } {
  const known = covered.filter((days) => days !== null);
  const first = Math.min(...known.map((days) => days.from));
  const last = Math.max(...known.map((days) => days.to));
  const data = known.length === 0 ? null : { from: first, to: last };
  const bounded = boundedBy(window, data);
  const given = boundsOf(window);
  const from = bounded?.from ?? given.from;
  const to = bounded?.to ?? given.to;
  const shown = { from: from === null ? null : isoDate(from), to: to === null ? null : isoDate(to) };
  return { window: window === null ? null : bounded, covered: bounded, shown };
}
