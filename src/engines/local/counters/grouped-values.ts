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
  for (const { group } of chunks) {
    for (let index = 0; index < group.length; index += 1) {
      const next = (group[index] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
  }
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
  for (let chunk = chunks.pop(); chunk !== undefined; chunk = chunks.pop()) {
    const { group, value } = chunk;
    for (let index = 0; index < group.length; index += 1) {
      const own = group[index] ?? 0;
      const place = places[own] ?? 0;
      values[place] = value[index] ?? 0;
      places[own] = place + 1;
    }
  }
  const scratch = make(longest);
  for (let group = 0; group < groups; group += 1) {
    sortNumbers(values.subarray(starts[group], starts[group + 1]), scratch);
  }
  return { starts, values };
}
