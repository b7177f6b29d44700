import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { table } from './table.ts';

export type { Format, FormatOptions } from './format.ts';

/** Every format that `--format` knows; the first is what a terminal gets. */
export const formats = [table, csv, json] as const satisfies readonly Format[];

export type FormatId = (typeof formats)[number]['id'];

/** The format of that name, or null. */
export const formatNamed = (id: string): Format | null => formats.find((format) => format.id === id) ?? null;

/** The format that a file of this name asks for, by its ending in any letter case; null where none does. */
export function formatFor(file: string): Format | null {
  const name = file.toLowerCase();
  return formats.find(({ endings }) => endings.some((ending) => name.endsWith(ending))) ?? null;
}
