import type { Calendar } from '../../model/calendar.ts';
import type { GroupKeys, Moments, MomentTally, OpenCases, ValueTally } from '../../model/tally.ts';
import type { Instant } from '../../model/time.ts';
import { integerMoments } from '../../statistics/integer-moments.ts';
import { MomentSum, momentsOf } from '../../statistics/moments.ts';
import { SortedRuns } from '../../statistics/sorted-runs.ts';
import { NEVER_DUE } from '../../vocabulary/conditions/index.ts';
import type { Sample, ValueSample } from '../../vocabulary/measures/sample.ts';
import { DAY_MS } from '../../vocabulary/time/civil.ts';
import { openClock } from '../../vocabulary/time/open-clock.ts';
import type { Zone } from '../../vocabulary/time/zone.ts';
import { float64, type Grouped, gathered, grouped } from './places.ts';
import { type Settled, setAside } from './settled.ts';

/** Values, seen where they lie, and how long what has not ended lasts so far. */
export function settleValues(tally: ValueTally, keys: GroupKeys, until: Until): Settled {
  const { starts, values } = tally;
  const known: Moments[] = [];
  const momentsOfGroup = (group: number): Moments => {
    const own = values.subarray(starts[group], starts[group + 1]);
    const moments = known[group] ?? (own instanceof Int32Array ? integerMoments(own) : momentsOf(own));
    known[group] = moments;
    return moments;
  };
  return settleLevels(tally, keys, until, (groups, beside) => {
    const filled = groups.filter((group) => (starts[group + 1] ?? 0) > (starts[group] ?? 0));
    const from = Int32Array.from(filled, (group) => starts[group] ?? 0);
    const to = Int32Array.from(filled, (group) => starts[group + 1] ?? 0);
    const runs = new SortedRuns({ values, from, to }, () => joined(filled, momentsOfGroup));
    return { kind: 'values', values: runs, ...beside };
  });
}

/** Exact sums, joined without rounding, and how long what has not ended lasts so far. */
export function settleMoments(tally: MomentTally, keys: GroupKeys, until: Until): Settled {
  return settleLevels(tally, keys, until, (groups, beside) => {
    return { kind: 'moments', moments: joined(groups, (group) => tally.moments[group]), ...beside };
  });
}

function joined(groups: readonly number[], momentsOfGroup: (group: number) => Moments | undefined): Moments {
  const sum = new MomentSum();
  for (const group of groups) {
    const moments = momentsOfGroup(group);
    if (moments !== undefined) sum.absorb(moments);
  }
  return sum.toMoments();
}

/** What every level has beside its values: what has not ended, and what was left out. */
type BesideLevel = Pick<ValueSample, 'open' | 'excluded'>;

function settleLevels(
  tally: ValueTally | MomentTally,
  keys: GroupKeys,
  until: Until,
  sampleOf: (groups: readonly number[], beside: BesideLevel) => Sample,
): Settled {
  const open = lasting(tally.open, keys.count, until);
  return {
    keys,
    customers: null,
    cut: (chosen) => {
      const groups = [...chosen];
      const aside = setAside(tally, groups);
      const sample = sampleOf(groups, { open: gathered(open, groups), excluded: aside.excluded });
      return { sample, ...aside, earliestDue: NEVER_DUE };
    },
  };
}

/** Up to when what is open has lasted, on which clock, in the zone that its dates are days of. */
export interface Until {
  readonly asOf: Instant | null;
  readonly calendar: Calendar | null;
  readonly zone: Zone;
}

/** How long what is open has lasted, of each of them. */
function lasting({ group, start, pause, wholeDays }: OpenCases, groups: number, until: Until): Grouped<Float64Array> {
  const lasted = lastingUntil(until);
  const seconds = Float64Array.from(start, (from, index) => lasted(from, pause[index] ?? 0, wholeDays[index] === 1));
  return grouped(group, seconds, groups, float64);
}

/**
 * Seconds from the start of an open case to as_of, on the calendar's clock where there is one, less its pause (ms); what
 * has not begun has lasted nothing. Where dates are counted these are the days that are over, for it may end today.
 */
export function lastingUntil({
  asOf,
  calendar,
  zone,
}: Until): (from: Instant, pause: number, isDays: boolean) => number {
  const clock = calendar === null ? null : openClock(calendar);
  const today = asOf === null ? 0 : zone.dayOf(asOf + 1);
  return (from, pause, isDays) => {
    if (asOf === null || from >= asOf) return 0;
    const day = isDays ? zone.dayOf(from) : null;
    const ms =
      day !== null
        ? Math.max(0, clock === null ? today - day : clock.openDays(day, today)) * DAY_MS
        : clock === null
          ? asOf - from
          : clock.between(from, asOf);
    return Math.max(0, ms - pause) / 1000;
  };
}
