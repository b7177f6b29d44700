import type { OpenCell } from '../../score/open-cell.ts';
import { CROSS, type JudgedSegment, judgeSegments } from '../../score/segments.ts';
import { everyGroup, type Settled } from '../../score/settle/index.ts';
import type { Figure } from '../../vocabulary/measures/sample.ts';
import { type Weight, type Yardstick, yardstickOf } from './yardstick.ts';

/** One value of a split, or several that are crossed, with what its occasions come to. */
export interface Part extends JudgedSegment {
  /** null where the measure has no unit in which parts add up. */
  readonly weight: Weight | null;
}

/** One way to divide the occasions of a cell; its parts hold each of them once. */
export interface Division {
  readonly by: string;
  readonly names: readonly string[];
  readonly kind: 'segment' | 'pair' | 'time';
  /** What the groups of its parts are groups of: divisions of the same one can be crossed. */
  readonly of: Settled;
  readonly parts: readonly Part[];
}

/** A cell with all its divisions. */
export interface Divided {
  readonly open: OpenCell;
  readonly yardstick: Yardstick | null;
  readonly whole: Weight | null;
  readonly divisions: readonly Division[];
}

/** Occasions by when they began: null where they bear no time, or nothing is asked of it. */
export interface Times {
  readonly of: Settled;
  /** Those of `hour`, `weekday` and `hour_of_week` that no column takes the name of. */
  readonly names: readonly string[];
}

/** By each segment, by each pair of those that are columns, and by when occasions began. */
export function divide(open: OpenCell, times: Times | null): Divided {
  const { settled, context } = open;
  const { measure, pledge, derived } = context;
  const { sample } = settled.cut(everyGroup(settled.keys));
  const yardstick = yardstickOf(measure, pledge.target, sample);
  // Of a ratio those that both channels name.
  const columns = [...new Set(context.segments)].filter(
    (name) => settled.keys.segments.includes(name) && !derived.has(name),
  );
  const pairs = columns.flatMap((one, index) => columns.slice(index + 1).map((other) => [one, other]));
  const division = (of: Settled, names: readonly string[], kind: Division['kind']): Division => ({
    by: names.join(CROSS),
    names,
    kind,
    of,
    parts: judgeSegments(of, names, context, null, isAnything).map((segment) => ({
      ...segment,
      weight: yardstick === null ? null : weigh(of, yardstick, segment.groups),
    })),
  });
  return {
    open,
    yardstick,
    whole: yardstick === null ? null : yardstick.weigh(sample),
    divisions: [
      ...columns.map((name) => division(settled, [name], 'segment')),
      ...pairs.map((names) => division(settled, names, 'pair')),
      ...(times === null ? [] : times.names.map((name) => division(times.of, [name], 'time')).filter(hasTimes)),
    ],
  };
}

/** A date has no hour: there is nothing to be divided by. */
const hasTimes = ({ of, parts }: Division): boolean =>
  parts.some(({ values, names }) => values[0] !== of.keys.labels[of.keys.segments.indexOf(names[0] ?? '')]?.[0]);

/** What is counted on one channel may have nothing to be held against on the other. */
const isAnything = ({ cases, pending, events }: Figure): boolean => cases + pending + (events ?? 0) > 0;

/** What some groups come to. */
export function weigh(of: Settled, yardstick: Yardstick, groups: Iterable<number>): Weight {
  return yardstick.weigh(of.cut(groups).sample);
}
