import type { CellFormat } from '../../model/column.ts';
import type { Channel } from '../../model/declaration.ts';
import type { MeasureKind } from '../../model/measure.ts';
import type { Examination } from '../examination.ts';
import { type FollowedCell, type FollowedChannel, followed } from '../followed.ts';
import { type IsWanted, wantedIn } from './identity.ts';
import type { RecordBlindSpot } from './record.ts';

/** Of what adds up over all occasions, and of different values, none alone is kept or missed. */
const WITHOUT_OUTCOME: ReadonlySet<MeasureKind> = new Set<MeasureKind>(['sum', 'distinct']);

/** A channel on which a person can be followed, with the promises that have outcomes there. */
export interface Followable extends Omit<FollowedChannel, 'cells'> {
  readonly cells: readonly FollowedCell[];
  /** The column that names customers, and how its cells are read. */
  readonly customer: string;
  readonly customerCell: CellFormat;
  readonly isWanted: IsWanted;
}

interface Followables {
  readonly channels: readonly Followable[];
  readonly blindSpots: readonly RecordBlindSpot[];
}

/** Where the person of this id can be followed, and where not. */
export function followables(examination: Examination, id: string): Followables {
  const all = followed(examination).map((one) => ({ ...one, cells: one.cells.filter(hasOutcomes) }));
  const found = all.map((one) => ({ one, known: identified(one, examination, id) }));
  const unnamed = found.flatMap(({ one, known }): RecordBlindSpot[] =>
    typeof known === 'string' && one.cells.length > 0
      ? [{ channel: one.channel.name, reason: known, promises: promisesOf(one.cells.map(({ promise }) => promise.id)) }]
      : [],
  );
  const channels = found.flatMap(({ known }) => (typeof known === 'string' || known.cells.length === 0 ? [] : [known]));
  return { channels, blindSpots: inOrder([...unnamed, ...unmeasured(examination)], examination.whole.channels) };
}

function hasOutcomes({ pledge }: FollowedCell): boolean {
  return pledge.measure !== null && !WITHOUT_OUTCOME.has(pledge.measure.kind);
}

/** The channel with whom to look for; or why nobody can be found there. */
function identified(one: FollowedChannel, { plan }: Examination, id: string): Followable | string {
  const { customer } = one.channel;
  const source = plan.sources.find(({ channels }) => channels.includes(one.plan));
  const column = one.plan.customer === null ? undefined : source?.columns[one.plan.customer];
  if (customer === null || column === undefined) return 'names no customer';
  const isWanted = wantedIn(column, id);
  return isWanted === null ? 'reads this id as blank' : { ...one, customer, customerCell: column.cell, isWanted };
}

/** Channels that the promise file declares and no export tells of. */
function unmeasured({ declaration, whole }: Examination): readonly RecordBlindSpot[] {
  const channels = new Map(whole.channels.map((channel) => [channel.name, channel]));
  const silent = declaration.promises.flatMap(({ id, channels: pledges }) =>
    pledges.flatMap(({ channel, measure }) => (measure === null ? [{ promise: id, channel }] : [])),
  );
  return [...new Set(silent.map(({ channel }) => channel))].map((channel) => ({
    channel,
    reason: channels.get(channel)?.note ?? (channels.get(channel)?.source === null ? 'no source' : 'not measured'),
    promises: promisesOf(silent.filter((one) => one.channel === channel).map(({ promise }) => promise)),
  }));
}

const promisesOf = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

function inOrder(spots: readonly RecordBlindSpot[], channels: readonly Channel[]): readonly RecordBlindSpot[] {
  return channels.flatMap(({ name }) => spots.filter(({ channel }) => channel === name));
}
