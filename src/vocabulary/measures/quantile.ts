import { diagnose } from '../../diagnostics/catalog.ts';
import type { QuantileKey, QuantileOf } from '../../model/measure.ts';
import type { Path, RawMap } from '../../model/raw.ts';
import { kindOf } from '../conditions/literal.ts';
import type { Reading } from '../reading.ts';
import { parseNumber, parsePercent } from '../types/literals.ts';
import { wrongSample } from './figure.ts';
import { LEVEL_TARGET, readLevelOf } from './level.ts';
import { readMap } from './map-value.ts';
import type { MeasureDefinition, Teaching, WorkedExample } from './measure.ts';
import { operandInWords, operandSchema, operandUnit, readOperand } from './operand.ts';
import { compileOperand } from './operand-levels.ts';
import { quantileFigure } from './quantile-figure.ts';

/** What distinguishes one of the quantiles from the others. */
export interface QuantileLesson {
  readonly what: string;
  readonly why: string;
  readonly example: WorkedExample;
}

const FORMULA =
  'linear interpolation at (n - 1) q between the values in order (type 7); where a time has not ended, the first at which Kaplan and Meier’s estimate of what has ended reaches q';
const SOURCE =
  'R. J. Hyndman and Y. Fan, The American Statistician 50 (1996); interval by order statistics: H. A. David and H. N. Nagaraja, Order Statistics (2003). With open cases E. L. Kaplan and P. Meier, JASA 53 (1958); interval: R. Brookmeyer and J. Crowley, Biometrics 38 (1982), log-log.';

/** A quantile with a key of its own, such as `p90`. */
export function quantileMeasure<K extends Exclude<QuantileKey, 'quantile'>>(
  kind: K,
  q: number,
  lesson: QuantileLesson,
): MeasureDefinition<K> {
  return {
    ...shared(lesson),
    kind,
    schema: operandSchema,
    read: readLevelOf(kind, (operand) => ({ kind, operand, q })),
  };
}

const FORM = {
  key: 'quantile',
  known: ['of', 'q'],
  required: ['of', 'q'],
  example: 'quantile: { of: wait, q: 0.8 }',
};

/** `quantile: { of: OPERAND, q: 0.8 }`. */
export function anyQuantile(lesson: QuantileLesson): MeasureDefinition<'quantile'> {
  return {
    ...shared(lesson),
    kind: 'quantile',
    schema: (z) =>
      z.strictObject({
        of: operandSchema(z),
        q: z.union([z.number(), z.string()]).describe('the share of the values at or below it: 0.8, or 80%'),
      }),
    read: (raw, path, reading, unit) => {
      const map = readMap(raw, path, reading, FORM);
      if (map === null) return () => null;
      const draft = map['of'] === undefined ? null : readOperand(map['of'], [...path, 'of'], reading, 'quantile', unit);
      const q = readQ(map, path, reading);
      return (settled) => {
        const operand = draft === null ? null : draft(settled);
        return operand === null || q === null ? null : { kind: 'quantile', operand, q };
      };
    },
  };
}

function shared({
  what,
  why,
  example,
}: QuantileLesson): Omit<MeasureDefinition<QuantileKey>, 'kind' | 'schema' | 'read'> {
  const teaches: Teaching = { what, why, formula: FORMULA, source: SOURCE };
  return {
    teaches,
    example,
    target: LEVEL_TARGET,
    hasInterval: true,
    additive: false,
    bottom: 0,
    unit: ({ operand }, settled) => operandUnit(operand, settled),
    words: quantileInWords,
    compile: ({ operand }, context) => ({ kind: 'values', run: compileOperand(operand, context) }),
    sample: 'values',
    figure: (sample, measure, context) => {
      if (sample.kind !== 'values') throw wrongSample(sample, 'values');
      return quantileFigure(sample, measure, context);
    },
  };
}

/** `median of wait`, `90th percentile of wait`. */
function quantileInWords({ operand, q }: QuantileOf<string>): string {
  const of = operandInWords(operand);
  return q === 0.5 ? `median of ${of}` : `${ordinal(Number((q * 100).toPrecision(12)))} percentile of ${of}`;
}

function ordinal(number: number): string {
  const last = Number.isInteger(number) && (number < 11 || number > 13) ? number % 10 : 0;
  return `${number}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}

/** A share between none and all, as a number or with its sign. */
function readQ(map: RawMap, path: Path, reading: Reading): number | null {
  const text = map['q'];
  if (text === undefined) return null;
  const at = reading.position([...path, 'q']);
  const expected = 'a share between 0 and 1';
  if (typeof text !== 'string') {
    reading.report(diagnose('operator-value', { key: 'q', expected, found: kindOf(text) }, at));
    return null;
  }
  const number = parseNumber(text);
  const q = number ?? parsePercent(text);
  if (q === null) reading.report(diagnose('bad-value', { key: 'q', value: text, expected, example: 'q: 0.8' }, at));
  else if (!(q > 0 && q < 1)) {
    const meant = number !== null && number > 50 && number < 100 ? Number((number / 100).toPrecision(12)) : null;
    reading.report(diagnose('quantile-range', { value: text, meant: meant === null ? null : String(meant) }, at));
  } else return q;
  return null;
}
