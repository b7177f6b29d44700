import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { table } from './table.ts';

export type { Format, FormatOptions } from './format.ts';

/** Every format of `listed.ts`, loaded at once. */
export const formats = [table, csv, json] as const satisfies readonly Format[];

export type FormatId = (typeof formats)[number]['id'];
