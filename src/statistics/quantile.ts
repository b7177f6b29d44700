/** Values in ascending order, by rank from 0; a sorted typed array is one. */
export interface ByRank {
  readonly length: number;
  /** undefined where there is none. */
  at(rank: number): number | undefined;
}

/**
 * Quantile by linear interpolation at (n - 1) q: type 7 of R. J. Hyndman and Y. Fan, Sample quantiles in statistical
 * packages, The American Statistician 50 (1996); PERCENTILE.INC of spreadsheets and the default of R and NumPy, so that
 * a reader can check it with what is at hand.
 *
 * @param sorted - ascending, in the unit of the result
 * @param q - 0 to 1
 * @returns null without values; never past the largest, as the step rounds to less than the difference.
 */
export function quantile(sorted: ByRank, q: number): number | null {
  const at = (sorted.length - 1) * q;
  const below = Math.floor(at);
  // Below 0 an array would count from its end.
  const low = below >= 0 ? sorted.at(below) : undefined;
  if (low === undefined) return null;
  const high = sorted.at(below + 1) ?? low;
  return low + (high - low) * (at - below);
}
