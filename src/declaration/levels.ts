import { diagnose } from '../diagnostics/catalog.ts';
import type { Pledge } from '../model/declaration.ts';
import type { Path } from '../model/raw.ts';
import type { Target } from '../model/target.ts';
import type { AnyMeasure } from '../vocabulary/measures/index.ts';
import { isMap } from '../vocabulary/reading.ts';
import { textAt } from './literals.ts';
import type { Source } from './source.ts';
import { isBetter, needsFloor, readLevel } from './target.ts';

export type Levels = Pick<Pledge, 'warn' | 'floor' | 'benchmark'>;

/**
 * `warn`, `floor` and `benchmark`, in the unit of the target. Warns of a level that can never matter, and of a score
 * that stays empty.
 */
export function readLevels(
  pathOf: (key: string) => Path,
  target: Target,
  definition: AnyMeasure | null,
  channel: string,
  source: Source,
): Levels {
  const warn = readLevel(source, pathOf('warn'), target.unit, definition);
  if (warn !== null && !isBetter(warn, target)) {
    const args = {
      channel,
      warn: textAt(source, pathOf('warn')) ?? '',
      target: target.text,
      better: target.op === '>=' ? 'above' : 'below',
    };
    source.report(diagnose('warn-never-reached', args, source.at(pathOf('warn'))));
  }
  const floor = readLevel(source, pathOf('floor'), target.unit, definition);
  if (floor !== null && (isBetter(floor, target) || floor === target.value)) {
    const args = {
      channel,
      floor: textAt(source, pathOf('floor')) ?? '',
      target: target.text,
      worse: target.op === '>=' ? 'below' : 'above',
    };
    source.report(diagnose('floor-beyond-target', args, source.at(pathOf('floor'))));
  }
  // A floor that cannot be read is an error of its own.
  const isSaid = (source.raw(pathOf('floor')) ?? null) !== null;
  if (definition !== null && !isSaid && needsFloor(definition.bottom, target)) {
    const args = {
      measure: definition.kind,
      target: target.text,
      bottomless: (definition.bottom ?? -1) < 0,
      number: target.unit === 'number',
    };
    source.report(diagnose('score-needs-floor', args, source.at(pathOf('target'))));
  }
  return { warn, floor, benchmark: readBenchmark(pathOf('benchmark'), target, definition, source) };
}

function readBenchmark(path: Path, target: Target, definition: AnyMeasure | null, source: Source): Pledge['benchmark'] {
  const long = isMap(source.raw(path));
  const value = readLevel(source, long ? [...path, 'value'] : path, target.unit, definition);
  return value === null ? null : { value, source: long ? textAt(source, [...path, 'source']) : null };
}
