/** Digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;
/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

export type DecimalMark = '.' | ',';

/**
 * Reads a number of digits alone: sign, groups of three, decimal mark, exponent. Correctly rounded.
 *
 * Groups are set apart by one and the same of: the other mark of `.` and `,`, a blank (also no-break, thin, narrow), an
 * apostrophe. Each has three digits and the first does not begin with 0, so `1,5` and `0,125` are not read where the
 * decimal mark is `.`, rather than read wrong. The result is `scale` times the number (a whole number: seconds of an
 * hour) by 10 to the power of `shift` (2 for percents), so that 1.1 hours are 3960 seconds and not a hair more.
 *
 * @returns NaN for any other text, and for a number beyond the range of doubles.
 */
export function readDecimal(text: string, mark: DecimalMark, shift = 0, scale = 1): number {
  const first = text.charCodeAt(0);
  const negative = first === 45 || first === 0x2212;
  const start = negative || first === 43 ? 1 : 0;
  const markCode = mark === '.' ? 46 : 44;
  let digits = 0;
  let decimals = -1;
  let mantissa = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === markCode && decimals < 0) {
      decimals = 0;
    } else {
      return readGrouped(text, start, negative, mark, shift) * scale;
    }
  }
  if (digits === 0) return Number.NaN;
  if (digits > EXACT_DIGITS || mantissa * scale > Number.MAX_SAFE_INTEGER) {
    return readGrouped(text, start, negative, mark, shift) * scale;
  }
  // Both are exact, so that the one division rounds once, as reading the decimal does.
  const value = (mantissa * scale) / (POWERS[Math.max(decimals, 0) + shift] ?? 1);
  return negative && value !== 0 ? -value : value;
}

const PATTERNS: Readonly<Record<DecimalMark, RegExp>> = {
  '.': pattern('\\.', ','),
  ',': pattern(',', '\\.'),
};

function pattern(mark: string, other: string): RegExp {
  const group = `[${other}'\\u2019 \\u00a0\\u2009\\u202f]`;
  const grouped = `(?<grouped>[1-9]\\d{0,2}(?<separator>${group})\\d{3}(?:\\k<separator>\\d{3})*)(?:${mark}(?<after>\\d*))?`;
  const plain = `(?=${mark}?\\d)(?<whole>\\d*)(?:${mark}(?<decimals>\\d*))?(?:[eE](?<exponent>[+-]?\\d{1,4}))?`;
  return new RegExp(`^(?:${grouped}|${plain})$`);
}

function readGrouped(text: string, start: number, negative: boolean, mark: DecimalMark, shift: number): number {
  const parts = PATTERNS[mark].exec(start === 0 ? text : text.slice(start))?.groups;
  if (parts === undefined) return Number.NaN;
  const whole = parts['whole'] ?? (parts['grouped'] ?? '').replaceAll(/\D/g, '');
  const decimals = parts['decimals'] ?? parts['after'] ?? '';
  const value = Number(`${whole || '0'}.${decimals || '0'}e${Number(parts['exponent'] ?? '0') - shift}`);
  if (!Number.isFinite(value)) return Number.NaN;
  return negative && value !== 0 ? -value : value;
}
