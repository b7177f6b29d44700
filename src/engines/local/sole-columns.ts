import type { SourcePlan } from '../../model/plan.ts';

/** The source reduced to the columns that say how far it goes: nothing else is decoded. */
export function soleColumns(source: SourcePlan): SourcePlan {
  const kept = [...new Set([...source.events, ...source.beginnings])];
  const renumber = (columns: readonly number[]): number[] => columns.map((column) => kept.indexOf(column));
  return {
    ...source,
    columns: kept.flatMap((index) => source.columns[index] ?? []),
    events: renumber(source.events),
    beginnings: renumber(source.beginnings),
    channels: [],
  };
}
