import type { CellFormat, ColumnPlan, HeaderAddress } from '../../../src/model/column.ts';
import type { CsvOptions } from '../../../src/model/declaration.ts';

/** Nothing is declared. */
export const plainCsv: CsvOptions = {
  delimiter: null,
  quote: null,
  encoding: null,
  headerLine: null,
  headerRows: 1,
  footer: null,
  comment: null,
  ragged: 'error',
};

export const position = { file: 'promises.yaml', line: 9, column: 5, length: 4 };

/** A column of text, but for what is said here. */
export function column(
  header: HeaderAddress,
  cell: Partial<CellFormat> = {},
  holds: ColumnPlan['holds'] = 'values',
): ColumnPlan {
  const plain: CellFormat = { type: 'text', format: null, zone: 'UTC', decimal: '.', unit: null, blank: [], map: [] };
  return { name: String(header), headers: [header], holds, cell: { ...plain, ...cell }, position };
}
