import type { Bounds } from '../../statistics/interval.ts';
import type { Figure, FigureContext, Interval, OutcomeSample, Sample, SampleKind } from './sample.ts';

/** What a figure is before anything is known of it. */
export const NO_FIGURE: Figure = {
  value: null,
  cases: 0,
  kept: null,
  missed: null,
  events: null,
  interval: null,
  ifPendingMissed: null,
  answeredOnly: null,
  above: null,
  atLeast: null,
  pending: 0,
  unsettled: 0,
  dropped: null,
  tail: null,
};

/** A sample that does not fit its measure: a defect of saydo. */
export function wrongSample(sample: Sample, wanted: SampleKind): TypeError {
  return new TypeError(`a sample of ${sample.kind}, where ${wanted} are needed`);
}

/**
 * Bounds with the method that they come from, each scaled. Where there is neither, both are null, for so few cases are no
 * certainty; null itself where there is no case.
 */
export function interval(
  cases: number,
  bounds: Bounds | { readonly low: number | null; readonly high: number | null } | null,
  method: string,
  scale = 1,
): Interval | null {
  if (cases === 0) return null;
  const scaled = (bound: number | null): number | null => (bound === null ? null : bound * scale);
  return { low: scaled(bounds?.low ?? null), high: scaled(bounds?.high ?? null), method };
}

/** Occasions that hold if every pending one came out worst for the target: all of them for at-most, else none. */
export function worstEvents({ kept, pending }: OutcomeSample, { target }: FigureContext): number {
  return target.op === '<=' ? kept + pending : kept;
}

/** An open case is unsettled while it is younger than an at-most target; for any other it can always change things. */
export function waiting(open: Float64Array, { target }: FigureContext): Pick<Figure, 'pending' | 'unsettled'> {
  if (target.op !== '<=') return { pending: open.length, unsettled: open.length };
  let unsettled = 0;
  for (const age of open) if (age < target.value) unsettled += 1;
  return { pending: open.length, unsettled };
}
