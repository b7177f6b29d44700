import { formatSteps } from '../../../../vocabulary/time/format.ts';
import { Op, type Step } from '../../../../vocabulary/time/format-steps.ts';
import { Read } from '../kernels/kernels.ts';

const READS: ReadonlyMap<Op, number> = new Map([
  [Op.Year, Read.YEAR],
  [Op.YearOfCentury, Read.YEAR_OF_CENTURY],
  [Op.Month, Read.MONTH],
  [Op.Day, Read.DAY],
  [Op.Hour24, Read.HOUR],
  [Op.Hour1To12, Read.HOUR_OF_HALF],
  [Op.Minute, Read.MINUTE],
  [Op.Second, Read.SECOND],
  [Op.Fraction, Read.FRACTION],
  [Op.Half, Read.HALF],
]);

/** A declared format as steps of `patternMoments`, four numbers each; null where it has others. */
export function patternSteps(pattern: string): readonly number[] | null {
  const steps = formatSteps(pattern);
  if (steps === null) return null;
  const all = steps.map(stepOf);
  return all.some((one) => one === null) ? null : all.flatMap((one) => one ?? []);
}

function stepOf({ op, min, max, reserve, text }: Step): readonly number[] | null {
  if (op === Op.Blank) return [Read.BLANK, 0, 0, 0];
  if (op === Op.Literal) {
    const codes = [...text].map((char) => char.codePointAt(0) ?? 0);
    return codes.every((code) => code < 128) ? codes.flatMap((code) => [Read.LITERAL, 0, 0, code]) : null;
  }
  const read = READS.get(op);
  return read === undefined || (reserve > 0 && min < max) ? null : [read, min, max, 0];
}
