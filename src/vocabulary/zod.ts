import type { z } from 'zod';

/**
 * Zod, as it is handed to whatever describes a shape: an audit reads the promise file by shapes that are worked out
 * already, and only who wants the JSON Schema has to load zod.
 */
export type Zod = typeof z;

export type MakeSchema = (zod: Zod) => z.ZodType;

/** For a schema with an id, which others refer to: there must be one of it. */
export function once(make: MakeSchema): MakeSchema {
  const made = new WeakMap<Zod, z.ZodType>();
  return (zod) => {
    const known = made.get(zod);
    if (known !== undefined) return known;
    const schema = make(zod);
    made.set(zod, schema);
    return schema;
  };
}
