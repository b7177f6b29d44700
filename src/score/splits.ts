import { BLOCKS } from './blocks.ts';
import type { JudgeContext } from './judge.ts';
import { type JudgedSegment, judgeSegments } from './segments.ts';
import type { Settled } from './settle/index.ts';

export interface SplitContext extends JudgeContext {
  /** Segments that the channel names. */
  readonly segments: readonly string[];
  /** Those of them that follow from when an occasion began: `hour`, `weekday`, `hour_of_week`. */
  readonly derived: ReadonlySet<string>;
}

/** One way to divide the occasions of a cell. */
export interface Split {
  readonly names: readonly string[];
  /** `every` asks that each of its values reaches the target. */
  readonly isPledged: boolean;
  /** Every value that it can have, where that is known without the data. */
  readonly blocks: readonly string[] | null;
  readonly segments: readonly JudgedSegment[];
}

/** Every split of a cell: by each segment of its channel, and by those that `every` crosses. */
export function splitsOf(settled: Settled, context: SplitContext): readonly Split[] {
  const { pledge, segments, derived } = context;
  const crossed = pledge.every.filter((names) => names.length > 1);
  return [...segments.map((name) => [name]), ...crossed].map((names) => {
    const [name = ''] = names;
    const isPledged = names.length > 1 || pledge.every.some((split) => split.length === 1 && split[0] === name);
    // Nobody came on a Sunday night: that the promise held there is not known, and `every` asks.
    const blocks = isPledged && names.length === 1 && derived.has(name) ? (BLOCKS.get(name) ?? null) : null;
    return { names, isPledged, blocks, segments: judgeSegments(settled, names, context, blocks) };
  });
}
