import type { BrandPromise, Channel, Declaration, Pledge } from '../model/declaration.ts';
import type { IsoInstant } from '../model/report.ts';
import type { DayNumber, DayRange, Instant } from '../model/time.ts';
import { type Zone, zoneOf } from '../vocabulary/time/zone.ts';
import type { CellContext } from './cell.ts';
import type { Counted } from './counted.ts';
import type { Settled } from './settle/index.ts';
import { type Whole, wholeOf, withoutSource } from './whole.ts';

export interface CellInput {
  readonly promise: BrandPromise;
  readonly pledge: Pledge;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly counted: Counted;
  readonly declaration: Pick<Declaration, 'confidence' | 'timezone'>;
  /** Days of the report: of its window, else of the rows that entered. */
  readonly days: DayRange | null;
  readonly instantText: (instant: Instant, timezone: string) => IsoInstant;
}

/** One promise on one channel, settled, with all that its figures are judged by. */
export interface OpenCell {
  readonly settled: Settled;
  readonly context: CellContext;
  readonly page: Whole['page'];
  readonly zone: Zone;
}

/** Settles what was counted of a pledge; a text says why nothing was. */
export function openCell(input: CellInput): OpenCell | string {
  const { promise, pledge, channels, counted, declaration, days, instantText } = input;
  const { measure } = pledge;
  const channel = channels.get(pledge.channel);
  if (channel === undefined || channel.source === null) return channel?.note ?? 'no source';
  if (measure === null) return 'no measure';
  const whole = wholeOf(promise.id, pledge, measure, counted);
  if (whole === null) return withoutSource(measure, channels) ?? 'no measure';
  const { asOf } = counted.channels.get(pledge.channel) ?? whole.on;
  const zone = zoneOf(channel.timezone);
  const context: CellContext = {
    promise,
    pledge,
    measure,
    confidence: declaration.confidence,
    asOf,
    asOfDay: asOf === null ? null : zone.dayOf(asOf),
    asOfText: asOf === null ? null : instantText(asOf, declaration.timezone),
    // All cells share the days, so that their periods stand below each other; those of a ratio go on while either of
    // its channels has something to tell.
    days: whole.hasDays ? upTo(days, lastDay([asOf, whole.on.asOf, whole.base.asOf], zone)) : null,
    segments: channel.segments,
    derived: new Set(whole.on.plan.segments.filter(({ from }) => typeof from === 'string').map(({ name }) => name)),
    channelWhere: channel.where,
    rows: whole.base.tally.files,
    eventsAside: whole.eventsAside,
    eventsEntered:
      measure.kind === 'ratio' ? whole.on.tally.files.reduce((rows, { entered }) => rows + entered, 0) : null,
  };
  return { settled: whole.settle(asOf, zone), context, page: whole.page, zone };
}

function lastDay(moments: readonly (Instant | null)[], zone: Zone): DayNumber | null {
  const known = moments.filter((moment) => moment !== null);
  return known.length === 0 ? null : zone.dayOf(Math.max(...known));
}

/** Periods that lie after the data's moment have not begun. */
function upTo(days: DayRange | null, last: DayNumber | null): DayRange | null {
  if (days === null || last === null) return days;
  return last < days.from ? null : { from: days.from, to: Math.min(days.to, last) };
}
