/** A figure and its confidence limits; a limit that is not known is null. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Confidence limits for the difference of two figures of independent samples, later minus earlier, from the limits of
 * each: MOVER, the method of variance estimates recovery. The distance of a limit from its figure stands for its
 * spread on that side, so that skewed intervals are heeded. With Wilson's limits it is Newcombe's method 10.
 * G. Y. Zou, A. Donner, Construction of confidence limits about effect measures, Statistics in Medicine 27 (2008);
 * R. G. Newcombe, Statistics in Medicine 17 (1998).
 *
 * @param later - both at the same confidence
 * @returns a limit that needs one that is not known is null.
 */
export function mover(
  later: Estimate,
  earlier: Estimate,
): { readonly low: number | null; readonly high: number | null } {
  const difference = later.value - earlier.value;
  return {
    low:
      later.low === null || earlier.high === null
        ? null
        : difference - Math.hypot(later.value - later.low, earlier.high - earlier.value),
    high:
      later.high === null || earlier.low === null
        ? null
        : difference + Math.hypot(later.high - later.value, earlier.value - earlier.low),
  };
}
