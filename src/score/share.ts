import type { GroupKeys, ShareTally } from '../model/tally.ts';
import type { Instant } from '../model/time.ts';
import { Outcome } from '../vocabulary/conditions/index.ts';

/** Occasions of a cell, settled: what is open past its deadline has become what it comes to. */
export interface Counts {
  readonly kept: number;
  readonly missed: number;
  readonly pending: number;
  readonly excluded: number;
  readonly unreadable: number;
  readonly filtered: number;
  /** Earliest instant at which a decided occasion could no longer change; infinite where there is none. */
  readonly earliestDue: Instant;
}

/** A tally settled at an as_of: counts by group, and how each customer stands. */
export interface SettledShare {
  readonly groups: readonly Counts[];
  /** By customer: 0 no decided occasion, 1 never let down, 2 let down once, 3 more than once. */
  readonly customers: Uint8Array;
}

export const NO_COUNTS: Counts = {
  kept: 0,
  missed: 0,
  pending: 0,
  excluded: 0,
  unreadable: 0,
  filtered: 0,
  earliestDue: Number.POSITIVE_INFINITY,
};

/** Sorts the open occasions into pending and decided. Without an as_of nothing can pass: all that is open is pending. */
export function settleShare(tally: ShareTally, keys: GroupKeys, asOf: Instant | null): SettledShare {
  const customers = tally.customers.slice();
  const kept = tally.kept.slice();
  const missed = tally.missed.slice();
  const excluded = tally.excluded.slice();
  const earliestDue = tally.earliestDue.slice();
  const pending = new Float64Array(keys.count);
  const { group, due, after, customer } = tally.open;
  for (let index = 0; index < group.length; index += 1) {
    const at = group[index] ?? 0;
    const until = due[index] ?? 0;
    const outcome = after[index] ?? 0;
    if (asOf === null || until > asOf) {
      add(pending, at);
      continue;
    }
    if (outcome === Outcome.EXCLUDED) {
      add(excluded, at);
      continue;
    }
    const isMissed = outcome === Outcome.MISSED;
    add(isMissed ? missed : kept, at);
    earliestDue[at] = Math.min(
      earliestDue[at] ?? Number.POSITIVE_INFINITY,
      isMissed ? Number.NEGATIVE_INFINITY : until,
    );
    const who = customer[index] ?? -1;
    if (who < 0) continue;
    const before = customers[who] ?? 0;
    customers[who] = isMissed ? (before < 2 ? 2 : 3) : Math.max(before, 1);
  }
  const groups = Array.from({ length: keys.count }, (_, at) => ({
    kept: kept[at] ?? 0,
    missed: missed[at] ?? 0,
    pending: pending[at] ?? 0,
    excluded: excluded[at] ?? 0,
    unreadable: tally.unreadable[at] ?? 0,
    filtered: tally.filtered[at] ?? 0,
    earliestDue: earliestDue[at] ?? Number.POSITIVE_INFINITY,
  }));
  return { groups, customers };
}

function add(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

export function sum(a: Counts, b: Counts): Counts {
  return {
    kept: a.kept + b.kept,
    missed: a.missed + b.missed,
    pending: a.pending + b.pending,
    excluded: a.excluded + b.excluded,
    unreadable: a.unreadable + b.unreadable,
    filtered: a.filtered + b.filtered,
    earliestDue: Math.min(a.earliestDue, b.earliestDue),
  };
}

export function whole({ groups }: SettledShare): Counts {
  return groups.reduce(sum, NO_COUNTS);
}

/** Sums of the groups by a key; groups without one (null) are left out. */
export function sumBy<K>({ groups }: SettledShare, key: (group: number) => K | null): Map<K, Counts> {
  const sums = new Map<K, Counts>();
  for (const [group, counts] of groups.entries()) {
    const name = key(group);
    if (name !== null) sums.set(name, sum(sums.get(name) ?? NO_COUNTS, counts));
  }
  return sums;
}
