/** Bounds of a two-sided confidence interval. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}
