import type { GapReport } from '../../model/report.ts';
import type { Format } from './format.ts';
import { optionalKeys, type Shape, shape } from './json-shape.ts';

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The value with its keys in the order of the shape; what JSON cannot say is a defect, never a silent null. */
function ordered(value: unknown, keys: Shape, path: string): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (isList(value)) return value.map((item, index) => ordered(item, keys, `${path}[${index}]`));
  if (!isMap(value) || keys === 'scalar') throw new Error(`the report cannot be written: ${path} is ${String(value)}`);
  const entries = Object.entries(keys)
    .filter(([key]) => key in value || !optionalKeys.has(key))
    .map(([key, below]) => [key, ordered(value[key], below, `${path}.${key}`)] as const);
  return Object.fromEntries(entries);
}

/** Schema 1 (`report.md`), two blanks of indent; the file that `compare` takes as a baseline. */
export const json = {
  id: 'json',
  endings: ['.json'],
  render: (report: GapReport): string => `${JSON.stringify(ordered(report, shape, 'report'), null, 2)}\n`,
} as const satisfies Format;
