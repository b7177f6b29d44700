import { diagnose } from '../../diagnostics/catalog.ts';
import type { Path, RawMap } from '../../model/raw.ts';
import { kindOf } from '../conditions/literal.ts';
import type { Reading } from '../reading.ts';
import { parseNumber } from '../types/literals.ts';
import type { MakeSchema } from '../zod.ts';

export const perSchema: MakeSchema = (z) =>
  z.union([z.number(), z.string()]).describe('the figure is told for so many: 1000, 100, 1');

/**
 * `per` of a rate or a ratio: a number over 0. It has no default: where it is forgotten, 5 in 1000 would be held against
 * a target of 5 as 0.005. null where it is missing (reported with the map) or wrong (reported here).
 */
export function readPer(raw: RawMap, path: Path, reading: Reading): number | null {
  const text = raw['per'];
  if (text === undefined) return null;
  const per = typeof text === 'string' ? parseNumber(text) : null;
  if (per !== null && per > 0 && Number.isFinite(per)) return per;
  const at = reading.position([...path, 'per']);
  const expected = 'a number over 0';
  reading.report(
    typeof text === 'string'
      ? diagnose('bad-value', { key: 'per', value: text, expected, example: 'per: 1000' }, at)
      : diagnose('operator-value', { key: 'per', expected, found: kindOf(text) }, at),
  );
  return null;
}
