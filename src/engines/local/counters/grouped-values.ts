import type { ValueTally } from '../../../model/tally.ts';
import { sortNumbers } from '../../../statistics/radix-sort.ts';
import type { ValueChunk } from './value-list.ts';

type Grouped = Pick<ValueTally, 'starts' | 'values'>;

/**
 * A counting sort of values by group, then a sort of each group's. The list of chunks is emptied, each let go once it is
 * copied, so that hardly more is held at once than either of the two.
 */
export function groupedValues(chunks: ValueChunk[], groups: number): Grouped {
  const starts = new Int32Array(groups + 1);
  for (const { group } of chunks) countEach(group, starts);
  let longest = 0;
  for (let group = 1; group <= groups; group += 1) {
    const length = starts[group] ?? 0;
    if (length > longest) longest = length;
    starts[group] = (starts[group - 1] ?? 0) + length;
  }
  const areWhole = chunks.every(({ value }) => value instanceof Int32Array);
  const make = (length: number) => (areWhole ? new Int32Array(length) : new Float64Array(length));
  const values = make(starts[groups] ?? 0);
  const places = starts.slice();
  // From the last to the first: what is taken from the end of a list moves nothing.
  for (let chunk = chunks.pop(); chunk !== undefined; chunk = chunks.pop()) place(chunk, places, values);
  const scratch = make(longest);
  for (let group = 0; group < groups; group += 1) {
    sortNumbers(values.subarray(starts[group], starts[group + 1]), scratch);
  }
  return { starts, values };
}

// Loops of their own: what follows them in a longer function makes V8 give up what it has optimised.

function countEach(groups: ValueChunk['group'], counts: Int32Array): void {
  for (let index = 0; index < groups.length; index += 1) {
    const next = (groups[index] ?? 0) + 1;
    counts[next] = (counts[next] ?? 0) + 1;
  }
}

function place({ group, value }: ValueChunk, places: Int32Array, values: Grouped['values']): void {
  for (let index = 0; index < group.length; index += 1) {
    const own = group[index] ?? 0;
    const at = places[own] ?? 0;
    values[at] = value[index] ?? 0;
    places[own] = at + 1;
  }
}
