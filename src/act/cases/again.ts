import { IdTable } from '../../engines/local/id-table.ts';
import { CellState } from '../../model/batch.ts';
import { Fate } from '../../model/engine.ts';
import type { MeasureKind } from '../../model/measure.ts';
import { settle } from '../../score/settle/index.ts';
import { zoneOf } from '../../vocabulary/time/zone.ts';
import type { Examination } from '../examination.ts';
import type { FollowedCell, FollowedChannel } from '../followed.ts';
import { CustomerSet } from './customer-set.ts';

/** Standing of a customer whom a promise let down more than once, as in `OutcomeTally.customers`. */
const MORE_THAN_ONCE = 3;

/** Measures that ask nothing of a single occasion. */
const FORGIVING: ReadonlySet<MeasureKind> = new Set<MeasureKind>(['sum', 'distinct']);

/** For each cell of a channel the customers that it let down more than once; null: the channel names none. */
export type LetDownAgain = readonly CustomerSet[] | null;

/**
 * Who was let down more than once comes from what the audit counted; of measures that it counts no customers for, from
 * a reading of their own.
 */
export async function letDownAgain(channel: FollowedChannel, examination: Examination): Promise<LetDownAgain> {
  if (channel.plan.customer === null) return null;
  const counted = channel.cells.map((cell) => fromTally(channel, cell, examination));
  const rest = channel.cells.filter((_, index) => counted[index] === null);
  const read = rest.length === 0 ? [] : await fromOccasions({ ...channel, cells: rest }, examination);
  let next = 0;
  return counted.map((set) => {
    const own = set ?? read[next++];
    if (own === undefined) throw new TypeError('a cell without its customers');
    return own;
  });
}

function fromTally(
  channel: FollowedChannel,
  { pledge, cell }: FollowedCell,
  { result }: Examination,
): CustomerSet | null {
  const { plan, asOf } = channel;
  const tally = result.sources.flatMap(({ channels }) => channels).find((one) => one.channel === plan.name);
  const counts = tally?.cells[cell];
  const { measure } = pledge;
  if (measure !== null && FORGIVING.has(measure.kind)) return new CustomerSet(new Uint32Array(0), []);
  // Of what was not to happen, the tally counts those to whom it did not.
  if (measure?.kind !== 'kept_when' || tally?.identities == null || counts?.kind !== 'outcomes') return null;
  const { customers } = settle(counts, measure, tally.groups, asOf, zoneOf(plan.zone));
  const codes: number[] = [];
  for (const [code, standing] of (customers ?? new Uint8Array(0)).entries()) {
    if (standing === MORE_THAN_ONCE) codes.push(code);
  }
  return new CustomerSet(tally.identities, codes);
}

async function fromOccasions(channel: FollowedChannel, examination: Examination): Promise<readonly CustomerSet[]> {
  const met = channel.cells.map(() => ({ once: new IdTable(), again: new Set<number>() }));
  const { plan, asOf, cells } = channel;
  const { window, occasions } = examination;
  const selected = cells.map(({ cell, pledge }) => ({ cell, target: pledge.target }));
  for await (const batch of occasions({ channel: plan.name, window, asOf, cells: selected, shows: [] })) {
    const { customers } = batch;
    if (customers === null) continue;
    for (const [index, { once, again }] of met.entries()) {
      const fates = batch.cells[index]?.fates ?? new Uint8Array(0);
      for (let at = 0; at < fates.length; at += 1) {
        if (fates[at] !== Fate.MISSED || customers.states[at] !== CellState.VALUE) continue;
        const known = once.size;
        const code = once.code(customers.hashes, at * 4);
        if (code < known) again.add(code);
      }
    }
  }
  return met.map(({ once, again }) => new CustomerSet(once.hashes(), [...again]));
}
