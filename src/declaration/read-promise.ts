import { diagnose } from '../diagnostics/catalog.ts';
import type { BrandPromise } from '../model/declaration.ts';
import type { Path } from '../model/raw.ts';
import type { PeriodGrain } from '../model/time.ts';
import { isList, isMap, type Settled } from '../vocabulary/reading.ts';
import { lastKey } from './last-key.ts';
import { filledAt, numberAt } from './literals.ts';
import { OVER_ZERO, readAct, readRemedy } from './promise-keys.ts';
import type { ChannelDraft } from './read-channel.ts';
import { type PledgeDraft, readPledge } from './read-pledge.ts';
import type { Source } from './source.ts';

export interface PromiseDraft {
  readonly pledges: readonly PledgeDraft[];
  /** null where something in it is wrong; that is reported. */
  finish(settledOf: (channel: string) => Settled): BrandPromise | null;
}

/** What promises are read with: the channels of the file, and its default period. */
export interface PromiseContext {
  readonly channels: ReadonlyMap<string, ChannelDraft>;
  readonly period: PeriodGrain;
  readonly source: Source;
}

export function readPromise(id: string, context: PromiseContext): PromiseDraft {
  const { source } = context;
  const path: Path = ['promises', id];
  const pathOf = (key: string): Path => [...path, key];
  const says = filledAt(source, pathOf('says'), 'the promise in words', 'says: We answer within four working hours.');
  const owner = filledAt(source, pathOf('owner'), 'who answers for it', 'owner: Customer Care');
  const weight = numberAt(source, pathOf('weight'), OVER_ZERO) ?? 1;
  const act = readAct(source, pathOf('act'));
  const remedy = readRemedy(source, pathOf('remedy'));
  const pledges = places(path, context).map(({ channel, at }) => readPledge(path, at, channel, context));
  return {
    pledges,
    finish: (settledOf) => {
      const channels = pledges.map((pledge) => pledge.finish(settledOf(pledge.channel)));
      if (says === null || channels.includes(null)) return null;
      const read = channels.filter((pledge) => pledge !== null);
      return { id, position: source.at(path, 'key'), says, owner, weight, act, remedy, channels: read };
    },
  };
}

/** Channels that a promise names, each known and named once, with the path of its name. */
function places(promise: Path, { channels, source }: PromiseContext): { channel: ChannelDraft; at: Path }[] {
  const path = [...promise, 'channels'];
  const raw = source.raw(path);
  const named: { name: string; at: Path }[] = [];
  if (isList(raw)) {
    for (const [index, name] of raw.entries())
      if (typeof name === 'string') named.push({ name: name.trim(), at: [...path, index] });
  } else if (isMap(raw)) {
    for (const name of Object.keys(raw)) if (name !== '__proto__') named.push({ name, at: [...path, name] });
  } else return [];
  if ((isList(raw) ? raw.length : Object.keys(raw).length) === 0) {
    const args = { key: lastKey(path), expected: 'at least one channel', example: 'channels: [email]' };
    source.report(diagnose('empty-value', args, source.at(path)));
  }
  const known = [...channels.keys()];
  const seen = new Map<string, Path>();
  return named.flatMap(({ name, at }) => {
    const channel = channels.get(name);
    const first = seen.get(name);
    seen.set(name, first ?? at);
    if (first !== undefined)
      source.report(
        diagnose('channel-twice', { channel: name, first: source.at(first, 'key').line }, source.at(at, 'key')),
      );
    else if (channel !== undefined) return [{ channel, at }];
    else if (source.raw(['channels', name]) === undefined && isMap(source.raw(['channels'])))
      source.report(
        diagnose(
          'unknown-channel',
          { channel: name, known, nearest: source.nearest(name, known) },
          source.at(at, 'key'),
        ),
      );
    return [];
  });
}
