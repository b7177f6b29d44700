import type { FormatOptions } from '../../report/formats/format.ts';
import type { CustomerRecord } from './record.ts';

type CustomerFormatOptions = Pick<FormatOptions, 'width' | 'color' | 'unicode' | 'lang'>;

/** A way to show a person's record; the code that sets it, with all its packages, is loaded when it is wanted. */
export interface CustomerFormat {
  readonly id: string;
  /** Endings of file names that ask for it, with their dot. */
  readonly endings: readonly string[];
  readonly render: (record: CustomerRecord, options: CustomerFormatOptions) => Promise<string>;
}

const table: CustomerFormat = {
  id: 'table',
  endings: ['.txt'],
  render: async (record, options) => (await import('./table.ts')).customerTable(record, options),
};
const json: CustomerFormat = {
  id: 'json',
  endings: ['.json'],
  render: async (record) => (await import('./json.ts')).customerJson(record),
};
const html: CustomerFormat = {
  id: 'html',
  endings: ['.html'],
  render: async (record, { lang }) => {
    const [{ customerPage }, { promisedOfEach }] = await Promise.all([
      import('./html/page.ts'),
      import('./html/each.ts'),
    ]);
    return customerPage(promisedOfEach(record), lang);
  },
};

/** The first is what a terminal gets. */
export const customerFormats = [table, json, html] as const;
