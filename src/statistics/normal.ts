import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** Standard normal quantile of a two-sided confidence, as 1.96 for 0.95. */
export function twoSidedZ(confidence: number): number {
  return quantile(1 - (1 - confidence) / 2, 0, 1);
}
