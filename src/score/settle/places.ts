/**
 * Members of groups put side by side, group by group, so that the members of any groups are gathered without a look at
 * the others (compressed rows).
 */
export interface Grouped<A extends Float64Array | Int32Array> {
  readonly members: A;
  /** Group `g` lies from `starts[g]` up to `starts[g + 1]`. */
  readonly starts: Int32Array;
}

/** A counting sort of `members` by `group`, which is parallel to it; within a group the order stays. */
export function grouped<A extends Float64Array | Int32Array>(
  group: Int32Array,
  members: A,
  groups: number,
  make: (length: number) => A,
): Grouped<A> {
  const starts = new Int32Array(groups + 1);
  for (let index = 0; index < group.length; index += 1) {
    const next = (group[index] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at <= groups; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const next = starts.slice();
  const placed = make(members.length);
  for (let index = 0; index < group.length; index += 1) {
    const own = group[index] ?? 0;
    const place = next[own] ?? 0;
    placed[place] = members[index] ?? 0;
    next[own] = place + 1;
  }
  return { members: placed, starts };
}

/** The members of some groups, in an array of their own. */
export function gathered({ members, starts }: Grouped<Float64Array>, groups: readonly number[]): Float64Array {
  let length = 0;
  for (const group of groups) length += (starts[group + 1] ?? 0) - (starts[group] ?? 0);
  const all = new Float64Array(length);
  let at = 0;
  for (const group of groups) {
    const own = members.subarray(starts[group] ?? 0, starts[group + 1] ?? 0);
    all.set(own, at);
    at += own.length;
  }
  return all;
}

export const float64 = (length: number): Float64Array => new Float64Array(length);
export const int32 = (length: number): Int32Array => new Int32Array(length);
