import type { FormatOptions } from '../../report/formats/format.ts';
import type { Why } from './types.ts';

type WhyFormatOptions = Pick<FormatOptions, 'width' | 'color' | 'unicode'>;

/** A way to show where misses come from, loaded when it is wanted. */
export interface WhyFormat {
  readonly id: string;
  /** Endings of file names that ask for it, with their dot. */
  readonly endings: readonly string[];
  readonly render: (why: Why, options: WhyFormatOptions) => Promise<string>;
}

const table: WhyFormat = {
  id: 'table',
  endings: ['.txt'],
  render: async (why, options) => (await import('./table.ts')).whyTable(why, options),
};
const json: WhyFormat = {
  id: 'json',
  endings: ['.json'],
  render: async (why) => (await import('./json.ts')).whyJson(why),
};
const csv: WhyFormat = {
  id: 'csv',
  endings: ['.csv'],
  render: async (why) => (await import('./csv.ts')).whyCsv(why),
};
const markdown: WhyFormat = {
  id: 'markdown',
  endings: ['.md'],
  render: async (why) => (await import('./markdown.ts')).whyMarkdown(why),
};

/** The first is what a terminal gets. */
export const whyFormats = [table, json, csv, markdown] as const;
