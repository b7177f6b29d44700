import { diagnose } from '../diagnostics/catalog.ts';
import type { Condition } from '../model/condition.ts';
import type { Pledge } from '../model/declaration.ts';
import type { Measure } from '../model/measure.ts';
import type { Path } from '../model/raw.ts';
import { readCondition } from '../vocabulary/conditions/index.ts';
import { type AnyMeasure, measureKeys, measures } from '../vocabulary/measures/index.ts';
import { type Draft, isMap, type Settled } from '../vocabulary/reading.ts';
import { grains } from '../vocabulary/time/last.ts';
import { joined } from './conditions.ts';
import { readLevels } from './levels.ts';
import { numberAt, textAt, wordAt } from './literals.ts';
import { placeName } from './place-name.ts';
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
  { source, period }: PromiseContext,
): PledgeDraft {
  const own = isMap(source.raw(at)) ? at : null;
  const pathOf = (key: string): Path => effective(key, promise, own, source);
  const found = findMeasure(promise, own, source);
  const names = { promise: String(promise.at(-1)), channel: channel.name };
  const here = source.at(at, 'key');

  if (found === null && channel.measured) {
    source.report(diagnose('no-measure', { ...names, known: measureKeys }, here));
  }
  const definition = found?.definition ?? null;
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
    for (const path of wherePaths(promise, own, source))
      where.push(readCondition(source.raw(path) ?? null, path, channel.reading, 'where'));
    for (const segment of every.flat()) channel.addSegment(segment.text, segment.path);
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
      if (read !== null) checkUnit(read, target, targetPath, settled, source);
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

interface Found {
  readonly definition: AnyMeasure;
  readonly path: Path;
}

/** The measure of the channel, else of the promise. */
function findMeasure(promise: Path, own: Path | null, source: Source): Found | null {
  const special = own === null ? null : measureAt(own, source);
  if (special !== null) return special;
  const general = measureAt(promise, source);
  if (general === null || own === null) return general;
  // An empty key on the channel takes the promise's measure away.
  return source.raw([...own, general.definition.kind]) === null ? null : general;
}

/** The first that is written there; a second one is reported. */
function measureAt(path: Path, source: Source): Found | null {
  const present = measureKeys.flatMap((kind): Found[] => {
    const at = [...path, kind];
    return (source.raw(at) ?? null) === null ? [] : [{ definition: measures[kind], path: at }];
  });
  const [first, second] = present.sort((a, b) => before(source, a.path, b.path));
  if (first !== undefined && second !== undefined) {
    const args = { first: first.definition.kind, second: second.definition.kind, of: placeName(path) };
    source.report(diagnose('two-measures', args, source.at(second.path, 'key')));
  }
  return first ?? null;
}

function before(source: Source, one: Path, other: Path): number {
  const [a, b] = [source.at(one, 'key'), source.at(other, 'key')];
  return a.line - b.line || a.column - b.column;
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
