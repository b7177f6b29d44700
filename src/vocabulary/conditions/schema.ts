import type { ZodType } from 'zod';
import { oneOf } from '../../diagnostics/entry.ts';
import { type MakeSchema, once, type Zod } from '../zod.ts';
import type { ValueShape } from './condition.ts';
import { operators } from './operators.ts';

const scalar = (z: Zod) => z.union([z.string(), z.number(), z.boolean()]);
const scalars = (z: Zod) => z.union([scalar(z), z.array(scalar(z)).min(1)]);
const text: MakeSchema = (z) => z.string();

const SHAPES: Readonly<Record<ValueShape, MakeSchema>> = {
  value: scalar,
  values: scalars,
  span: text,
  column: scalar,
  calendar: scalar,
  texts: scalars,
  pattern: text,
};

/** Keys of the long form, each with what it takes. */
function longForm(z: Zod): ZodType {
  const keys: Record<string, ZodType> = {
    is: scalars(z).exactOptional().describe('the plain value, where another key such as blank stands beside it'),
    blank: z.enum(['missed', 'kept', 'excluded']).exactOptional().describe('what a blank cell means'),
  };
  for (const { key, takes, teaches, companions } of operators) {
    keys[key] = SHAPES[takes](z).exactOptional().describe(teaches);
    for (const [name, shape] of Object.entries(companions)) {
      const owners = operators.filter((operator) => Object.hasOwn(operator.companions, name));
      keys[name] = SHAPES[shape](z)
        .exactOptional()
        .describe(`beside ${oneOf(owners.map((owner) => owner.key))}`);
    }
  }
  return z.strictObject(keys);
}

/** Shape of a condition in the promise file, for the JSON Schema; `readCondition` reads it and words the faults. */
export const conditionSchema: MakeSchema = once((z) => z.lazy(() => condition(z)).meta({ id: 'condition' }));

function condition(z: Zod): ZodType {
  const inner = conditionSchema(z);
  return z
    .object({
      all: z.array(inner).min(1).exactOptional(),
      any: z.array(inner).min(1).exactOptional(),
      not: inner.exactOptional(),
    })
    .catchall(z.union([scalars(z), longForm(z)]))
    .describe('a column and what must hold of its cell; several keys mean all of them');
}
