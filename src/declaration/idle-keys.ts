import { diagnose } from '../diagnostics/catalog.ts';
import type { MeasureKind } from '../model/measure.ts';
import type { Path } from '../model/raw.ts';
import { type AnyMeasure, measureKeys, measures } from '../vocabulary/measures/index.ts';
import { textAt, wordAt } from './literals.ts';
import type { Source } from './source.ts';

/** Measures that count what was missed, which a remedy is owed for; and those that know whom. */
const MISSES: readonly MeasureKind[] = ['kept_when', 'tally'];
const CUSTOMERS: readonly MeasureKind[] = ['kept_when'];

/** Keys that a measure has nothing for: `judge: interval` without an interval, a remedy that is never owed. */
export function checkIdleKeys(
  { kind, hasInterval }: AnyMeasure,
  channel: string,
  pathOf: (key: string) => Path,
  source: Source,
): void {
  if (!hasInterval && wordAt(source, pathOf('judge'), ['interval']) !== null) {
    const known = measureKeys.filter((key) => measures[key].hasInterval);
    source.report(diagnose('judge-without-interval', { measure: kind, channel, known }, source.at(pathOf('judge'))));
  }
  const cost = [...pathOf('remedy'), 'cost'];
  const per = [...pathOf('remedy'), 'per'];
  if (textAt(source, cost) === null) return;
  if (!MISSES.includes(kind))
    source.report(diagnose('never-owed', { measure: kind, channel, lacks: 'misses' }, source.at(cost)));
  else if (!CUSTOMERS.includes(kind) && wordAt(source, per, ['customer']) !== null)
    source.report(diagnose('never-owed', { measure: kind, channel, lacks: 'customers' }, source.at(per)));
}
