import { diagnose } from '../diagnostics/catalog.ts';
import type { Measure } from '../model/measure.ts';
import type { Path } from '../model/raw.ts';
import type { Target, Unit } from '../model/target.ts';
import { measureInWords, unitOf } from '../vocabulary/measures/index.ts';
import type { Settled } from '../vocabulary/reading.ts';
import { lastKey } from './last-key.ts';
import type { Source } from './source.ts';

const NAMES: Readonly<Record<Unit, readonly [name: string, example: string]>> = {
  share: ['a share', '95%'],
  seconds: ['a length of time', '4h'],
  number: ['a number', '45'],
};

/** How a column is declared so that its values are in the unit of the target. */
const READS: Readonly<Record<Unit, string>> = {
  share: 'type: percent',
  seconds: 'type: duration, unit: minutes',
  number: 'type: number',
};

/** Reports a target in another unit than its measure, once the types of the columns are known. */
export function checkUnit(
  measure: Measure<string>,
  target: Target,
  path: Path,
  settled: Settled,
  source: Source,
): void {
  const unit = unitOf(measure, settled);
  if (unit === target.unit) return;
  const [expected, example] = NAMES[unit];
  const key = lastKey(path);
  const column = 'operand' in measure && measure.operand.kind === 'column' ? measure.operand.column : null;
  const args = {
    key,
    value: target.text,
    measure: measureInWords(measure),
    expected,
    example: `${key}: ${target.op === '>=' ? 'at least' : 'at most'} ${example}`,
    column,
    reads: READS[target.unit],
  };
  source.report(diagnose('unit-of-measure', args, source.at(path)));
}
