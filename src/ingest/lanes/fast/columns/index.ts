import type { ColumnPlan } from '../../../../model/column.ts';
import { BooleanDecoder } from './booleans.ts';
import type { ColumnDecoder, Workshop } from './column-decoder.ts';
import { IdDecoder } from './ids.ts';
import { MomentDecoder } from './moments.ts';
import { NumberDecoder } from './numbers.ts';
import { RawDecoder } from './raw.ts';
import { TextDecoder } from './texts.ts';

export type { ColumnDecoder, Workshop } from './column-decoder.ts';

/** @param rows - of a batch at most */
export function columnDecoder(plan: ColumnPlan, shop: Workshop, rows: number): ColumnDecoder {
  if (plan.holds === 'raw') return new RawDecoder(plan, shop);
  if (plan.holds === 'id') return new IdDecoder(plan, shop);
  switch (plan.cell.type) {
    case 'text':
      return new TextDecoder(plan, shop);
    case 'timestamp':
    case 'date':
      return new MomentDecoder(plan, shop);
    case 'boolean':
      return new BooleanDecoder(plan, shop, rows);
    default:
      return new NumberDecoder(plan, shop, rows);
  }
}
