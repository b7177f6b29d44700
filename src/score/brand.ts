import { sum } from 'simple-statistics';
import type { BrandPromise } from '../model/declaration.ts';
import type { CellReport, GapReport, PromiseReport } from '../model/report.ts';
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
