import type { CellFormat } from '../../model/column.ts';
import type { TypeDefinition } from './definition.ts';
import { MomentBuilder } from './moment-builder.ts';

/** Moments; a cell without a time is a whole day. */
export const timestamp: TypeDefinition = {
  id: 'timestamp',
  expects: (cell) => `a time ${momentFormat(cell, '2026-03-04T05:06:07')}`,
  builder: (cell) => new MomentBuilder(cell, false),
};

/** How a message names the format of a moment, after "a time" or "a date". */
export function momentFormat(cell: CellFormat, example: string): string {
  if (cell.format === null) return `in ISO 8601, such as ${example}`;
  if (cell.format === 'epoch-seconds') return 'in seconds since 1970';
  if (cell.format === 'epoch-milliseconds') return 'in milliseconds since 1970';
  return `as ${cell.format}`;
}
