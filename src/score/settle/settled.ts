import type { GroupKeys } from '../../model/tally.ts';
import type { Instant } from '../../model/time.ts';
import type { Sample } from '../../vocabulary/measures/sample.ts';

/** The sum of some groups: what a figure is computed from, and the occasions that came to no outcome and no value. */
export interface Cut {
  readonly sample: Sample;
  readonly excluded: number;
  readonly unreadable: number;
  readonly filtered: number;
  /** Earliest instant at which a decided occasion could no longer change; infinite where none is decided. */
  readonly earliestDue: Instant;
}

/** A tally settled at an as_of: what was open past its deadline has become what it comes to. */
export interface Settled {
  readonly keys: GroupKeys;
  /** Groups by number; none gives what nothing comes to. */
  readonly cut: (groups: Iterable<number>) => Cut;
  /** By customer: 0 no decided occasion, 1 never let down, 2 let down once, 3 more than once; null: not counted. */
  readonly customers: Uint8Array | null;
}

/** Every group: the whole. */
export function* everyGroup({ count }: GroupKeys): Generator<number> {
  for (let group = 0; group < count; group += 1) yield group;
}

/** Groups by a key, in the order in which the keys are met; those without one (null) are left out. */
export function groupsBy<K>({ count }: GroupKeys, key: (group: number) => K | null): ReadonlyMap<K, readonly number[]> {
  const groups = new Map<K, number[]>();
  for (let group = 0; group < count; group += 1) {
    const name = key(group);
    if (name === null) continue;
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [group]);
    else known.push(group);
  }
  return groups;
}

/** Sum of a list over some groups. */
export function total(list: Float64Array, groups: readonly number[]): number {
  let sum = 0;
  for (const group of groups) sum += list[group] ?? 0;
  return sum;
}

export type Aside = Pick<Cut, 'excluded' | 'unreadable' | 'filtered'>;

/** Occasions of some groups that came to no outcome and no value. */
export function setAside(tally: { readonly [Part in keyof Aside]: Float64Array }, groups: readonly number[]): Aside {
  return {
    excluded: total(tally.excluded, groups),
    unreadable: total(tally.unreadable, groups),
    filtered: total(tally.filtered, groups),
  };
}
