import type { Channel, Pledge } from '../model/declaration.ts';
import type { Measure } from '../model/measure.ts';
import type { CellPlan } from '../model/plan.ts';
import type { Instant } from '../model/time.ts';
import type { Zone } from '../vocabulary/time/zone.ts';
import { type Counted, type CountedCell, type CountedChannel, keyOf } from './counted.ts';
import { type Aside, everyGroup, type RatioSide, type Settled, setAside, settle, settleRatio } from './settle/index.ts';

/** What a cell is measured from, not settled yet. */
export interface Whole {
  /** The channel whose segments divide it. */
  readonly on: CountedChannel;
  /** The channel whose occasions are its cases. */
  readonly base: CountedChannel;
  readonly hasDays: boolean;
  /** Of a ratio, what was set aside of the occasions that it counts; else null. */
  readonly eventsAside: Aside | null;
  readonly settle: (asOf: Instant | null, zone: Zone) => Settled;
}

/** What was counted of a pledge; null where a part of it was not. */
export function wholeOf(promise: string, pledge: Pledge, measure: Measure<string>, { cells }: Counted): Whole | null {
  const part = (name: CellPlan['part']): CountedCell | undefined => cells.get(keyOf(promise, pledge.channel, name));
  if (measure.kind === 'ratio') return ratioOf(part('of'), part('to'), pledge);
  const counted = part(null);
  if (counted === undefined) return null;
  const { tally, on } = counted;
  const settled: Whole['settle'] = (asOf, zone) => settle(tally, measure, on.tally.groups, asOf, zone);
  return { on, base: on, hasDays: on.tally.days !== null, eventsAside: null, settle: settled };
}

function ratioOf(of: CountedCell | undefined, to: CountedCell | undefined, { period }: Pledge): Whole | null {
  if (of === undefined || to === undefined) return null;
  const [events, exposure] = [sideOf(of), sideOf(to)];
  return {
    on: of.on,
    base: to.on,
    // No complaint is 0, and that in every period.
    hasDays: of.on.tally.days !== null || to.on.tally.days !== null,
    eventsAside: setAside(events.tally, [...everyGroup(events.keys)]),
    settle: () => settleRatio(events, exposure, period),
  };
}

function sideOf({ tally, on }: CountedCell): RatioSide {
  if (tally.kind !== 'outcomes') throw new TypeError(`a part of a ratio is counted as ${tally.kind}`);
  return { tally, keys: on.tally.groups };
}

/** Why a part of a ratio was not counted; null where that is not for want of a source. */
export function withoutSource(measure: Measure<string>, channels: ReadonlyMap<string, Channel>): string | null {
  if (measure.kind !== 'ratio') return null;
  const [name] = [measure.of.channel, measure.to.channel].filter((one) => (channels.get(one)?.source ?? null) === null);
  return name === undefined ? null : `${name}: ${channels.get(name)?.note ?? 'no source'}`;
}
