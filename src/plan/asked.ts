import type { Condition } from '../model/condition.ts';
import type { Channel, ColumnName, Declaration, Pledge } from '../model/declaration.ts';
import type { Measure, RatioPart } from '../model/measure.ts';
import type { CellPlan } from '../model/plan.ts';
import type { PeriodGrain } from '../model/time.ts';

/** What a promise asks of one channel: its measure, or one part of a ratio, which may be judged on another channel. */
export interface Asked {
  readonly promise: string;
  /** The channel that the promise is judged on. */
  readonly channel: string;
  readonly part: CellPlan['part'];
  readonly measure: Measure<ColumnName>;
  readonly where: Condition<ColumnName> | null;
  readonly period: PeriodGrain;
}

/** A channel with a source, and all that is asked of it. */
export interface Measured {
  readonly channel: Channel;
  readonly asked: readonly Asked[];
}

/** Those of the channels that have a source and that some of the promises ask something of, in their order. */
export function measuredChannels(channels: readonly Channel[], promises: Declaration['promises']): readonly Measured[] {
  const asked = promises.flatMap(({ id, channels: pledges }) => pledges.flatMap((pledge) => askedBy(id, pledge)));
  return channels
    .filter(({ source }) => source !== null)
    .map((channel) => ({
      channel,
      asked: asked.flatMap(({ on, ...one }) => (on === channel.name ? [one] : [])),
    }))
    .filter((measured) => measured.asked.length > 0);
}

/** `on` is the channel whose rows are counted. */
function askedBy(promise: string, pledge: Pledge): readonly (Asked & { readonly on: string })[] {
  const { channel, measure, where, period } = pledge;
  if (measure === null) return [];
  if (measure.kind !== 'ratio') return [{ on: channel, promise, channel, part: null, measure, where, period }];
  const counted = (part: 'of' | 'to', { channel: on, where: own }: RatioPart<ColumnName>) => {
    const wheres = [own, on === channel ? where : null].filter((one) => one !== null);
    return { on, promise, channel, part, measure: EVERY_ROW, where: joined(wheres), period };
  };
  return [counted('of', measure.of), counted('to', measure.to)];
}

/** A condition that holds on every row. */
const EVERY_ROW: Measure<never> = { kind: 'count', condition: { kind: 'all', of: [] } };

function joined(conditions: readonly Condition<ColumnName>[]): Condition<ColumnName> | null {
  const [first, ...more] = conditions;
  if (first === undefined) return null;
  return more.length === 0 ? first : { kind: 'all', of: conditions };
}
