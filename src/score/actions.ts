import type { BrandPromise, Pledge } from '../model/declaration.ts';
import type { ActionReport, CellReport, PromiseReport, SetsRightReport } from '../model/report.ts';
import type { DayNumber } from '../model/time.ts';
import { isoDate } from '../vocabulary/time/civil.ts';
import { tidy } from './figures.ts';

/**
 * What to do first: missed cells. Overdue ones first; then by how many cases would have set it right, times its weight;
 * then by customers let down; then as the file has them. Amounts count no cases and stand behind what does.
 *
 * @param rights - by promise and channel, in the order of the report
 */
export function actionsOf(
  declared: readonly BrandPromise[],
  promises: readonly PromiseReport[],
  rights: readonly (readonly (SetsRightReport | null)[])[],
  asOfDay: DayNumber | null,
): readonly ActionReport[] {
  const missed = promises.flatMap((promise, index) =>
    promise.channels.flatMap((cell, place) => {
      const pledge = declared[index]?.channels[place];
      if (cell.verdict !== 'missed' || pledge === undefined) return [];
      return [action(promise, cell, pledge, rights[index]?.[place] ?? null, asOfDay)];
    }),
  );
  return missed.toSorted(
    (a, b) => Number(b.overdue) - Number(a.overdue) || burden(b) - burden(a) || (b.let_down ?? 0) - (a.let_down ?? 0),
  );
}

/** Cases that would have set it right, each as many times as it weighs; 0 where none can be counted. */
function burden({ shortfall, sets_right: right, weight }: ActionReport): number {
  return tidy(weight * (shortfall ?? (right === null || right.unit !== null ? 0 : right.number)));
}

function action(
  promise: PromiseReport,
  cell: CellReport,
  pledge: Pledge,
  right: SetsRightReport | null,
  asOfDay: DayNumber | null,
): ActionReport {
  const due = pledge.act?.by ?? null;
  return {
    promise: promise.id,
    channel: cell.channel,
    weight: tidy(promise.weight * pledge.weight),
    shortfall: cell.shortfall,
    sets_right: right,
    let_down: cell.customers?.let_down ?? null,
    let_down_again: cell.customers?.let_down_again ?? null,
    owed: cell.owed,
    owner: pledge.owner,
    act: pledge.act?.text ?? null,
    by: due === null ? null : isoDate(due),
    overdue: due !== null && asOfDay !== null && due < asOfDay,
  };
}
