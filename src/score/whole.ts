import type { Channel, Pledge } from '../model/declaration.ts';
import type { Measure } from '../model/measure.ts';
import type { CellPlan } from '../model/plan.ts';
import type { CellTally, GroupKeys, PageTally } from '../model/tally.ts';
import type { Instant, PeriodGrain } from '../model/time.ts';
import type { Zone } from '../vocabulary/time/zone.ts';
import { type Counted, type CountedCell, type CountedChannel, keyOf } from './counted.ts';
import { type CountsCustomers, customersOf } from './page/customers.ts';
import { HOURS } from './page/hours.ts';
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
  /** What a page shows beside the report; null: none is asked for. */
  readonly page: WholePage | null;
}

export interface WholePage {
  /** By the hour of the week, as a segment of that kind would divide it; null: not all of it bears a time. */
  readonly hours: Whole['settle'] | null;
  /** null: the channel whose occasions are the cases names none, or not one for each of them. */
  readonly customers: CountsCustomers | null;
}

/** What was counted of a pledge; null where a part of it was not. */
export function wholeOf(promise: string, pledge: Pledge, measure: Measure<string>, { cells }: Counted): Whole | null {
  const part = (name: CellPlan['part']): CountedCell | undefined => cells.get(keyOf(promise, pledge.channel, name));
  if (measure.kind === 'ratio') return ratioOf(part('of'), part('to'), pledge);
  const counted = part(null);
  if (counted === undefined) return null;
  const { tally, page, on } = counted;
  const settled =
    (own: CellTally, keys: GroupKeys): Whole['settle'] =>
    (asOf, zone) =>
      settle(own, measure, keys, asOf, zone);
  return {
    on,
    base: on,
    hasDays: on.tally.days !== null,
    eventsAside: null,
    settle: settled(tally, on.tally.groups),
    page: page && {
      hours: page.hours && settled(page.hours, HOURS),
      customers: customersOf(counted, 0),
    },
  };
}

function ratioOf(of: CountedCell | undefined, to: CountedCell | undefined, { period }: Pledge): Whole | null {
  if (of === undefined || to === undefined) return null;
  const [events, exposure] = [sideOf(of.tally, of.on.tally.groups), sideOf(to.tally, to.on.tally.groups)];
  return {
    on: of.on,
    base: to.on,
    // No complaint is 0, and that in every period.
    hasDays: of.on.tally.days !== null || to.on.tally.days !== null,
    eventsAside: setAside(events.tally, [...everyGroup(events.keys)]),
    settle: () => settleRatio(events, exposure, period),
    page: of.page &&
      to.page && {
        hours: hoursOfRatio(of.page, to.page, period),
        customers: customersOf(to, events.keys.count),
      },
  };
}

function hoursOfRatio(of: PageTally, to: PageTally, period: PeriodGrain): Whole['settle'] | null {
  if (of.hours === null || to.hours === null) return null;
  const [events, exposure] = [sideOf(of.hours, HOURS), sideOf(to.hours, HOURS)];
  return () => settleRatio(events, exposure, period);
}

function sideOf(tally: CellTally, keys: GroupKeys): RatioSide {
  if (tally.kind !== 'outcomes') throw new TypeError(`a part of a ratio is counted as ${tally.kind}`);
  return { tally, keys };
}

/** Why a part of a ratio was not counted; null where that is not for want of a source. */
export function withoutSource(measure: Measure<string>, channels: ReadonlyMap<string, Channel>): string | null {
  if (measure.kind !== 'ratio') return null;
  const [name] = [measure.of.channel, measure.to.channel].filter((one) => (channels.get(one)?.source ?? null) === null);
  return name === undefined ? null : `${name}: ${channels.get(name)?.note ?? 'no source'}`;
}
