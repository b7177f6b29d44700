import type { PageFacts } from '../../../model/page.ts';
import type { CellReport, GapReport } from '../../../model/report.ts';
import { addsUp } from '../../adds-up.ts';

/** Customers, or cases, below which a figure could speak of people one knows. */
const FEWEST = 10;

/** Few are let in, an hour: who came then can be known. */
const HOURS: ReadonlySet<string> = new Set(['hour', 'hour_of_week']);

/**
 * The edition for publishing: no owner, no id, no case, no customer, no file, no hour, and no segment of fewer than ten
 * customers (where they are not known: of fewer than ten cases) nor period of fewer than ten cases. Formulas, figures and
 * verdicts stay as they are.
 */
export function publicEdition(report: GapReport, page: PageFacts): GapReport {
  return {
    ...report,
    promises: report.promises.map((promise) => ({
      ...promise,
      owner: null,
      channels: promise.channels.map((cell) => publicCell(promise.id, cell, page)),
    })),
    actions: report.actions.map((action) => ({
      ...action,
      ...{
        owner: null,
        weight: 1,
        shortfall: null,
        sets_right: null,
        let_down: null,
        let_down_again: null,
        owed: null,
      },
    })),
    owed: [],
    findings: [],
    sources: [],
  };
}

function publicCell(promise: string, cell: CellReport, page: PageFacts): CellReport {
  const known = page.find((facts) => facts.promise === promise && facts.channel === cell.channel)?.customers ?? null;
  const people = (cases: number, index: number): number =>
    known === null ? cases : Math.min(cases, known[index]?.customers ?? 0);
  return {
    ...cell,
    ...{ customers: null, owed: null, shortfall: null, budget: null, dropped: null, events_aside: null },
    // Of what adds up, all but one part tell that one.
    segments: addsUp(cell)
      ? []
      : cell.segments.filter(({ by, cases }, index) => !HOURS.has(by) && people(cases, index) >= FEWEST),
    periods: cell.periods.map((period) =>
      period.cases < FEWEST ? { ...period, value: null, kept: null, missed: null, verdict: null } : period,
    ),
  };
}
