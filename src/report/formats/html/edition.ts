import type { PageFacts } from '../../../model/page.ts';
import type { CellReport, GapReport, SegmentReport } from '../../../model/report.ts';

/** Customers below which a segment could speak of people one knows. */
const FEWEST = 10;

/**
 * The edition for publishing: no owner, no case, no customer, no file, and no segment of fewer than ten customers
 * (where they are not known: of fewer than ten cases). Formulas, figures and verdicts stay as they are.
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
      ...{ owner: null, shortfall: null, let_down: null, let_down_again: null, owed: null },
    })),
    findings: [],
    sources: [],
  };
}

function publicCell(promise: string, cell: CellReport, page: PageFacts): CellReport {
  const known = page.find((facts) => facts.promise === promise && facts.channel === cell.channel)?.customers ?? null;
  const people = ({ cases }: SegmentReport, index: number): number =>
    known === null ? cases : (known[index]?.customers ?? 0);
  return {
    ...cell,
    ...{ customers: null, owed: null, shortfall: null, budget: null, dropped: null, events_aside: null },
    segments: cell.segments.filter((segment, index) => people(segment, index) >= FEWEST),
  };
}
