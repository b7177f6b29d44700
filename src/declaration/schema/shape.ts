import { z } from 'zod';
import { diagnose } from '../../diagnostics/catalog.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Path, Raw } from '../../model/raw.ts';
import { meantMeasure } from '../../vocabulary/measures/index.ts';
import { isList, isMap } from '../../vocabulary/reading.ts';
import { placeName } from '../place-name.ts';
import type { Source } from '../source.ts';
import { readElsewhere, type Words, words } from './words.ts';

/**
 * Holds the file against its schema: unknown and missing keys, maps where texts belong, words that are none of those
 * expected. Walks the schema itself rather than zod's issues, in which a union buries the nearest key and a record
 * drops `__proto__`. What a text says is judged where it is read.
 */
export function checkShape(schema: z.ZodType, raw: Raw, path: Path, source: Source): void {
  visit(schema, raw, path, source, GENERIC);
}

const GENERIC: Words = { expected: 'a value', example: 'brand: Fjellrute Cycles' };

function visit(schema: z.core.$ZodType, raw: Raw, path: Path, source: Source, outer: Words): void {
  const said = wordsOf(schema) ?? outer;
  if (readElsewhere.has(schema)) {
    if (raw === null) reportEmpty(path, source, said);
    return;
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) {
    visit(schema.unwrap(), raw, path, source, said);
  } else if (schema instanceof z.ZodNullable) {
    if (raw !== null) visit(schema.unwrap(), raw, path, source, said);
  } else if (raw === null) {
    reportEmpty(path, source, said);
  } else if (schema instanceof z.ZodUnion) {
    visitUnion(schema.options, raw, path, source, said);
  } else if (schema instanceof z.ZodObject && isMap(raw)) {
    visitObject(schema, raw, path, source);
  } else if (schema instanceof z.ZodRecord && isMap(raw)) {
    for (const [key, value] of Object.entries(raw)) {
      if (key === '__proto__')
        source.report(diagnose('unknown-key', unknownKey(key, path, []), source.at([...path, key], 'key')));
      else visit(schema.valueType, value, [...path, key], source, said);
    }
  } else if (schema instanceof z.ZodArray && isList(raw)) {
    for (const [index, item] of raw.entries()) visit(schema.element, item, [...path, index], source, said);
  } else if (!takesText(schema) || typeof raw !== 'string') {
    reportShape(raw, path, source, said);
  } else {
    checkWord([schema], raw, path, source);
  }
}

/** Takes the one option of the value's kind: a union has at most one map and one list. */
function visitUnion(options: readonly z.core.$ZodType[], raw: Raw, path: Path, source: Source, said: Words): void {
  const flat = options.flatMap((option) => (option instanceof z.ZodUnion ? option.options : [option]));
  if (typeof raw === 'string') {
    const texts = flat.filter(takesText);
    if (texts.length === 0) reportShape(raw, path, source, said);
    else checkWord(texts, raw, path, source);
    return;
  }
  const option = flat.find((candidate) => (isList(raw) ? candidate instanceof z.ZodArray : isMapSchema(candidate)));
  if (option === undefined) reportShape(raw, path, source, said);
  else visit(option, raw, path, source, said);
}

function visitObject(schema: z.ZodObject, raw: { readonly [key: string]: Raw }, path: Path, source: Source): void {
  const known = Object.keys(schema.shape);
  for (const [key, value] of Object.entries(raw)) {
    const inner = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
    if (inner !== undefined) visit(inner, value, [...path, key], source, GENERIC);
    else source.report(diagnose('unknown-key', unknownKey(key, path, known), source.at([...path, key], 'key')));
  }
  const missing = known.filter((key) => !Object.hasOwn(raw, key) && !isOptional(schema.shape[key]));
  for (const key of missing) {
    const example = wordsOf(schema.shape[key])?.example ?? key;
    source.report(diagnose('missing-key', { key, of: placeName(path), example }, source.at(path, 'key')));
  }
}

/** A text where only certain words may stand. */
function checkWord(schemas: readonly z.core.$ZodType[], raw: string, path: Path, source: Source): void {
  const known: string[] = [];
  for (const schema of schemas) {
    if (schema instanceof z.ZodEnum) known.push(...schema.options.map(String));
    else if (schema instanceof z.ZodLiteral) known.push(...[...schema.values].map(String));
    else return;
  }
  if (known.includes(raw.trim())) return;
  const distinct = [...new Set(known)];
  const args = {
    key: lastKey(path),
    value: raw,
    known: distinct,
    nearest: distinct.length === 1 ? null : nearest(raw, distinct),
  };
  source.report(diagnose('unknown-value', args, source.at(path)));
}

function takesText(schema: z.core.$ZodType): boolean {
  return (
    schema instanceof z.ZodString ||
    schema instanceof z.ZodNumber ||
    schema instanceof z.ZodBoolean ||
    schema instanceof z.ZodEnum ||
    schema instanceof z.ZodLiteral
  );
}

function isMapSchema(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord;
}

function isOptional(schema: z.core.$ZodType | undefined): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
}

/** The schema's own words, else those of what it wraps. */
export function wordsOf(schema: z.core.$ZodType | undefined): Words | undefined {
  if (schema === undefined) return undefined;
  const own = words.get(schema);
  if (own !== undefined) return own;
  const wraps =
    schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional || schema instanceof z.ZodNullable;
  return wraps ? wordsOf(schema.unwrap()) : undefined;
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

/** The key that a value stands under, also for an item of its list. */
export function lastKey(path: Path): string {
  return path.findLast((step) => typeof step === 'string')?.toString() ?? 'the file';
}
