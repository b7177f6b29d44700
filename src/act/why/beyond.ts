import type { Target } from '../../model/target.ts';
import type { ByRank } from '../../statistics/quantile.ts';

/** How many of some ascending values lie on the wrong side of a target, found by halving. */
export function countBeyond(values: ByRank, { op, value }: Pick<Target, 'op' | 'value'>): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const one = values.at(middle) ?? Number.NaN;
    if (op === '<=' ? one <= value : one < value) from = middle + 1;
    else to = middle;
  }
  return op === '<=' ? values.length - from : from;
}

/** How many open cases have lasted longer than a target so far: on which side they end is known. */
export function openBeyond(open: Float64Array, value: number): number {
  let outlasted = 0;
  for (const age of open) if (age > value) outlasted += 1;
  return outlasted;
}
