import { z } from 'zod';
import type { Shape } from './shape.ts';
import { readElsewhere, type Words, words } from './words.ts';

type Schema = z.core.$ZodType;

/** What a zod schema says of maps, lists, texts and words; patterns are left to whoever reads the text. */
export function shapeOf(schema: Schema, outer: Words = GENERIC): Shape {
  const said = wordsOf(schema) ?? outer;
  if (readElsewhere.has(schema)) return { ...NOTHING, words: said, isReadElsewhere: true };
  if (isOptional(schema)) return { ...shapeOf(schema.unwrap(), said), words: said, isOptional: true };
  if (schema instanceof z.ZodNullable) return { ...shapeOf(schema.unwrap(), said), words: said, isNullable: true };
  const options = schema instanceof z.ZodUnion ? schema.options.flatMap(flat) : [schema];
  const list = options.find((option) => option instanceof z.ZodArray);
  const object = options.find((option) => option instanceof z.ZodObject);
  const record = options.find((option) => option instanceof z.ZodRecord);
  return {
    ...NOTHING,
    words: said,
    text: textOf(options.filter(takesText)),
    list: list === undefined ? null : shapeOf(list.element, wordsOf(list) ?? said),
    keys: object === undefined ? null : keysOf(object),
    values: record === undefined ? null : shapeOf(record.valueType, wordsOf(record) ?? said),
  };
}

const GENERIC: Words = { expected: 'a value', example: 'brand: Fjellrute Cycles' };

const NOTHING: Omit<Shape, 'words'> = {
  isOptional: false,
  isNullable: false,
  isReadElsewhere: false,
  text: null,
  list: null,
  keys: null,
  values: null,
};

function keysOf(schema: z.ZodObject): Readonly<Record<string, Shape>> {
  return Object.fromEntries(Object.entries(schema.shape).map(([key, value]) => [key, shapeOf(value)]));
}

function flat(schema: Schema): readonly Schema[] {
  return schema instanceof z.ZodUnion ? schema.options.flatMap(flat) : [schema];
}

function takesText(schema: Schema): boolean {
  return (
    schema instanceof z.ZodString ||
    schema instanceof z.ZodNumber ||
    schema instanceof z.ZodBoolean ||
    schema instanceof z.ZodEnum ||
    schema instanceof z.ZodLiteral
  );
}

function textOf(schemas: readonly Schema[]): Shape['text'] {
  if (schemas.length === 0) return null;
  const known: string[] = [];
  for (const schema of schemas) {
    if (schema instanceof z.ZodEnum) known.push(...schema.options.map(String));
    else if (schema instanceof z.ZodLiteral) known.push(...[...schema.values].map(String));
    else return 'any';
  }
  return [...new Set(known)];
}

function isOptional(schema: Schema): schema is z.ZodOptional | z.ZodExactOptional {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
}

/** The schema's own words, else those of what it wraps. */
function wordsOf(schema: Schema): Words | undefined {
  const own = words.get(schema);
  if (own !== undefined) return own;
  return isOptional(schema) || schema instanceof z.ZodNullable ? wordsOf(schema.unwrap()) : undefined;
}
