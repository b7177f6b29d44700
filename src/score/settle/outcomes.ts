import type { GroupKeys, OutcomeTally } from '../../model/tally.ts';
import type { Instant } from '../../model/time.ts';
import { Outcome } from '../../vocabulary/conditions/index.ts';
import { type Settled, setAside, total } from './settled.ts';

/** Sorts the open occasions into pending and decided. Without an as_of nothing can pass: all that is open is pending. */
export function settleOutcomes(tally: OutcomeTally, keys: GroupKeys, asOf: Instant | null): Settled {
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
  const { unreadable, filtered } = tally;
  return {
    keys,
    customers,
    cut: (chosen) => {
      const groups = [...chosen];
      const aside = setAside({ excluded, unreadable, filtered }, groups);
      const sample = {
        kind: 'outcomes' as const,
        kept: total(kept, groups),
        missed: total(missed, groups),
        pending: total(pending, groups),
        excluded: aside.excluded,
      };
      const due = groups.reduce(
        (least, at) => Math.min(least, earliestDue[at] ?? Number.POSITIVE_INFINITY),
        Number.POSITIVE_INFINITY,
      );
      return { sample, ...aside, earliestDue: due };
    },
  };
}

function add(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
