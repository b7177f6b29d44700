import { diagnose } from '../diagnostics/catalog.ts';
import type { Condition } from '../model/condition.ts';
import type { Pledge } from '../model/declaration.ts';
import type { Measure } from '../model/measure.ts';
import type { Path } from '../model/raw.ts';
import type { Target } from '../model/target.ts';
import { readCondition } from '../vocabulary/conditions/index.ts';
import { measures } from '../vocabulary/measures/index.ts';
import type { MeasureSyntax } from '../vocabulary/measures/measure.ts';
import { type Draft, isMap, type Settled } from '../vocabulary/reading.ts';
import { grains } from '../vocabulary/time/last.ts';
import { joined } from './conditions.ts';
import { numberAt, textAt, wordAt } from './literals.ts';
import { placeName } from './place-name.ts';
import { OVER_ZERO, readAct, readEvery, readMinCases, readRemedy, readWaiver } from './promise-keys.ts';
import type { ChannelDraft } from './read-channel.ts';
import type { PromiseContext } from './read-promise.ts';
import type { Source } from './source.ts';
import { isBetter, readLevel, readTarget } from './target.ts';

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
    source.report(diagnose('no-measure', { ...names, known: measures.map(({ key }) => key) }, here));
  }
  const target = readTarget(source, pathOf('target'), found?.syntax ?? null);
  if (source.raw(pathOf('target')) === undefined) source.report(diagnose('no-target', names, here));
  const levels = target === null ? null : readLevels(pathOf, target, found?.syntax ?? null, channel.name, source);

  let measure: Draft<Measure<string>> = () => null;
  const where: Draft<Condition<string>>[] = [];
  const every = readEvery(source, pathOf('every'));
  if (channel.measured) {
    if (found !== null) measure = found.syntax.read(source.raw(found.path) ?? null, found.path, channel.reading);
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

/** The measure of the channel, else of the promise. */
function findMeasure(promise: Path, own: Path | null, source: Source): { syntax: MeasureSyntax; path: Path } | null {
  const special = own === null ? null : measureAt(own, source);
  if (special !== null) return special;
  const general = measureAt(promise, source);
  if (general === null || own === null) return general;
  // An empty key on the channel takes the promise's measure away.
  return source.raw([...own, general.syntax.key]) === null ? null : general;
}

function measureAt(path: Path, source: Source): { syntax: MeasureSyntax; path: Path } | null {
  const present = measures.flatMap((syntax) => {
    const at = [...path, syntax.key];
    return (source.raw(at) ?? null) === null ? [] : [{ syntax, path: at }];
  });
  const [first, second] = present.sort((a, b) => before(source, a.path, b.path));
  if (first !== undefined && second !== undefined) {
    const args = { first: first.syntax.key, second: second.syntax.key, of: placeName(path) };
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

type Levels = Pick<Pledge, 'warn' | 'floor' | 'benchmark'>;

function readLevels(
  pathOf: (key: string) => Path,
  target: Target,
  syntax: MeasureSyntax | null,
  channel: string,
  source: Source,
): Levels {
  const warn = readLevel(source, pathOf('warn'), target.unit, syntax);
  if (warn !== null && !isBetter(warn, target)) {
    const args = {
      channel,
      warn: textAt(source, pathOf('warn')) ?? '',
      target: target.text,
      better: target.op === '>=' ? 'above' : 'below',
    };
    source.report(diagnose('warn-never-reached', args, source.at(pathOf('warn'))));
  }
  const floor = readLevel(source, pathOf('floor'), target.unit, syntax);
  if (floor !== null && (isBetter(floor, target) || floor === target.value)) {
    const args = {
      channel,
      floor: textAt(source, pathOf('floor')) ?? '',
      target: target.text,
      worse: target.op === '>=' ? 'below' : 'above',
    };
    source.report(diagnose('floor-beyond-target', args, source.at(pathOf('floor'))));
  }
  return { warn, floor, benchmark: readBenchmark(pathOf('benchmark'), target, syntax, source) };
}

function readBenchmark(path: Path, target: Target, syntax: MeasureSyntax | null, source: Source): Pledge['benchmark'] {
  const long = isMap(source.raw(path));
  const value = readLevel(source, long ? [...path, 'value'] : path, target.unit, syntax);
  return value === null ? null : { value, source: long ? textAt(source, [...path, 'source']) : null };
}
