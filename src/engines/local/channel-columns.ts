import type { ChannelPlan } from '../../model/plan.ts';
import { columnsOf } from '../../vocabulary/conditions/index.ts';
import { measureColumns } from '../../vocabulary/measures/index.ts';

/** Every column that counting a channel reads. */
export function channelColumns(channel: ChannelPlan): ReadonlySet<number> {
  const { at, case: caseColumn, updated, customer, where, segments, cells } = channel;
  const own = [at, caseColumn, updated, customer].filter((column) => column !== null);
  const conditions = [where, ...cells.map((cell) => cell.where)].filter((condition) => condition !== null);
  return new Set([
    ...own,
    ...conditions.flatMap((condition) => columnsOf(condition)),
    ...segments.flatMap(({ from }) => (typeof from === 'number' ? [from] : [])),
    ...cells.flatMap(({ measure }) => measureColumns(measure)),
  ]);
}
