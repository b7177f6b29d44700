import { SegmentReader } from '../../engines/local/segment-reader.ts';
import { CellState } from '../../model/batch.ts';
import type { OccasionBatch } from '../../model/engine.ts';
import type { ChannelPlan, Plan, SegmentPlan } from '../../model/plan.ts';
import { folded } from '../../vocabulary/conditions/index.ts';
import { prepareCell } from '../../vocabulary/types/cell.ts';
import type { AskedSegment } from './case.ts';
import { BLANK, segmentOf, wantedOf } from './segments.ts';

/** Does an occasion, by its index, lie in a segment? */
type IsIn = (occasions: OccasionBatch, occasion: number) => boolean;

/**
 * Says which occasions lie in all segments that are asked for, as the report labels them.
 *
 * @param indexOf - where the cells of a column are among those shown
 * @throws TypeError for a segment that the channel does not have.
 */
export function segmentFilter(
  channel: ChannelPlan,
  asked: readonly AskedSegment[],
  { sources }: Plan,
  indexOf: (column: string) => number | null,
): IsIn | null {
  if (asked.length === 0) return null;
  const columns = sources.find(({ channels }) => channels.includes(channel))?.columns ?? [];
  const parts = asked.map(({ name, value }): IsIn => {
    const segment = segmentOf(channel, name);
    if (segment === null) throw new TypeError(`channel ${channel.name} has no segment ${name}`);
    const wanted = wantedOf(segment, value);
    if (typeof segment.from !== 'number') return derivedIn(channel, segment, wanted);
    const index = indexOf(segment.name);
    const format = columns[segment.from]?.cell;
    if (index === null || format === undefined) throw new TypeError(`the cells of segment ${name} are not shown`);
    const prepare = prepareCell(format);
    return ({ rows, shows }, occasion) => {
      const row = rows[occasion] ?? 0;
      const label = prepare(shows[index]?.text(row) ?? '');
      return wanted.has(folded(label === '' ? BLANK : label));
    };
  });
  return (occasions, occasion) => parts.every((isIn) => isIn(occasions, occasion));
}

function derivedIn(channel: ChannelPlan, segment: SegmentPlan, wanted: ReadonlySet<string>): IsIn {
  const reader = new SegmentReader(segment, channel.zone);
  return ({ began }, occasion) => {
    if (began === null) return false;
    const code = reader.derived(began.values[occasion] ?? Number.NaN, began.states[occasion] ?? CellState.BLANK);
    return wanted.has(folded(reader.labels.shown[code ?? 0] ?? BLANK));
  };
}
