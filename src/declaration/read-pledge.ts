import { diagnose } from '../diagnostics/catalog.ts';
import type { Condition } from '../model/condition.ts';
import type { Pledge } from '../model/declaration.ts';
import type { Measure } from '../model/measure.ts';
import type { Path } from '../model/raw.ts';
import { readCondition } from '../vocabulary/conditions/index.ts';
import { measureKeys, ratioChannels } from '../vocabulary/measures/index.ts';
import { type Draft, isMap, type Settled } from '../vocabulary/reading.ts';
import { grains } from '../vocabulary/time/last.ts';
import { joined } from './conditions.ts';
import { type FoundMeasure, findMeasure, hasMisspeltMeasure } from './find-measure.ts';
import { checkIdleKeys } from './idle-keys.ts';
import { readLevels } from './levels.ts';
import { numberAt, textAt, wordAt } from './literals.ts';
import { checkOpenDays } from './open-days.ts';
import { OVER_ZERO, readAct, readEvery, readMinCases, readRemedy, readWaiver } from './promise-keys.ts';
import type { ChannelDraft } from './read-channel.ts';
import type { PromiseContext } from './read-promise.ts';
import type { Source } from './source.ts';
import { readTarget, unitHint } from './target.ts';
import { checkUnit } from './unit-of-measure.ts';

export interface PledgeDraft {
  readonly channel: string;
  /** null where something in it is wrong; that is reported. */
  finish(settled: Settled): Pledge | null;
}

/** One promise on one channel: what the channel of it says, else what the promise says of all. */
export function readPledge(
  promise: Path,
  at: Path,
  channel: ChannelDraft,
  { source, period, channels }: PromiseContext,
): PledgeDraft {
  const own = isMap(source.raw(at)) ? at : null;
  const pathOf = (key: string): Path => effective(key, promise, own, source);
  const found = findMeasure(promise, own, source);
  const names = { promise: String(promise.at(-1)), channel: channel.name };
  const here = source.at(at, 'key');

  const isMisspelt = [promise, own].some((path) => path !== null && hasMisspeltMeasure(path, source));
  if (found === null && channel.measured && !isMisspelt) {
    source.report(diagnose('no-measure', { ...names, known: measureKeys }, here));
  }
  const definition = found?.definition ?? null;
  if (definition !== null) checkIdleKeys(definition, channel.name, pathOf, source);
  const targetPath = pathOf('target');
  const target = readTarget(source, targetPath, definition);
  if (source.raw(targetPath) === undefined) source.report(diagnose('no-target', names, here));
  const levels = target === null ? null : readLevels(pathOf, target, definition, channel.name, source);

  let measure: Draft<Measure<string>> = () => null;
  const where: Draft<Condition<string>>[] = [];
  const every = readEvery(source, pathOf('every'));
  if (channel.measured) {
    if (found !== null) {
      const raw = source.raw(found.path) ?? null;
      measure = found.definition.read(raw, found.path, channel.reading, target?.unit ?? unitHint(source, targetPath));
    }
    const counted = countedOn(found, channel, channels, source);
    for (const path of wherePaths(promise, own, source)) {
      where.push(readCondition(source.raw(path) ?? null, path, channel.reading, 'where'));
      if (counted.length === 0 || counted.includes(channel)) continue;
      const args = { channel: channel.name, parts: counted.map(({ name }) => name) };
      source.report(diagnose('where-of-ratio', args, source.at(path, 'key')));
    }
    for (const { text, path } of every.flat()) for (const one of counted) one.addSegment(text, path);
  }
  const minCases = readMinCases(source, pathOf('min_cases')) ?? 1;
  const rest = {
    minCases,
    silenceIsFine: minCases === 0,
    weight: own === null ? 1 : (numberAt(source, [...own, 'weight'], OVER_ZERO) ?? 1),
    every: every.map((crossed) => crossed.map(({ text }) => text)),
    period: wordAt(source, pathOf('period'), grains) ?? period,
    judge: wordAt(source, pathOf('judge'), ['value', 'interval']) ?? 'value',
    waived: readWaiver(source, pathOf('waived')),
    remedy: readRemedy(source, pathOf('remedy')),
    act: readAct(source, pathOf('act')),
    owner: textAt(source, pathOf('owner')),
  };
  const measurePosition = found === null ? here : source.at(found.path, 'key');
  return {
    channel: channel.name,
    finish: (settled) => {
      const read = measure(settled);
      const condition = joined(where, settled);
      if (target === null || levels === null) return null;
      if (read !== null) {
        checkUnit(read, target, targetPath, settled, source);
        checkOpenDays(read, target, pathOf, settled, source);
      }
      return {
        channel: channel.name,
        position: here,
        measure: read,
        measurePosition,
        where: condition,
        target,
        ...levels,
        ...rest,
      };
    },
  };
}

/** Where a key's value stands: on the channel of the promise, which may take the promise's away, else on the promise. */
function effective(key: string, promise: Path, own: Path | null, source: Source): Path {
  const general = [...promise, key];
  if (own === null) return general;
  const special = [...own, key];
  const raw = source.raw(special);
  if (raw === undefined) return general;
  if (raw === null && source.raw(general) === undefined) {
    const args = { key, expected: 'a value; an empty one takes away what the promise says', example: `${key}: ...` };
    source.report(diagnose('empty-value', args, source.at(special)));
  }
  return raw === null ? [...special, '(none)'] : special;
}

/** Channels with a source whose rows are taken: the promise's own, or those of both parts of a ratio. */
function countedOn(
  found: FoundMeasure | null,
  own: ChannelDraft,
  channels: PromiseContext['channels'],
  source: Source,
): readonly ChannelDraft[] {
  if (found?.definition.kind !== 'ratio') return [own];
  const names = ratioChannels(source.raw(found.path) ?? null, own.name);
  return names
    .map((name) => channels.get(name))
    .filter((channel) => channel !== undefined)
    .filter(({ measured }) => measured);
}

/** The promise's condition and the channel's of it hold together; an empty one on the channel takes the other away. */
function wherePaths(promise: Path, own: Path | null, source: Source): readonly Path[] {
  const paths = [[...promise, 'where']];
  if (own !== null) {
    const special = [...own, 'where'];
    if (source.raw(special) === null) {
      effective('where', promise, own, source);
      return [];
    }
    paths.push(special);
  }
  return paths.filter((path) => (source.raw(path) ?? null) !== null);
}
