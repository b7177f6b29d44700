import { sum } from 'simple-statistics';
import type { BrandPromise, Pledge } from '../model/declaration.ts';
import type { ActionReport, CellReport, GapReport, PromiseReport } from '../model/report.ts';
import type { DayNumber } from '../model/time.ts';
import { isoDate } from '../vocabulary/time/civil.ts';
import { tidy } from './figures.ts';
import { isKept, isMeasured, worst } from './worst.ts';

/** A promise from its cells, which stand in the order of its pledges. */
export function scorePromise(promise: BrandPromise, channels: readonly CellReport[]): PromiseReport {
  const { id, says, owner, weight, position } = promise;
  return {
    id,
    says,
    owner,
    weight,
    line: position.line,
    verdict: worst(channels.map(({ verdict }) => verdict)),
    score: weightedMean(channels.map(({ score }, index) => ({ score, weight: promise.channels[index]?.weight ?? 1 }))),
    channels_measured: channels.filter(({ verdict }) => isMeasured(verdict)).length,
    channels_declared: channels.length,
    channels,
  };
}

type BrandFigures = Pick<
  GapReport,
  'verdict' | 'score' | 'promises_kept' | 'promises_measured' | 'promises_declared' | 'promises'
>;

/** The brand from its promises. */
export function scoreBrand(promises: readonly PromiseReport[]): BrandFigures {
  return {
    verdict: worst(promises.map(({ verdict }) => verdict)),
    score: weightedMean(promises),
    promises_kept: promises.filter(({ verdict }) => isKept(verdict)).length,
    promises_measured: promises.filter(({ verdict }) => isMeasured(verdict)).length,
    promises_declared: promises.length,
    promises,
  };
}

function weightedMean(parts: readonly { readonly score: number | null; readonly weight: number }[]): number | null {
  const known = parts.flatMap(({ score, weight }) => (score === null ? [] : [{ score, weight }]));
  const weights = sum(known.map(({ weight }) => weight));
  return weights > 0 ? tidy(sum(known.map(({ score, weight }) => score * weight)) / weights) : null;
}

/** What to do first: missed cells, by shortfall, then by customers let down. */
export function actionsOf(
  declared: readonly BrandPromise[],
  promises: readonly PromiseReport[],
  asOfDay: DayNumber | null,
): readonly ActionReport[] {
  const missed = promises.flatMap((promise, index) =>
    promise.channels.flatMap((cell, place) => {
      const pledge = declared[index]?.channels[place];
      return cell.verdict === 'missed' && pledge !== undefined ? [{ promise, cell, pledge }] : [];
    }),
  );
  return missed
    .map(({ promise, cell, pledge }) => action(promise, cell, pledge, asOfDay))
    .sort((a, b) => (b.shortfall ?? 0) - (a.shortfall ?? 0) || (b.let_down ?? 0) - (a.let_down ?? 0));
}

function action(promise: PromiseReport, cell: CellReport, pledge: Pledge, asOfDay: DayNumber | null): ActionReport {
  const due = pledge.act?.by ?? null;
  return {
    promise: promise.id,
    channel: cell.channel,
    shortfall: cell.shortfall,
    let_down: cell.customers?.let_down ?? null,
    let_down_again: cell.customers?.let_down_again ?? null,
    owed: cell.owed,
    owner: pledge.owner,
    act: pledge.act?.text ?? null,
    by: due === null ? null : isoDate(due),
    overdue: due !== null && asOfDay !== null && due < asOfDay,
  };
}
