import { expect } from 'vitest';
import type { Examination } from '../../src/act/examination.ts';
import { CellState } from '../../src/model/batch.ts';
import { Fate } from '../../src/model/engine.ts';
import type { ChannelPlan } from '../../src/model/plan.ts';
import type { ChannelTally } from '../../src/model/tally.ts';
import type { Target } from '../../src/model/target.ts';
import { everyGroup, settle } from '../../src/score/settle/index.ts';
import { zoneOf } from '../../src/vocabulary/time/zone.ts';

export type Examined = Pick<Examination, 'plan' | 'window' | 'result' | 'moments' | 'occasions'>;

/** What the occasions of a channel were told to be: of each cell how many of each fate, and customers by their misses. */
interface Found {
  readonly fates: readonly (readonly number[])[];
  /** By hash: 1 never let down, 2 once, 3 more often. */
  readonly standing: readonly ReadonlyMap<string, number>[];
  readonly customers: ReadonlySet<string>;
  readonly unplaced: number;
  readonly rows: number;
}

const FATES = Object.keys(Fate).length;

/** Holds every cell of every channel, occasion by occasion, against what the tally settles to. */
export async function expectAgreement(examined: Examined, targetOf: (promise: string) => Target): Promise<void> {
  const { plan, result, moments } = examined;
  for (const [index, source] of plan.sources.entries()) {
    for (const [place, channel] of source.channels.entries()) {
      const tally = result.sources[index]?.channels[place];
      if (tally === undefined) throw new Error('no tally');
      const asOf = moments[index] ?? null;
      const found = await told(examined, channel, asOf, targetOf);
      for (const [cell, own] of channel.cells.entries()) {
        const message = `${own.promise} on ${own.channel} ${own.part ?? ''} ${channel.repeats}`;
        expect(countsOf(found.fates[cell] ?? [], own.measure.kind), message).toEqual(
          settledCounts(tally, cell, channel, asOf, targetOf(own.promise)),
        );
      }
      expectRows(tally, channel, found);
      expectCustomers(tally, channel, found, asOf);
    }
  }
}

async function told(
  { window, occasions }: Examined,
  channel: ChannelPlan,
  asOf: number | null,
  targetOf: (promise: string) => Target,
): Promise<Found> {
  const cells = channel.cells.map(({ promise }, cell) => ({ cell, target: targetOf(promise) }));
  const fates = cells.map(() => Array.from({ length: FATES }, () => 0));
  const standing = cells.map(() => new Map<string, number>());
  const customers = new Set<string>();
  let unplaced = 0;
  let count = 0;
  let last = -1;
  for await (const given of occasions({ channel: channel.name, window, asOf, cells, shows: [] })) {
    const { batch } = given;
    unplaced += given.unplaced.length + batch.broken.reduce((sum, { lines }) => sum + lines, 0);
    count += given.rows.length;
    for (const [at, row] of given.rows.entries()) {
      const line = batch.file * 1e9 + (batch.lines[row] ?? 0);
      expect(line).toBeGreaterThan(last);
      last = line;
      const isNamed = given.customers?.states[at] === CellState.VALUE;
      const name = isNamed ? (given.customers?.hashes.slice(at * 4, at * 4 + 4).join() ?? '') : null;
      if (name !== null) customers.add(name);
      for (const [cell, { fates: own, beyond }] of given.cells.entries()) {
        const fate = own[at] ?? -1;
        const counts = fates[cell];
        if (counts !== undefined) counts[fate] = (counts[fate] ?? 0) + 1;
        if (fate !== Fate.MISSED && fate !== Fate.PENDING) expect(beyond[at]).toBeNaN();
        if (name === null || (fate !== Fate.KEPT && fate !== Fate.MISSED)) continue;
        const before = standing[cell]?.get(name) ?? 0;
        standing[cell]?.set(name, fate === Fate.MISSED ? (before < 2 ? 2 : 3) : Math.max(1, before));
      }
    }
  }
  return { fates, standing, customers, unplaced, rows: count };
}

interface Counts {
  readonly kept: number;
  readonly missed: number;
  readonly pending: number;
  readonly excluded: number;
  readonly unreadable: number;
  readonly filtered: number;
}

/** Of a level kept, missed and pending together, for the tally knows of no outcomes there. */
function countsOf(fates: readonly number[], kind: string): Counts {
  const of = (fate: number): number => fates[fate] ?? 0;
  const isOutcome = kind === 'kept_when' || kind === 'count' || kind === 'rate';
  const [kept, missed, pending] = [of(Fate.KEPT), of(Fate.MISSED), of(Fate.PENDING)];
  return {
    ...(isOutcome ? { kept, missed, pending } : { kept: kept + missed + pending, missed: 0, pending: 0 }),
    // What the export has counted itself is excluded by what it counts, not by rows: of them it is what is left.
    excluded: kind === 'tally' ? 0 : of(Fate.EXCLUDED),
    unreadable: of(Fate.UNREADABLE),
    filtered: of(Fate.FILTERED),
  };
}

function settledCounts(
  tally: ChannelTally,
  index: number,
  channel: ChannelPlan,
  asOf: number | null,
  target: Target,
): Counts {
  const [cell, own] = [tally.cells[index], channel.cells[index]];
  if (cell === undefined || own === undefined) throw new Error('no cell');
  const { measure } = own;
  // Settling asks for the calendar of the measure alone.
  const calendar = 'operand' in measure && measure.operand.kind === 'elapsed' ? measure.operand.calendar : null;
  const operand = { kind: 'elapsed', from: '', to: '', calendar, minus: null } as const;
  const settled = settle(cell, { kind: 'mean', operand }, tally.groups, asOf, zoneOf(channel.zone));
  const { sample, excluded, unreadable, filtered } = settled.cut(everyGroup(tally.groups));
  const aside = { missed: 0, pending: 0, excluded, unreadable, filtered };
  switch (sample.kind) {
    case 'outcomes': {
      const isBad = measure.kind !== 'kept_when' && target.op === '<=';
      const [kept, missed] = isBad ? [sample.missed, sample.kept] : [sample.kept, sample.missed];
      return { ...aside, kept, missed, pending: sample.pending };
    }
    case 'values':
      return { ...aside, kept: sample.values.length + sample.open.length };
    case 'moments':
      return { ...aside, kept: sample.moments.count + sample.open.length };
    case 'counts':
      return { ...aside, kept: sample.rows, excluded: 0 };
    case 'ids':
      return { ...aside, kept: sample.rows };
    default:
      throw new Error('a ratio has no cell of its own');
  }
}

function expectRows({ files }: ChannelTally, { repeats }: ChannelPlan, { rows, unplaced }: Found): void {
  const total = (part: 'entered' | 'unreadable' | 'repeated'): number =>
    files.reduce((sum, file) => sum + file[part], 0);
  expect(unplaced).toBe(total('unreadable'));
  expect(rows).toBe(total('entered') + (repeats === 'all' ? total('repeated') : 0));
}

function expectCustomers(tally: ChannelTally, channel: ChannelPlan, found: Found, asOf: number | null): void {
  const { identities } = tally;
  if (identities === null) return;
  const names = Array.from({ length: tally.customers }, (_, code) => identities.slice(code * 4, code * 4 + 4).join());
  // Of a case the first customer counts, and a case that takes no part still has one.
  if (channel.repeats === 'all') expect(new Set(names)).toEqual(new Set([...names, ...found.customers]));
  else expect(found.customers).toEqual(new Set(names));
  for (const [cell, { measure }] of channel.cells.entries()) {
    const own = tally.cells[cell];
    if (measure.kind !== 'kept_when' || own === undefined) continue;
    const settled = settle(own, { kind: 'nps', column: '' }, tally.groups, asOf, zoneOf(channel.zone));
    const expected = names.map((name, code) => [name, settled.customers?.[code] ?? 0] as const);
    expect(found.standing[cell]).toEqual(new Map(expected.filter(([, standing]) => standing > 0)));
  }
}
