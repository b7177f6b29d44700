import type { CountTally, GroupKeys, IdTally } from '../../model/tally.ts';
import { NEVER_DUE } from '../../vocabulary/conditions/index.ts';
import { grouped, int32 } from './places.ts';
import { type Settled, setAside, total } from './settled.ts';

/** What the export has counted. */
export function settleCounts(tally: CountTally, keys: GroupKeys): Settled {
  return {
    keys,
    customers: null,
    cut: (chosen) => {
      const groups = [...chosen];
      const sample = {
        kind: 'counts' as const,
        kept: total(tally.kept, groups),
        of: total(tally.of, groups),
        rows: total(tally.rows, groups),
        left: total(tally.left, groups),
      };
      return { sample, ...setAside(tally, groups), earliestDue: NEVER_DUE };
    },
  };
}

/** Different values: one that several groups hold is one in their sum. */
export function settleIds(tally: IdTally, keys: GroupKeys): Settled {
  const { members, starts } = grouped(tally.group, tally.code, keys.count, int32);
  // The number of the cut that met an id last: no cut clears what another has marked.
  const met = new Uint32Array(tally.ids);
  let cuts = 0;
  return {
    keys,
    customers: null,
    cut: (chosen) => {
      const groups = [...chosen];
      cuts += 1;
      let distinct = 0;
      for (const group of groups) {
        const to = starts[group + 1] ?? 0;
        for (let index = starts[group] ?? 0; index < to; index += 1) {
          const code = members[index] ?? 0;
          if (met[code] === cuts) continue;
          met[code] = cuts;
          distinct += 1;
        }
      }
      const sample = { kind: 'ids' as const, distinct, rows: total(tally.rows, groups) };
      return { sample, ...setAside(tally, groups), earliestDue: NEVER_DUE };
    },
  };
}
