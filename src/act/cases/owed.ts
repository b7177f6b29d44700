import { diagnose } from '../../diagnostics/catalog.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Selection } from '../../model/engine.ts';
import type { GapReport } from '../../model/report.ts';
import { cellsOf, keyOf } from '../cells.ts';
import type { Examination } from '../examination.ts';
import type { FollowedCell, FollowedChannel } from '../followed.ts';
import type { OwedRow, OwedTotal } from './owed-row.ts';
import { OwedSums, type OwingCell } from './owed-sums.ts';
import { owedTotals } from './owed-totals.ts';
import { shownOf } from './shown.ts';

export interface Owed {
  readonly head: Pick<GapReport, 'saydo' | 'brand' | 'as_of' | 'window'>;
  /** By currency; the largest amount first, then by names. */
  readonly rows: readonly OwedRow[];
  /** Of each promise and channel, in the order of the report, then of each currency. */
  readonly totals: readonly OwedTotal[];
  readonly warnings: readonly Diagnostic[];
}

/** Sums up what the report says is owed, customer by customer; memory grows with the customers owed. */
export async function owedList(examination: Examination, channels: readonly FollowedChannel[]): Promise<Owed> {
  const { report } = examination.audited;
  const lists: (readonly OwedRow[])[] = [];
  for (const channel of channels) {
    const owing = channel.cells.flatMap((cell) => owingCell(cell, examination) ?? []);
    if (owing.length > 0) lists.push(await rowsOf(channel, owing, examination));
  }
  const { saydo, brand, as_of, window } = report;
  const sorted = lists.flat().toSorted(largestFirst);
  return {
    head: { saydo, brand, as_of, window },
    rows: sorted,
    totals: owedTotals(sorted, report),
    warnings: warningsOf(examination),
  };
}

/** null: the report knows of nothing that is owed, for it has no remedy, or its measure has nothing to count. */
function owingCell(cell: FollowedCell, { audited }: Examination): OwingCell | null {
  const { promise, pledge } = cell;
  const { remedy } = pledge;
  const owed = cellsOf(audited.report).get(keyOf(promise.id, pledge.channel))?.cell.owed ?? null;
  return remedy?.cost == null || owed === null ? null : { cell, remedy, cost: remedy.cost };
}

async function rowsOf(
  channel: FollowedChannel,
  owing: readonly OwingCell[],
  { window, occasions }: Examination,
): Promise<readonly OwedRow[]> {
  const shown = shownOf({ ...channel, cells: [] }, [], new Set(), []);
  const sums = owing.map(() => new OwedSums());
  const selection: Selection = {
    channel: channel.plan.name,
    window,
    asOf: channel.asOf,
    cells: owing.map(({ cell: { cell, pledge } }) => ({ cell, target: pledge.target })),
    shows: shown.shows,
  };
  for await (const batch of occasions(selection)) {
    for (const [index, { cell }] of owing.entries()) {
      const isTally = cell.pledge.measure?.kind === 'tally';
      sums[index]?.add(batch, index, isTally, shown.customer);
    }
  }
  return owing.flatMap((own, index) => sums[index]?.rows(own) ?? []);
}

function largestFirst(a: OwedRow, b: OwedRow): number {
  return (
    byText(a.currency, b.currency) ||
    b.amount - a.amount ||
    byText(a.promise, b.promise) ||
    byText(a.channel, b.channel) ||
    Number(a.customer === null) - Number(b.customer === null) ||
    byText(a.customer ?? '', b.customer ?? '')
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function warningsOf({ declaration, audited }: Examination): readonly Diagnostic[] {
  const cells = cellsOf(audited.report);
  const costly = declaration.promises.flatMap(({ id, channels }) =>
    channels.flatMap((pledge) => (pledge.remedy?.cost == null ? [] : [{ id, pledge }])),
  );
  if (costly.length === 0) {
    return [diagnose('no-remedy', { promises: declaration.promises.map(({ id }) => id) }, null)];
  }
  return costly.flatMap(({ id, pledge: { channel, remedy } }) => {
    const cell = cells.get(keyOf(id, channel))?.cell;
    const isUntold = remedy?.per === 'customer' && cell?.owed === null && (cell.missed ?? 0) > 0;
    return isUntold
      ? [diagnose('owed-untold', { promise: id, channel, isTally: cell?.measure === 'tally' }, null)]
      : [];
  });
}
