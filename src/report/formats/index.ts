import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { openmetrics } from './openmetrics.ts';
import { table } from './table.ts';

export type { Format, FormatOptions } from './format.ts';

/** Every format of `listed.ts`, loaded at once. */
export const formats = [
  table,
  csv,
  json,
  markdown,
  html,
  junit,
  github,
  openmetrics,
] as const satisfies readonly Format[];

export type FormatId = (typeof formats)[number]['id'];
