import type { BrandPromise, Declaration, Pledge } from './model/declaration.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { TallyResult } from './model/engine.ts';
import type { CellPage, PageFacts } from './model/page.ts';
import type { Plan } from './model/plan.ts';
import type { GapReport } from './model/report.ts';
import type { DayRange, Instant } from './model/time.ts';
import { boundedBy, boundsOf } from './plan/window.ts';
import { findingReports, isoInstant, sourceReports } from './report/assemble.ts';
import { dataFindings, waiverFindings } from './report/findings.ts';
import { actionsOf } from './score/actions.ts';
import { scoreBrand, scorePromise } from './score/brand.ts';
import { type ScoredCell, scoreCell } from './score/cell.ts';
import { type Counted, countedCells } from './score/counted.ts';
import { handful } from './score/findings/index.ts';
import { type CellInput, type OpenCell, openCell } from './score/open-cell.ts';
import { owedInAll } from './score/owed.ts';
import { cellPage, emptyPage } from './score/page/cell-page.ts';
import { unmeasuredCell } from './score/unmeasured.ts';
import { version } from './version.ts';
import { isoDate } from './vocabulary/time/civil.ts';
import { zoneOf } from './vocabulary/time/zone.ts';

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
  const days = daysOf(window, counted);
  const scored = declaration.promises.map((promise) =>
    promise.channels.map((pledge) =>
      scoredCell({
        ...{ promise, pledge, channels, counted, declaration },
        ...{ days: days.covered, instantText: isoInstant },
      }),
    ),
  );
  const cells = scored.map((made) => made.map(({ cell }) => cell));
  const rights = scored.map((made) => made.map(({ setsRight }) => setsRight));
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
    actions: actionsOf(declaration.promises, promises, rights, asOfDay),
    owed: owedInAll(promises),
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

type PagedCell = Omit<ScoredCell, 'segments'> & { readonly page: CellPage };

function scoredCell(input: CellInput): PagedCell {
  const { promise, pledge } = input;
  const open = openCell(input);
  if (typeof open === 'string') {
    const page = emptyPage(promise.id, pledge);
    return { cell: unmeasuredCell(pledge, open), findings: [], setsRight: null, page };
  }
  const { segments, ...scored } = scoreCell(open.settled, open.context);
  return { ...scored, page: cellPage(open.page, segments, open.context, open.zone) };
}

/** A pledge with what was counted of it, settled; a text says why nothing was. */
export interface OpenPledge {
  readonly promise: BrandPromise;
  readonly pledge: Pledge;
  readonly open: OpenCell | string;
}

/** Every promise on every channel of it, as a report has them, to be divided further. */
export function openPledges({
  declaration,
  plan,
  result,
  window,
}: Pick<ReportInput, 'declaration' | 'plan' | 'result' | 'window'>): readonly OpenPledge[] {
  const counted = countedCells(plan, result, momentsOf(plan, result));
  const channels = new Map(declaration.channels.map((channel) => [channel.name, channel]));
  const days = daysOf(window, counted).covered;
  return declaration.promises.flatMap((promise) =>
    promise.channels.map((pledge) => {
      const input = { promise, pledge, channels, counted, declaration, days, instantText: isoInstant };
      return { promise, pledge, open: openCell(input) };
    }),
  );
}

function daysOf(window: DayRange | null, { channels }: Counted): ReturnType<typeof reportDays> {
  return reportDays(
    window,
    [...channels.values()].map(({ tally }) => tally.days),
  );
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
