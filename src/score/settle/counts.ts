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
      for (const group of groups) distinct += mark(members, starts[group] ?? 0, starts[group + 1] ?? 0, met, cuts);
      const sample = { kind: 'ids' as const, distinct, rows: total(tally.rows, groups) };
      return { sample, ...setAside(tally, groups), earliestDue: NEVER_DUE };
    },
  };
}

/** Marks some codes; gives how many of them were not marked so before. */
function mark(codes: Int32Array, from: number, to: number, marks: Uint32Array, sign: number): number {
  let fresh = 0;
  for (let index = from; index < to; index += 1) {
    const code = codes[index] ?? 0;
    if (marks[code] === sign) continue;
    marks[code] = sign;
    fresh += 1;
  }
  return fresh;
}
