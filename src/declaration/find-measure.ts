import { diagnose } from '../diagnostics/catalog.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Path } from '../model/raw.ts';
import { type AnyMeasure, meantMeasure, measureKeys, measures } from '../vocabulary/measures/index.ts';
import { isMap } from '../vocabulary/reading.ts';
import { placeName } from './place-name.ts';
import type { Source } from './source.ts';

/** A measure as it is written, and where. */
export interface FoundMeasure {
  readonly definition: AnyMeasure;
  readonly path: Path;
}

/** The measure of the channel, else of the promise. */
export function findMeasure(promise: Path, own: Path | null, source: Source): FoundMeasure | null {
  const special = own === null ? null : measureAt(own, source);
  if (special !== null) return special;
  const general = measureAt(promise, source);
  if (general === null || own === null) return general;
  // An empty key on the channel takes the promise's measure away.
  return source.raw([...own, general.definition.kind]) === null ? null : general;
}

/** The first that is written there; a second one is reported. */
function measureAt(path: Path, source: Source): FoundMeasure | null {
  const present = measureKeys.flatMap((kind): FoundMeasure[] => {
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

/** A key that was reported as unknown and looks like a measure: that there is none is its consequence. */
export function hasMisspeltMeasure(path: Path, source: Source): boolean {
  const raw = source.raw(path);
  if (!isMap(raw)) return false;
  return Object.keys(raw).some((key) => {
    const { line, column } = source.at([...path, key], 'key');
    const isUnknown = source.diagnostics.some(
      ({ code, at }) => code === 'unknown-key' && at?.line === line && at.column === column,
    );
    return isUnknown && (meantMeasure(key) ?? nearest(key, measureKeys)) !== null;
  });
}

function before(source: Source, one: Path, other: Path): number {
  const [a, b] = [source.at(one, 'key'), source.at(other, 'key')];
  return a.line - b.line || a.column - b.column;
}
