import { z } from 'zod';
import { oneOf } from '../../diagnostics/entry.ts';
import type { ValueShape } from './condition.ts';
import { operators } from './operators.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const scalars = z.union([scalar, z.array(scalar).min(1)]);

const SHAPES: Readonly<Record<ValueShape, z.ZodType>> = {
  value: scalar,
  values: scalars,
  span: z.string(),
  column: scalar,
  calendar: scalar,
  texts: scalars,
  pattern: z.string(),
};

/** Keys of the long form, each with what it takes. */
function longForm(): z.ZodType {
  const keys: Record<string, z.ZodType> = {
    is: scalars.exactOptional().describe('the plain value, where another key such as blank stands beside it'),
    blank: z.enum(['missed', 'kept', 'excluded']).exactOptional().describe('what a blank cell means'),
  };
  for (const { key, takes, teaches, companions } of operators) {
    keys[key] = SHAPES[takes].exactOptional().describe(teaches);
    for (const [name, shape] of Object.entries(companions)) {
      const owners = operators.filter((operator) => Object.hasOwn(operator.companions, name));
      keys[name] = SHAPES[shape].exactOptional().describe(`beside ${oneOf(owners.map((owner) => owner.key))}`);
    }
  }
  return z.strictObject(keys);
}

/** Shape of a condition in the promise file, for the JSON Schema; `readCondition` reads it and words the faults. */
export const conditionSchema: z.ZodType = z.lazy(() => condition).meta({ id: 'condition' });

const condition: z.ZodType = z
  .object({
    all: z.array(conditionSchema).min(1).exactOptional(),
    any: z.array(conditionSchema).min(1).exactOptional(),
    not: conditionSchema.exactOptional(),
  })
  .catchall(z.union([scalars, longForm()]))
  .describe('a column and what must hold of its cell; several keys mean all of them');
