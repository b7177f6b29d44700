import type { CellFormat } from '../../model/column.ts';
import { type DecimalMark, readDecimal } from './decimal.ts';
import type { TypeDefinition } from './definition.ts';
import { NumericBuilder } from './numeric-builder.ts';

/** Numbers: `1,234.5`, `€ 5`, `5 EUR`, `(5)`, `12 %` (which is 12), `1e3`. */
export const number: TypeDefinition = {
  id: 'number',
  expects: (cell: CellFormat) => (cell.decimal === ',' ? 'a number such as 1.234,5' : 'a number'),
  builder: (cell) =>
    new NumericBuilder(cell, (text) =>
      cell.loneGroup === 'refuse' && LONE_GROUP.test(text) ? Number.NaN : readNumber(text, cell.decimal),
    ),
};

/** `2,500`: two thousand five hundred, or two and a half. */
export const LONE_GROUP = /^[^\d.,]*\d{1,3},\d{3}[^\d.,]*$/;

/** The value of a trimmed text, NaN where it is no number. */
export function readNumber(text: string, decimal: DecimalMark): number {
  const plain = readDecimal(text, decimal);
  return Number.isNaN(plain) ? readDressed(text, decimal) : plain;
}

const SIGN = /^[+\-\u2212]/;
// No letters beyond these: in `5k€` and `M$5` they multiply.
const SYMBOL = '(?:US|CA|AU|NZ|HK|MX|[ACSR])?\\p{Sc}|[A-Z]{3}|[kK]r\\.?|KR\\.?|Fr\\.?';
const BEFORE = new RegExp(`^(?:${SYMBOL}|Rs\\.?)\\s*(?=[-+\\u2212\\d.,])`, 'u');
const AFTER = new RegExp(`(?<=[\\d.,])\\s*(?:${SYMBOL}|K\u010d|z\u0142|Ft|lei|\u043b\u0432\\.?)$`, 'u');
const PERCENT = /(?<=[\d.,])\s*%$/;

/** A number with something about it: a currency, a percent sign, the brackets of accountants, a sign set apart. */
function readDressed(text: string, decimal: DecimalMark): number {
  if (text.startsWith('(') && text.endsWith(')')) {
    const inner = text.slice(1, -1).trim();
    return SIGN.test(inner) || inner.startsWith('(') ? Number.NaN : negate(readNumber(inner, decimal));
  }
  if (PERCENT.test(text)) return readSigned(text.replace(PERCENT, ''), decimal, (rest) => rest);
  return readSigned(withoutCurrency(text), decimal, withoutCurrency);
}

/** `- 5`, `-$5`: the sign is taken off first, then what may stand between it and the digits. */
function readSigned(text: string, decimal: DecimalMark, undress: (text: string) => string): number {
  const sign = SIGN.exec(text)?.[0];
  if (sign === undefined) return readDecimal(text, decimal);
  const rest = undress(text.slice(1).trimStart());
  if (SIGN.test(rest)) return Number.NaN;
  const value = readDecimal(rest, decimal);
  return sign === '+' ? value : negate(value);
}

function negate(value: number): number {
  return value === 0 ? 0 : -value;
}

function withoutCurrency(text: string): string {
  return strip(strip(text, BEFORE), AFTER);
}

function strip(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[0];
  if (found === undefined || !isCurrency(found.trim())) return text;
  return text.replace(pattern, '');
}

let codes: ReadonlySet<string> | null = null;

/** ISO codes in capitals alone: `5 sek` may well be seconds. */
function isCurrency(mark: string): boolean {
  if (!/^[A-Z]{3}$/.test(mark)) return true;
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(mark);
}
