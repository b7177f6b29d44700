import type { Pledge } from '../model/declaration.ts';
import type { Target } from '../model/target.ts';
import type { Figure, Interval } from '../vocabulary/measures/sample.ts';
import { meets } from './meets.ts';

const NO_INTERVAL = 'with so few cases there is no confidence interval';

/** Why what meets the target does so only just; null where it does so with room. */
export function onlyJust(figure: Figure, { target, warn }: Pick<Pledge, 'target' | 'warn'>): string | null {
  const { value, above, interval, ifPendingMissed, events } = figure;
  const side = target.op === '>=' ? 'below' : 'above';
  const bound = interval === null ? null : target.op === '>=' ? interval.low : interval.high;
  if (interval !== null && !isExtreme(target)) {
    if (isUnbounded(interval)) return NO_INTERVAL;
    if (bound === null)
      return `with so few cases its confidence interval has no ${side === 'below' ? 'lower' : 'upper'} bound`;
    if (!meets(bound, target)) return `its confidence interval reaches ${side} it`;
  }
  const known = value ?? above;
  if (warn !== null && known !== null && !meets(known, { op: target.op, value: warn })) return `is ${side} warn`;
  if (ifPendingMissed !== null && !meets(ifPendingMissed, target)) {
    return `would not if every pending occasion ${events === null ? 'were missed' : 'came out worst'}`;
  }
  return null;
}

/** All or nothing is no matter of chance: no interval of a sample ever keeps clear of it. */
function isExtreme({ value, unit }: Target): boolean {
  return value === 0 || (unit === 'share' && value === 1);
}

function isUnbounded({ low, high }: Interval): boolean {
  return low === null && high === null;
}

/** Why an interval leaves open whether the target is met; null where it lies on one side of it. */
export function leftOpen(interval: Interval, target: Target): string | null {
  const { low, high } = interval;
  if (isUnbounded(interval)) return NO_INTERVAL;
  const holds = (low === null || low < target.value) && (high === null || target.value < high);
  return holds ? 'its confidence interval holds the target' : null;
}
