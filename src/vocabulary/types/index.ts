import type { ColumnPlan, ColumnType } from '../../model/column.ts';
import { boolean } from './boolean.ts';
import { date } from './date.ts';
import type { ColumnBuilder, TypeDefinition } from './definition.ts';
import { duration } from './duration.ts';
import { IdBuilder } from './id.ts';
import { number } from './number.ts';
import { percent } from './percent.ts';
import { RawBuilder } from './raw.ts';
import { text } from './text.ts';
import { timestamp } from './timestamp.ts';

export type { ColumnBuilder, ColumnNotes, TypeDefinition } from './definition.ts';
export { type DurationFormat, durationFormat, durationFormats } from './duration.ts';
export { unitScale } from './duration-units.ts';
export { type EpochFormat, isEpochFormat } from './epoch.ts';
export { LARGE_DICTIONARY } from './text.ts';

export const types = {
  text,
  number,
  percent,
  boolean,
  timestamp,
  date,
  duration,
} satisfies Readonly<Record<ColumnType, TypeDefinition>>;

/**
 * The builder of a planned column: of its type, of hashes where its values are only told apart, or of texts to be shown.
 *
 * @throws RangeError for a format or a zone that does not exist: the promise file's check comes first.
 */
export function columnBuilder(plan: ColumnPlan): ColumnBuilder {
  if (plan.holds === 'raw') return new RawBuilder();
  return plan.holds === 'id' ? new IdBuilder(plan.cell) : types[plan.cell.type].builder(plan.cell);
}
