import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnPlan } from '../../../src/model/column.ts';
import type { CsvOptions } from '../../../src/model/declaration.ts';
import { column, plainCsv } from './plain.ts';
import { FIXTURES, type Plan, SHARED } from './real-plans.ts';

/** A file that stands on disk, with columns that are read of it at their proper types. */
export interface RealFile {
  readonly name: string;
  readonly path: string;
  readonly columns: readonly ColumnPlan[];
  readonly csv: CsvOptions;
}

/** The files that are there: the example's, the published ones, and csv-spectrum. */
export function realFiles(root: string): readonly RealFile[] {
  const shared = join(root, '../shared');
  return [
    ...listed(join(root, 'fixtures'), FIXTURES),
    ...listed(join(shared, 'data'), SHARED),
    ...spectrum(join(shared, 'reference/csv-spectrum/csvs')),
  ];
}

function listed(folder: string, plans: readonly Plan[]): readonly RealFile[] {
  return plans
    .map(([name, columns, csv = {}]) => ({ name, path: join(folder, name), columns, csv: { ...plainCsv, ...csv } }))
    .filter(({ path }) => existsSync(path));
}

function spectrum(folder: string): readonly RealFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => {
    const path = join(folder, name);
    const [header = ''] = readFileSync(path, 'utf8').split(/\r?\n/);
    const columns = header
      .split(',')
      .flatMap((each) => [column(each), column(each, {}, 'id'), column(each, { type: 'number' })]);
    return { name, path, columns, csv: plainCsv };
  });
}
