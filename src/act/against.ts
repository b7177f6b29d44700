import { diagnose } from '../diagnostics/catalog.ts';
import { Failure } from '../diagnostics/failure.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CellReport, ChangeReport, GapReport } from '../model/report.ts';
import { addsUp } from '../report/adds-up.ts';
import { findingReports } from '../report/assemble.ts';
import { windowText } from '../report/dates.ts';
import { inDaysOf } from '../report/in-days.ts';
import { figures, typeset } from '../report/numbers.ts';
import { cellsOf, keyOf, type Placed } from './cells.ts';
import { type Between, changeOf } from './change.ts';
import { isAfter, lengthOf, sharedDays } from './overlap.ts';

/** A report that has been held against an earlier one. */
export interface Against {
  /** The report with `baseline`, `change` on every cell, and what there is to say of it among its findings. */
  readonly report: GapReport;
  /** Those findings alone. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Holds every cell of a report against the same cell of an earlier one.
 *
 * @param file - name of the earlier one, for the message where it is about another brand
 * @param isWhole - false: the report is of a part of its promise file, and what it lacks is not gone
 * @throws Failure of kind `declaration` where it is.
 */
export function against(report: GapReport, earlier: GapReport, file: string, isWhole = true): Against {
  sameBrand(report, earlier, file);
  const known = cellsOf(earlier);
  const between = betweenOf(report, earlier);
  const promises = report.promises.map((promise) => ({
    ...promise,
    channels: promise.channels.map((cell) => {
      const before = known.get(keyOf(promise.id, cell.channel));
      return { ...cell, change: before === undefined ? null : changeOf(cell, before.cell, between) };
    }),
  }));
  const baseline = { as_of: earlier.as_of, window: earlier.window, overlaps: between.overlaps };
  const held = { ...report, promises, baseline };
  const findings = [...findingsOf(held, earlier, known), ...(isWhole ? gone(held, known) : [])];
  const all = [...report.findings, ...findingReports(findings)];
  const rank = { error: 0, warning: 1, note: 2 };
  return {
    report: { ...held, findings: all.toSorted((a, b) => rank[a.severity] - rank[b.severity]) },
    findings,
  };
}

/** @throws Failure of kind `declaration` where the reports are about two brands. */
export function sameBrand(report: GapReport, earlier: GapReport, file: string): void {
  if (report.brand.trim() === earlier.brand.trim()) return;
  const args = { file, brand: earlier.brand, expected: report.brand };
  throw new Failure('declaration', [diagnose('earlier-brand', args, null)]);
}

export function betweenOf(report: GapReport, earlier: GapReport): Between {
  return {
    confidence: report.confidence,
    confidenceBefore: earlier.confidence,
    overlaps: sharedDays(report.window, earlier.window) !== null,
  };
}

const mostNamed = 5;
const named = (names: readonly string[]) => ({
  named: names.slice(0, mostNamed),
  more: Math.max(0, names.length - mostNamed),
});

type Held = { readonly id: string; readonly cell: CellReport };

function findingsOf(report: GapReport, earlier: GapReport, known: ReadonlyMap<string, Placed>): readonly Diagnostic[] {
  const cells = report.promises.flatMap(({ id, channels }): Held[] => channels.map((cell) => ({ id, cell })));
  const baseline = windowText(earlier.window);
  const window = windowText(report.window);
  const shared = sharedDays(report.window, earlier.window);
  if (cells.length > 0 && cells.every(({ cell }) => cell.change == null)) {
    return [diagnose('baseline-unmatched', { baseline }, null)];
  }
  return [
    ...(shared === null ? [] : [diagnose('baseline-overlaps', { days: windowText(shared) }, null)]),
    ...(isAfter(earlier.window, report.window) ? [diagnose('baseline-later', { baseline, window }, null)] : []),
    ...partial(cells),
    ...retargeted(cells, known),
    ...lengths(cells, report, earlier),
  ];
}

const why: Readonly<Record<NonNullable<ChangeReport['withheld']>, string>> = {
  redefined: 'redefined',
  overlap: 'the windows overlap',
  'no-value': 'not measured then',
  'no-interval': 'no interval',
};

/** Overlapping windows are told of once, for all. */
function partial(cells: readonly Held[]): readonly Diagnostic[] {
  const measured = cells.filter(({ cell }) => cell.value !== null);
  const names = measured.flatMap(({ id, cell: { channel, change } }) => {
    const reason = change == null ? 'new' : change.withheld === null ? null : why[change.withheld];
    return reason === null || change?.withheld === 'overlap' ? [] : [`${id} on ${channel} (${reason})`];
  });
  if (names.length === 0) return [];
  return [diagnose('baseline-partial', { count: names.length, of: measured.length, ...named(names) }, null)];
}

/** What is no longer promised cannot fail, and is not to go unseen. */
function gone(report: GapReport, known: ReadonlyMap<string, Placed>): readonly Diagnostic[] {
  const kept = cellsOf(report);
  // Where nothing is the same, that alone is told.
  if (![...known.keys()].some((key) => kept.has(key))) return [];
  const names = [...known].flatMap(([key, { promise, cell }]) =>
    kept.has(key) || cell.value === null ? [] : [`${promise.id} on ${cell.channel}`],
  );
  return names.length === 0 ? [] : [diagnose('baseline-gone', named(names), null)];
}

/** A verdict that came with a new target is no news of the figure. */
function retargeted(cells: readonly Held[], known: ReadonlyMap<string, Placed>): readonly Diagnostic[] {
  const names = cells.flatMap(({ id, cell }) => {
    const before = known.get(keyOf(id, cell.channel))?.cell;
    if (before === undefined || cell.change?.withheld === 'redefined' || !isRetargeted(cell, before)) return [];
    if (cell.unit === null || before.unit === null) return [];
    const now = targetText(cell);
    return [`${id} on ${cell.channel} (${targetText(before)}, now ${now})`];
  });
  return names.length === 0 ? [] : [diagnose('baseline-retargeted', named(names), null)];
}

export function isRetargeted(cell: CellReport, before: CellReport): boolean {
  return cell.target.op !== before.target.op || cell.target.value !== before.target.value;
}

function targetText(cell: CellReport): string {
  const { target, unit, value } = cell;
  if (unit === null) return '';
  return figures([{ value: value ?? target.value, unit, target }], typeset, inDaysOf(cell)).target(target, unit);
}

/** Twice the days, twice the count: no change of anything but the window. */
function lengths(cells: readonly Held[], report: GapReport, earlier: GapReport): readonly Diagnostic[] {
  const [days, before] = [lengthOf(report.window), lengthOf(earlier.window)];
  if (days === null || before === null || days === before) return [];
  const names = cells.flatMap(({ id, cell }) =>
    addsUp(cell) && cell.change?.value != null ? [`${id} on ${cell.channel}`] : [],
  );
  return names.length === 0 ? [] : [diagnose('baseline-lengths', { days, before, ...named(names) }, null)];
}
