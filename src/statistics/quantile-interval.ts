import cdf from '@stdlib/stats-base-dists-binomial-cdf';
import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import type { ByRank } from './quantile.ts';

/** Ranks count from 1; null where the sample is too small for a bound on that side. */
export interface Ranks {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Ranks of the values that bound a quantile, whatever the distribution: how many values lie below the true quantile is
 * binomial (n, q). With a = (1 - confidence) / 2 the lower rank is the smallest k with P(B <= k) >= a, the upper one
 * that for 1 - a, plus 1. H. A. David and H. N. Nagaraja, Order statistics, 3rd ed. (2003), section 7.1.
 */
export function quantileRanks(n: number, q: number, confidence: number): Ranks {
  const tail = (1 - confidence) / 2;
  const low = smallest(tail, n, q);
  const high = smallest(1 - tail, n, q) + 1;
  return { low: low > 0 ? low : null, high: high <= n ? high : null };
}

/** Probability that the values at these ranks hold the true quantile between them; a missing side is unbounded. */
export function quantileCoverage(n: number, q: number, ranks: Ranks): number {
  const above = ranks.high === null ? 1 : cdf(ranks.high - 1, n, q);
  return above - (ranks.low === null ? 0 : cdf(ranks.low - 1, n, q));
}

/**
 * Bounds of a quantile, in the unit of the values: the values at `quantileRanks`.
 *
 * @param sorted - ascending
 */
export function quantileInterval(sorted: ByRank, q: number, confidence: number): Ranks {
  const ranks = quantileRanks(sorted.length, q, confidence);
  const valueAt = (rank: number | null): number | null => (rank === null ? null : (sorted.at(rank - 1) ?? null));
  return { low: valueAt(ranks.low), high: valueAt(ranks.high) };
}

function smallest(probability: number, n: number, q: number): number {
  // R's allowance: where P(B <= k) equals the probability, its last digits must not push on to k + 1.
  return binomialQuantile(probability * (1 - 64 * Number.EPSILON), n, q);
}
