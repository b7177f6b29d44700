import { diagnose } from '../../diagnostics/catalog.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Path, Raw, RawMap } from '../../model/raw.ts';
import { meantMeasure } from '../../vocabulary/measures/index.ts';
import { isList, isMap } from '../../vocabulary/reading.ts';
import { lastKey } from '../last-key.ts';
import { placeName } from '../place-name.ts';
import type { Source } from '../source.ts';
import type { Shape } from './shape.ts';
import type { Words } from './words.ts';

/**
 * Holds the file against its shape: unknown and missing keys, maps where texts belong, words that are none of those
 * expected. Not by zod's issues, in which a union buries the nearest key and a record drops `__proto__`. What a text
 * says is judged where it is read.
 */
export function checkShape(shape: Shape, raw: Raw, path: Path, source: Source): void {
  const { words, isNullable, isReadElsewhere, text, list, keys, values } = shape;
  if (raw === null) {
    if (!isNullable) reportEmpty(path, source, words);
  } else if (isReadElsewhere) {
    // Condition and measure have readers of their own.
  } else if (typeof raw === 'string' && text !== null) {
    if (text !== 'any') checkWord(text, raw, path, source);
  } else if (isList(raw) && list !== null) {
    for (const [index, item] of raw.entries()) checkShape(list, item, [...path, index], source);
  } else if (isMap(raw) && keys !== null) {
    checkKeys(keys, raw, path, source);
  } else if (isMap(raw) && values !== null) {
    for (const [key, value] of Object.entries(raw)) {
      if (key === '__proto__')
        source.report(diagnose('unknown-key', unknownKey(key, path, []), source.at([...path, key], 'key')));
      else checkShape(values, value, [...path, key], source);
    }
  } else {
    reportShape(raw, path, source, words);
  }
}

function checkKeys(keys: Readonly<Record<string, Shape>>, raw: RawMap, path: Path, source: Source): void {
  const known = Object.keys(keys);
  for (const [key, value] of Object.entries(raw)) {
    const inner = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (inner !== undefined) checkShape(inner, value, [...path, key], source);
    else source.report(diagnose('unknown-key', unknownKey(key, path, known), source.at([...path, key], 'key')));
  }
  for (const [key, { isOptional, words }] of Object.entries(keys)) {
    if (isOptional || Object.hasOwn(raw, key)) continue;
    const args = { key, of: placeName(path), example: words.example };
    source.report(diagnose('missing-key', args, source.at(path, 'key')));
  }
}

/** A text where only certain words may stand. */
function checkWord(known: readonly string[], raw: string, path: Path, source: Source): void {
  if (known.includes(raw.trim())) return;
  const args = {
    key: lastKey(path),
    value: raw,
    known,
    nearest: known.length === 1 ? null : nearest(raw, known),
  };
  source.report(diagnose('unknown-value', args, source.at(path)));
}

function unknownKey(key: string, path: Path, known: readonly string[]) {
  const meant = known.includes('quantile') ? meantMeasure(key) : null;
  return { key, of: placeName(path), known, nearest: meant ?? nearest(key, known) };
}

function reportEmpty(path: Path, source: Source, { expected, example }: Words): void {
  const key = lastKey(path);
  // `source: -` with nothing behind the dash, or on a line of its own, is a list of one empty value.
  const dash = key === 'source' && typeof path.at(-1) === 'number';
  const found = dash
    ? diagnose('unquoted-dash', {}, source.at(path.slice(0, -1), 'key'))
    : diagnose('empty-value', { key, expected, example }, source.at(path));
  source.report(found);
}

function reportShape(raw: Raw, path: Path, source: Source, { expected, example }: Words): void {
  const found = isList(raw) ? 'a list' : isMap(raw) ? 'a map' : `'${String(raw)}'`;
  source.report(diagnose('wrong-shape', { key: lastKey(path), found, expected, example }, source.at(path)));
}
