import type { GroupKeys, OutcomeTally } from '../../model/tally.ts';
import type { PeriodGrain } from '../../model/time.ts';
import { folded, NEVER_DUE } from '../../vocabulary/conditions/index.ts';
import { type Settled, setAside, total } from './settled.ts';

/** One side of a ratio: its occasions by the groups of the channel that they were counted on. */
export interface RatioSide {
  readonly tally: OutcomeTally;
  readonly keys: GroupKeys;
}

/**
 * Two channels side by side, as if they were one: periods are the same where they begin on the same day, segments where
 * both channels name them, their values by label in any letter case.
 */
export function settleRatio(of: RatioSide, to: RatioSide, grain: PeriodGrain): Settled {
  const keys = sharedKeys(of.keys, to.keys, grain);
  const first = of.keys.count;
  return {
    keys,
    customers: null,
    cut: (chosen) => {
      const groups = [...chosen];
      const events = groups.filter((group) => group < first);
      const exposure = groups.filter((group) => group >= first).map((group) => group - first);
      const sample = {
        kind: 'ratio' as const,
        events: total(of.tally.kept, events),
        exposure: total(to.tally.kept, exposure),
      };
      // As the cases are those of the denominator, so are the occasions beside them.
      return { sample, ...setAside(to.tally, exposure), earliestDue: NEVER_DUE };
    },
  };
}

/** Groups of the first channel, then those of the second, by keys that both have. */
function sharedKeys(a: GroupKeys, b: GroupKeys, grain: PeriodGrain): GroupKeys {
  const segments = a.segments.filter((name) => b.segments.includes(name));
  const joined = segments.map((name) => {
    const [own, other] = [a, b].map((keys) => {
      const list = keys.segments.indexOf(name);
      return { labels: keys.labels[list] ?? [], codes: keys.codes[list] ?? new Int32Array(keys.count) };
    });
    return joinLabels(own ?? NOTHING, other ?? NOTHING);
  });
  const periods = [a, b].map((keys) => keys.periods[keys.grains.indexOf(grain)]);
  const [own, other] = periods;
  return {
    grains: own === undefined || other === undefined ? [] : [grain],
    segments,
    labels: joined.map(({ labels }) => labels),
    count: a.count + b.count,
    periods: own === undefined || other === undefined ? [] : [both(own, other)],
    codes: joined.map(({ codes }) => codes),
  };
}

interface Labelled {
  readonly labels: readonly string[];
  readonly codes: Int32Array;
}

const NOTHING: Labelled = { labels: [], codes: new Int32Array(0) };

function joinLabels(a: Labelled, b: Labelled): Labelled {
  // Code 0 is what is blank, on both sides, and no label of a cell.
  const labels = [a.labels[0] ?? b.labels[0] ?? ''];
  const known = new Map<string, number>();
  const codes = [a, b].map((side) => {
    const renumbered = side.labels.map((label, code) => {
      if (code === 0) return 0;
      const key = folded(label);
      const before = known.get(key);
      if (before === undefined) {
        known.set(key, labels.length);
        return labels.push(label) - 1;
      }
      if (label < (labels[before] ?? label)) labels[before] = label;
      return before;
    });
    return side.codes.map((code) => renumbered[code] ?? 0);
  });
  return { labels, codes: both(codes[0] ?? NOTHING.codes, codes[1] ?? NOTHING.codes) };
}

function both(a: Int32Array, b: Int32Array): Int32Array {
  const joined = new Int32Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
