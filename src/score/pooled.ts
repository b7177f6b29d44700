import type { MeasureKind } from '../model/measure.ts';

/** Those whose whole is a weighted mean of its parts, so that weights alone can move it. */
export const POOLED: ReadonlySet<MeasureKind> = new Set(['kept_when', 'tally', 'rate', 'mean', 'nps', 'difference']);

/** Below so many cases, the figure of a segment moves with single ones. */
export const ENOUGH_CASES = 10;
