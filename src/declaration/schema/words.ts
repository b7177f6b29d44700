import { z } from 'zod';

/** What an error says of a value that has another shape. */
export interface Words {
  /** As in `expected a list of columns`. */
  readonly expected: string;
  /** With its key, ready to be typed. */
  readonly example: string;
}

export const words = z.registry<Words>();

/** Values whose inside is read, and checked, by the vocabulary: conditions and measures. */
export const readElsewhere = new WeakSet<object>();

/** A schema with the sentence that an editor shows, and the words of its errors. */
export function say<S extends z.ZodType>(schema: S, description: string, expected: string, example: string): S {
  const described = schema.meta({ description });
  words.add(described, { expected, example });
  return described;
}

/** Any text; YAML writes some of them without quotes as numbers. */
export const text = z.union([z.string(), z.number()]);
export const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A number, or text that the patterns of the language read as one. */
export function number(pattern = '^-?[0-9]+([.][0-9]+)?$'): z.ZodType {
  return z.union([z.number(), z.string().meta({ pattern })]);
}

/** Text of a certain form; the form itself is checked, and explained, when it is read. */
export function pattern(form: string): z.ZodType {
  return z.string().meta({ pattern: form });
}

export const DATE = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';
export const SHARE = '^[0-9]+([.][0-9]+)?\\s*%$';
export const ZONE = '^[A-Za-z]';
const VARIABLE = '[$][{][A-Za-z_][A-Za-z0-9_]*[}]';

/** The form, or anything with an environment variable in it. */
export function orVariable(form: string): string {
  return `(${form})|(${VARIABLE})`;
}

export function oneOrMany(item: z.ZodType): z.ZodType {
  return z.union([item, z.array(item)]);
}
