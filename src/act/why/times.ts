import type { Channel } from '../../model/declaration.ts';
import type { GroupKeys } from '../../model/tally.ts';
import { BLOCKS } from '../../score/blocks.ts';
import type { OpenCell } from '../../score/open-cell.ts';
import { everyGroup, type Settled } from '../../score/settle/index.ts';
import type { Times } from './divide.ts';

/** Segments that follow from when an occasion began. */
export const TIMES = ['hour', 'weekday', 'hour_of_week'] as const;

/** Those that a channel can be divided by: a column of that name goes first. */
export function timesOf({ at, columns }: Channel): readonly string[] {
  return at === null ? [] : TIMES.filter((name) => !columns.has(name));
}

/** The hours of the week as groups, with the hour and the weekday of each. */
const WEEK: GroupKeys = weekKeys();

function weekKeys(): GroupKeys {
  const blocks = BLOCKS.get('hour_of_week') ?? [];
  const labels = TIMES.map((name) => ['(blank)', ...(BLOCKS.get(name) ?? [])]);
  const parts = blocks.map((block) => [block.slice(4), block.slice(0, 3), block]);
  const codes = labels.map((own, at) => Int32Array.from(parts, (part) => own.indexOf(part[at] ?? '')));
  return { grains: [], segments: TIMES, labels, count: blocks.length, periods: [], codes };
}

/**
 * The occasions of a cell by the hour of the week, counted beside its segments and not crossed with them: 168 groups,
 * however many rows. null: not all of them have an hour, as a date has none.
 */
export function countedTimes({ settled, context, page, zone }: OpenCell, names: readonly string[]): Times | null {
  const hours = page?.hours ?? null;
  if (hours === null || names.length === 0) return null;
  const of: Settled = { ...hours(context.asOf, zone), keys: WEEK };
  return sizeOf(of) === sizeOf(settled) ? { of, names } : null;
}

/** Occasions, whatever became of them. */
function sizeOf(settled: Settled): number {
  const { sample, excluded, unreadable, filtered } = settled.cut(everyGroup(settled.keys));
  return decided(sample) + excluded + unreadable + filtered;
}

function decided(sample: ReturnType<Settled['cut']>['sample']): number {
  switch (sample.kind) {
    case 'outcomes':
      return sample.kept + sample.missed + sample.pending;
    case 'values':
      return sample.values.length + sample.open.length;
    case 'moments':
      return sample.moments.count + sample.open.length;
    case 'counts':
      return sample.of + sample.left;
    case 'ids':
      return sample.rows;
    case 'ratio':
      return sample.exposure;
  }
}
