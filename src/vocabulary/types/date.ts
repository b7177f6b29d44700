import type { TypeDefinition } from './definition.ts';
import { MomentBuilder } from './moment-builder.ts';
import { momentFormat } from './timestamp.ts';

/** Whole local days; a cell with a time is cut to its day. */
export const date: TypeDefinition = {
  id: 'date',
  expects: (cell) => `a date ${momentFormat(cell, '2026-03-04')}`,
  builder: (cell) => new MomentBuilder(cell, true),
};
